#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database/connection.h"
#include "quoth/result.h"
#include "search/claim_candidates.h"
#include "search/comparison.h"
#include "search/hit.h"
#include "search/hit_reader.h"
#include "search/people.h"
#include "search/quoted_text.h"
#include "search/verdict.h"

namespace quoth::search {

/// "Did they say that?" Empty texts: not given.
struct Claim {
  static constexpr std::size_t most_bytes = 4096, most_words = 700;

  std::string
      text;  ///< What is claimed to be said, whole or in part; may have quotation marks, brackets and "…".
  std::string by;  ///< Who is claimed to have said it: a name, or the number of an identity.
  std::string
      before;  ///< Only articles published before this day, "2021-03-04", "2021-03" or "2021".
};

/// A quotation that speaks for or against a claim.
struct Evidence {
  Judgement judgement;
  Hit hit;
  std::optional<Comparison> comparison;  ///< Of the claim with it; nothing for mere paraphrases.
  float likeness = 0.0F;                 ///< Of the words, 0 to 1.
};

/// What was searched.
struct Searched {
  std::uint64_t quotations = 0;
  bool is_whole = true;  ///< No: words so common that only the newest quotations were looked at.
  std::uint64_t undated =
      0;  ///< Quotations of articles of unknown day, left out for Claim::before.
};

/// The answer.
struct Finding {
  Claim claim;
  std::optional<Person> by;  ///< Who Claim::by is in the record, where that is one person.
  Verdict verdict = Verdict::not_found;
  std::string explanation;         ///< One or two plain sentences.
  std::vector<Evidence> evidence;  ///< The most telling first, at most `most_evidence`.
  Searched searched;
};

/// Looks claims up in a record. It answers what this record holds, never whether a claim is true. One thread, its connection's.
class Checker {
 public:
  static constexpr std::size_t most_evidence = 10, most_paraphrases = 5;

  /// REQUIRES: the connection outlives this.
  explicit Checker(database::Connection& connection);

  /// In a time that does not grow with the record. Fails with invalid_utf8, claim_empty (it has no words), claim_too_long, invalid_option
  /// (`before` is no day) or an error of the record. A name that nobody has is no error.
  Result<Finding> check(const Claim& claim);

 private:
  struct Speakers;
  struct Judged;

  std::optional<Error> read_range(const Claim& claim, IdRange& range, Searched& searched);
  Speakers speakers_of(const Claim& claim);
  std::vector<QuotedText> likeliest(ClaimMatcher& matcher, const std::vector<std::int64_t>& ids,
                                    const Speakers& speakers);
  /// Whether it found one.
  bool add_inner(const QuotedText& outer, Span range, std::vector<QuotedText>& texts);
  std::vector<Judged> judged(ClaimMatcher& matcher, std::vector<QuotedText> texts,
                             const Speakers& speakers);
  std::vector<Hit> around(const Hit& hit);

  database::Connection& connection_;
  CandidateFinder finder_;
  QuotedTexts texts_;
  HitReader hits_;
  People people_;
};

}  // namespace quoth::search
