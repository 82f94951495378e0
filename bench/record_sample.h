// Words and names of a record on disk, drawn by chance, of which benchmarks make questions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/connection.h"
#include "search/hit_reader.h"
#include "variants/glossary.h"
#include "variants/traits.h"

namespace quoth::bench {

/// Numbers that look random; the same everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2862933555777941757U + 3037000493U) {}
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return state_ >> 33U;
  }
  std::uint64_t below(std::uint64_t count) { return next() % count; }

 private:
  std::uint64_t state_;
};

/// Words and names of a record, drawn by chance.
class Sample {
 public:
  explicit Sample(database::Connection& connection)
      : near_(connection, "SELECT id FROM quotation WHERE id >= ?1 AND state < 3 LIMIT 1"),
        hits_(connection),
        first_(connection.number("SELECT min(id) FROM quotation")),
        last_(connection.number("SELECT max(id) FROM quotation")),
        most_quoted_(connection.number("SELECT identity FROM (SELECT identity FROM quotation WHERE "
                                       "identity IS NOT NULL LIMIT 200000) "
                                       "GROUP BY identity ORDER BY count(*) DESC LIMIT 1")) {}

  /// A quotation of `least` words or more, by somebody who is known.
  search::Hit quotation(Chance& chance, std::size_t least = 6) {
    constexpr int tries = 200;
    search::Hit last;
    for (int k = 0; k < tries; ++k) {
      const auto range = static_cast<std::uint64_t>(last_ - first_ + 1);
      const auto at =
          first_ + static_cast<std::int64_t>((chance.next() << 31U | chance.next()) % range);
      auto hit = hits_.read(near_.find(at).value_or(last_));
      if (!hit) continue;
      last = *std::move(hit);
      if (last.speaker && last.speaker->identity != 0 && words(last).size() >= least) return last;
    }
    return last;
  }

  static std::vector<std::string> words(const search::Hit& hit) {
    std::vector<std::string> found;
    std::string word;
    for (const char byte : hit.text + " ") {
      const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
      if (is_letter) {
        word.push_back(byte);
      } else if (!word.empty()) {
        found.push_back(std::move(word));
        word.clear();
      }
    }
    return found;
  }

  /// A word that weighs; else any.
  static std::string heavy(const search::Hit& hit, Chance& chance) {
    const std::vector<std::string> all = words(hit);
    for (int k = 0; k < 40 && !all.empty(); ++k) {
      const std::string& word = all[chance.below(all.size())];
      std::string lower = word;
      for (char& byte : lower) byte = static_cast<char>(byte | 0x20);
      const auto traits = variants::Glossary::shared().meaning(lower).traits;
      if (word.size() > 3 && (traits & variants::trait::light) == 0) return word;
    }
    return all.empty() ? "people" : all.front();
  }

  static std::string common(Chance& chance) {
    constexpr std::array<std::string_view, 16> list = {
        "the", "of",   "to",   "and",    "in",  "is",     "that", "will",
        "we",  "said", "have", "people", "not", "police", "year", "government"};
    return std::string(list[chance.below(list.size())]);
  }

  static std::string speaker(const search::Hit& hit) {
    return std::to_string(hit.speaker ? hit.speaker->identity : 1);
  }
  std::string most_quoted() const { return std::to_string(most_quoted_); }

 private:
  database::Statement near_;
  search::HitReader hits_;
  std::int64_t first_, last_, most_quoted_;
};

}  // namespace quoth::bench
