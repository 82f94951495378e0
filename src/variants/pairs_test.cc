// The pairs of tests/variants/pairs.tsv: what each class finds of its own, and that ordinary editing is not called grave.

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "variants/difference_text.h"
#include "variants/made_up_pair.h"

namespace quoth::variants {
namespace {

struct Row {
  Quotation::Kind kind_a, kind_b;
  std::string speaker_a, speaker_b, a, b, difference, severity;

  bool is_trap() const { return difference.starts_with("trap:"); }
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t end = std::min(line.find('\t', start), line.size());
    fields.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  return fields;
}

std::string with_breaks(std::string text) {
  const std::size_t at = text.find("\\n");
  return at == std::string::npos ? text : text.replace(at, 2, 1, '\n');
}

Quotation::Kind kind_of(const std::string& text) {
  for (const auto kind : {Quotation::Kind::direct, Quotation::Kind::mixed}) {
    if (text == name(kind)) return kind;
  }
  return Quotation::Kind::indirect;
}

std::vector<Row> rows() {
  std::ifstream lines(QUOTH_SOURCE_DIR "/tests/variants/pairs.tsv");
  std::vector<Row> all;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#') || line.starts_with("kind_a")) continue;
    const auto fields = fields_of(line);
    if (fields.size() != 8) continue;
    all.push_back({kind_of(fields[0]), kind_of(fields[1]), fields[2], fields[3],
                   with_breaks(fields[4]), with_breaks(fields[5]), fields[6], fields[7]});
  }
  return all;
}

/// Compared as a before b, or the other way round.
MadeUpPair pair_of(const Row& row, bool turned) {
  const Utterance a{row.a, row.kind_a, {row.speaker_a, EntityType::person}},
      b{row.b, row.kind_b, {row.speaker_b, EntityType::person}};
  return turned ? MadeUpPair(b, a) : MadeUpPair(a, b);
}

bool gives(const MadeUpPair& pair, std::string_view difference) {
  for (const Finding& finding : pair.differences.findings) {
    if (difference == name(finding.difference)) return true;
  }
  return false;
}

std::string classes_of(const MadeUpPair& pair) {
  std::string all = name(pair.differences.severity);
  for (const Finding& finding : pair.differences.findings)
    all.append(" ").append(name(finding.difference));
  all.append(1, '\n').append(difference_text(pair.words_a, pair.words_b, pair.alignment));
  return all;
}

TEST(Pairs, of_each_class_are_found_nine_times_out_of_ten) {
  struct Count {
    int found = 0, all = 0;
  };
  std::map<std::string, Count> counts;
  for (const Row& row : rows()) {
    if (row.is_trap()) continue;
    for (const bool turned : {false, true}) {
      const MadeUpPair pair = pair_of(row, turned);
      Count& count = counts[row.difference];
      ++count.all;
      if (gives(pair, row.difference) && row.severity == name(pair.differences.severity)) {
        ++count.found;
      } else {
        std::cout << "missed " << row.difference << ": " << classes_of(pair);
      }
    }
  }
  EXPECT_EQ(counts.size(), difference_class_count);
  for (const auto& [difference, count] : counts) {
    std::cout << difference << ": " << count.found << " of " << count.all << '\n';
    EXPECT_GE(count.all, 20) << difference;
    EXPECT_GE(count.found * 10, count.all * 9) << difference;
  }
}

TEST(Pairs, of_ordinary_editing_are_not_grave) {
  int traps = 0;
  for (const Row& row : rows()) {
    if (!row.is_trap()) continue;
    for (const bool turned : {false, true}) {
      const MadeUpPair pair = pair_of(row, turned);
      ++traps;
      EXPECT_EQ(row.severity, name(pair.differences.severity)) << classes_of(pair);
      EXPECT_TRUE(gives(pair, row.difference.substr(5)))
          << row.difference << ": " << classes_of(pair);
    }
  }
  EXPECT_GE(traps, 60);
}

}  // namespace
}  // namespace quoth::variants
