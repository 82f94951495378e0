#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/claim_match.h"
#include "search/hit.h"

namespace quoth::search {

/// What the record says of a claim; docs/check.md tells what each means. Do not renumber.
enum class Verdict : std::uint8_t {
  exact = 0,          ///< The claim's words, all of them and no others, are said.
  partial = 1,        ///< It is part of what is said, or more than that.
  altered = 2,        ///< It is said in other words; or they differ in what changes the meaning.
  other_speaker = 3,  ///< The words are there, but not by whom the claim names.
  denied = 4,         ///< Whoever is quoted denies or doubts it.
  not_said = 5,       ///< The article tells that it was not said.
  asked = 6,          ///< It is a question or a request.
  wanted = 7,         ///< It is a wish or a demand.
  reported_by_another = 8,  ///< Another source of the article reports it: second-hand.
  paraphrase = 9,           ///< Quotations with many of its words; no more is claimed.
  not_found = 10,           ///< Nothing like it is in this record. It may be true all the same.
};

const char* name(Verdict verdict) noexcept;

/// What is looked at to judge one quotation.
struct Case {
  Hit hit;
  /// The quotations around it, from the inside out: "Lee denied that Ruiz said …".
  std::vector<Hit> around;
  ClaimMatch match;
  /// Who is quoted is whom the claim names. Nothing: the claim names nobody.
  std::optional<bool> is_by_speaker;
};

struct Judgement {
  Verdict verdict = Verdict::paraphrase;
  const char* rule = "";  ///< By its name in docs/check.md.
};

/// By the first rule that applies, of an ordered list. Denials, questions, wishes and second-hand speech stand before everything that says that somebody
/// said it.
Judgement judge(const Case& one);

/// Which judgement tells most about the claim: less is better. A claim that is said in one article and denied in another is said; one whose
/// words are denied in one and that another has with a "not" more is denied.
int rank(const Judgement& judgement, const Case& one) noexcept;

}  // namespace quoth::search
