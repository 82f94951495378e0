#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/connection.h"
#include "variants/words.h"

namespace quoth::search {

/// Ids of quotations, both inclusive: as ids sort by day, a range of days.
struct IdRange {
  std::int64_t first = 0;
  std::int64_t last = INT64_MAX;
};

/// Quotations that share words with a claim.
struct ClaimCandidates {
  std::vector<std::int64_t>
      ids;  ///< Those with the most, and the rarest, common words first; equal ones newest first.
  std::uint64_t quotations = 0;  ///< How many the range has.
  /// Whether all of them that have enough of the words were found. No: the words are so common that only the newest were looked at.
  bool is_whole = true;
};

/// Finds them in a time that does not grow with the record.
///
/// Each word that weighs is asked of the index of words, newest first, and not further than some hundred quotations. A word with no more is rare,
/// and every quotation that has it is a candidate. How common the others are is known from how far back those hundreds reach; of them, pairs that stand
/// near each other are asked for, the rarest first. As the index must walk through all places of the commoner word, such a
/// question is asked of as many of the newest quotations as make a bounded number of places. A claim of light words alone is asked as a phrase, likewise bounded.
/// Nothing depends on a clock, so the same record and claim give the same candidates. One thread, its connection's.
class CandidateFinder {
 public:
  explicit CandidateFinder(database::Connection& connection);

  /// At most `most`. `claim` is what was read from a claim.
  ClaimCandidates find(const variants::Words& claim, IdRange range, std::size_t most);

 private:
  struct Term {
    std::string question;        ///< For the index: "\"harbour\"".
    std::uint32_t position = 0;  ///< Word of the claim.
    std::vector<std::int64_t> newest;
    bool is_rare = false;  ///< `newest` are all.
    double share = 0.0;    ///< Of quotations that have it, 0 to 1.
  };
  struct Day {
    std::int64_t day, given;
  };

  void read_days(IdRange range);
  double quotations_since(std::int64_t id) const;
  std::int64_t newest_id_of(double quotations) const;
  void probe(Term& term, IdRange range, std::size_t most);
  std::vector<Term> terms_of(const variants::Words& claim) const;
  void ask_pairs(std::vector<Term>& terms, IdRange range);
  void ask_phrase(const variants::Words& claim, IdRange range);
  void ask(const std::string& question, double places_a_quotation, double most_places,
           IdRange range, double weight);
  double weight_of(const Term& term) const;

  database::Statement days_, rows_;
  std::vector<Day> day_counts_;  ///< Newest first.
  double quotations_ = 0;
  bool is_whole_ = true;
  std::vector<std::pair<std::int64_t, double>> votes_;
};

}  // namespace quoth::search
