// Joins utterances for the script eval/variants and measures it. "quoth_variants join" reads lines "ID<TAB>KIND<TAB>TYPE<TAB>NAME<TAB>DAY<TAB>PUBLISHER<TAB>CONTENT" (in the
// content "\n" parts what the article breaks up) and prints one line a member: family, id, severity against the head, classes, whether it is the head.
// "quoth_variants classify" reads pairs "KIND_A<TAB>KIND_B<TAB>NAME_A<TAB>NAME_B<TAB>A<TAB>B" and prints the severity, the classes and the two lines of the difference.
// "quoth_variants measure COUNT" joins made-up utterances and prints the time and the memory.

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "variants/difference_classes.h"
#include "variants/difference_text.h"
#include "variants/families.h"

namespace {

using namespace quoth;
using namespace quoth::variants;

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t end = std::min(line.find('\t', start), line.size());
    fields.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  return fields;
}

/// With "\\n" made a line break.
std::string with_breaks(std::string_view text) {
  std::string out;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const bool is_break = text.substr(k).starts_with("\\n");
    out.push_back(is_break ? '\n' : text[k]);
    k += is_break ? 1 : 0;
  }
  return out;
}

Quotation::Kind kind_of(std::string_view text) {
  using Kind = Quotation::Kind;
  return text == "direct" ? Kind::direct : text == "mixed" ? Kind::mixed : Kind::indirect;
}

EntityType type_of(std::string_view text) {
  for (const EntityType type : {EntityType::person, EntityType::organization, EntityType::group}) {
    if (text == name(type)) return type;
  }
  return EntityType::unnamed;
}

struct Read {
  std::string id, name, content;
};

struct Compared {
  Words a, b;
  Alignment alignment;
  Differences differences;

  void compare(const Utterance& of_a, const Utterance& of_b) {
    Aligner aligner;
    a.read(of_a.content);
    b.read(of_b.content);
    aligner.align(a, b, alignment);
    differences = classify(of_a, of_b, a, b, alignment);
  }

  std::string classes() const {
    std::string names;
    for (std::size_t k = 0; k < difference_class_count; ++k) {
      const auto difference = static_cast<DifferenceClass>(k);
      if (!differences.has(difference)) continue;
      if (!names.empty()) names += ',';
      names += name(difference);
    }
    return names;
  }
};

void print_families(const std::vector<Utterance>& utterances, const std::vector<Read>& read) {
  Compared compared;
  const auto families = join(utterances);
  for (std::size_t k = 0; k < families.size(); ++k) {
    for (const std::uint32_t member : families[k].members) {
      compared.compare(utterances[families[k].head], utterances[member]);
      std::cout << fmt::format("{}\t{}\t{}\t{}\t{}\n", k, read[member].id,
                               name(compared.differences.severity), compared.classes(),
                               member == families[k].head ? "head" : "");
    }
  }
}

int join_lines() {
  std::vector<Read> read;
  std::vector<Utterance> utterances;
  for (std::string line; std::getline(std::cin, line);) {
    const auto fields = fields_of(line);
    if (fields.size() != 7) return 1;
    Utterance utterance;
    utterance.kind = kind_of(fields[1]);
    utterance.speaker.type = type_of(fields[2]);
    if (!fields[4].empty()) utterance.day = std::stoi(fields[4]);
    utterance.publisher = static_cast<std::uint32_t>(std::stoul(fields[5]));
    read.push_back({fields[0], fields[3], with_breaks(fields[6])});
    utterances.push_back(utterance);
  }
  for (std::size_t k = 0; k < read.size(); ++k) {
    utterances[k].content = read[k].content;
    utterances[k].speaker.name = read[k].name;
  }
  print_families(utterances, read);
  return 0;
}

int classify_lines() {
  Compared compared;
  for (std::string line; std::getline(std::cin, line);) {
    const auto fields = fields_of(line);
    if (fields.size() != 6) return 1;
    const std::string a = with_breaks(fields[4]), b = with_breaks(fields[5]);
    compared.compare({a, kind_of(fields[0]), {fields[2], EntityType::person}},
                     {b, kind_of(fields[1]), {fields[3], EntityType::person}});
    std::cout << fmt::format("{}\t{}\n{}", name(compared.differences.severity), compared.classes(),
                             difference_text(compared.a, compared.b, compared.alignment));
  }
  return 0;
}

/// Sentences of some 25 words out of few frames with many names, numbers and words: each one comes up in two or three renderings, and all share
/// runs of words with thousands of others.
std::vector<Read> made_up(std::size_t count) {
  std::vector<Read> made;
  std::uint64_t seed = 1;
  const auto below = [&](std::uint64_t end) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (seed >> 33U) % end;
  };
  const auto word = [&](std::uint64_t number) {
    std::string text;
    for (std::uint64_t rest = number + 7; rest > 0; rest /= 20) {
      text.push_back("bcdfghklmnprstvwzjqx"[rest % 20]);
      text.push_back("aeiou"[rest % 5]);
    }
    return text;
  };
  while (made.size() < count) {
    const std::uint64_t town = below(5000), person = below(2000), thing = below(3000);
    const std::string body = fmt::format("{} will build {} new {} {} in {} before the end of {}",
                                         word(thing), 2 + below(900), word(below(3000)),
                                         word(below(3000)), word(town), 1990 + below(30));
    const std::string name = fmt::format("{} {}", word(person), word(person + 40000));
    made.push_back({{},
                    name,
                    "We promise that " + body + ", and every " + word(below(3000)) +
                        " of this country knows what that means for " + word(below(3000)) + '.'});
    made.push_back(
        {{},
         name,
         fmt::format(
             "We promise that {}, and every {} of this country knows what that means for {}.", body,
             word(below(3000)), word(below(3000)))});
    made.push_back({{}, name, fmt::format("that {}", body)});
    if (below(2) == 0) made.push_back({{}, name, fmt::format("They promised that {}.", body)});
  }
  made.resize(count);
  return made;
}

int measure(std::size_t count) {
  const auto read = made_up(count);
  std::vector<Utterance> utterances;
  for (const Read& one : read)
    utterances.push_back(
        {one.content, Quotation::Kind::direct, {one.name, EntityType::person}, 0, 0});
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  const auto families = join(utterances);
  getrusage(RUSAGE_SELF, &after);
  const auto seconds = [](const rusage& usage) {
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  };
  std::size_t members = 0;
  for (const Family& family : families) members += family.members.size();
  std::cout << fmt::format(
      "{} utterances, {} families with {} members, {:.1f} s of a core, {} MB with the utterances\n",
      count, families.size(), members, seconds(after) - seconds(before), after.ru_maxrss / 1024);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  const std::string_view what = count > 1 ? arguments[1] : "";
  if (what == "join") return join_lines();
  if (what == "classify") return classify_lines();
  if (what == "measure" && count > 2) return measure(std::stoul(arguments[2]));
  return 2;
}
