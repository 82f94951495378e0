#pragma once

#include <cstdint>
#include <string_view>

#include "quoth/quotation.h"
#include "variants/alignment.h"
#include "variants/words.h"

namespace quoth::search {

/// How a claim's words lie in a quotation.
///
///   claim      quotation                                    is_part  is_more  differs
///   We won     "We won."                                    no       no       no        the same
///   We won     We won, and they know it                     yes      no       no
///   We won. I  We won                                       no       yes      no
///   We won     We lost                                      no       no       yes
struct ClaimMatch {
  bool is_part = false;  ///< The quotation has more, at the ends or where the claim has "…".
  bool is_more = false;  ///< The claim has more, likewise.
  bool differs = false;  ///< Something else differs: words, order, an editor's brackets.
  /// The rest of its sentence denies what the claim takes out of it: "It is not true that | we won".
  bool leaves_out_denial = false;
  bool is_grave = false;  ///< It differs in what changes the meaning; who speaks is left aside.
  float cover_of_claim = 0.0F;  ///< Share of the claim that the quotation has, by weight, 0 to 1.
  float cover_of_quotation = 0.0F;  ///< The same of the quotation.
  float likeness = 0.0F;            ///< Of both, 0 to 1.
  std::uint32_t heavy = 0;          ///< Common words that weigh.
  std::uint32_t shared = 0;         ///< Common words.
  std::uint32_t longest_run = 0;    ///< Words.
  std::uint32_t claim_words = 0;    ///< Words of the claim.
  std::uint32_t claim_heavy = 0;    ///< Those that weigh.
  float spread = 1.0F;  ///< How many times the claim's size it is strewn over the quotation.
  Span in_quotation;    ///< Bytes of the quotation's text from the first common word to the last.

  bool is_same() const noexcept { return !is_part && !is_more && !differs; }
};

/// Matches one claim with many quotations. Borrows the claim. One thread.
class ClaimMatcher {
 public:
  explicit ClaimMatcher(std::string_view claim);

  const variants::Words& claim() const noexcept { return claim_; }

  /// The share of the claim's words that weigh, by forms of a word, that the text has in any order, 0 to 1; quick.
  float shared_words(std::string_view text);

  /// The share of the words of the last shared_words() that weigh, which the claim has.
  float shared_of_text() const noexcept { return shared_of_text_; }

  ClaimMatch match(std::string_view text, Quotation::Kind kind);

  /// Cells that match() would fill: what it costs. For the text of the last shared_words().
  std::uint64_t cost() const noexcept {
    return static_cast<std::uint64_t>(claim_.size()) * words_.size();
  }

 private:
  void judge_edits(Quotation::Kind kind, ClaimMatch& match) const;
  bool has_grave(Quotation::Kind kind) const;
  bool is_other_sentence(const variants::Edit& edit) const;
  bool leaves_out_denial(std::uint32_t first_kept) const;

  std::string_view text_;
  variants::Words claim_, words_;
  std::vector<std::uint64_t> claim_stems_, stems_;  ///< Sorted.
  bool has_ellipsis_ = false;
  float shared_of_text_ = 0.0F;
  variants::Aligner aligner_;
  variants::Alignment alignment_;
};

/// The thresholds, in one place. `is_by_speaker`: the quotation is of whom the claim names, so less evidence is needed.
bool is_rendering(const ClaimMatch& match, bool is_by_speaker) noexcept;

}  // namespace quoth::search
