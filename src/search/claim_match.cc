#include "search/claim_match.h"

#include <algorithm>
#include <array>

#include "variants/difference_classes.h"
#include "variants/difference_rules.h"
#include "variants/utterance.h"

namespace quoth::search {
namespace {

using variants::Edit;
using variants::Word;
using variants::Words;
namespace trait = variants::trait;

/// Least evidence that a quotation is a rendering of the claim. The first that is about the match decides.
struct Demand {
  bool (*is_about)(const ClaimMatch& match, bool is_by_speaker);
  float cover_of_claim, cover_of_quotation;
  std::uint32_t heavy, longest_run;
};

bool is_whole_part(const ClaimMatch& match, bool) { return !match.differs && !match.is_more; }
/// A pasted paragraph may hold a short quotation whole.
bool is_whole_quotation(const ClaimMatch& match, bool) {
  return !match.differs && !match.is_part && match.cover_of_claim < 0.25F;
}
bool is_cut(const ClaimMatch& match, bool) { return !match.differs; }
bool is_longer_than_quotation(const ClaimMatch& match, bool) {
  return match.cover_of_quotation > match.cover_of_claim && match.cover_of_claim < 0.6F;
}
bool is_short(const ClaimMatch& match, bool) { return match.claim_heavy < 5; }
bool is_by_the_speaker(const ClaimMatch&, bool is_by_speaker) { return is_by_speaker; }
bool has_long_run(const ClaimMatch& match, bool) { return match.longest_run >= 6; }
bool is_any(const ClaimMatch&, bool) { return true; }

constexpr std::array<Demand, 8> demands = {{
    // All of the claim stands there, in order; how many words it needs is looked at beside.
    {is_whole_part, 0.0F, 0.0F, 0, 0},
    {is_whole_quotation, 0.0F, 0.9F, 5, 6},
    {is_cut, 0.25F, 0.0F, 3, 3},
    {is_longer_than_quotation, 0.25F, 0.75F, 4, 4},
    // Short statements are like many others.
    {is_short, 0.7F, 0.0F, 2, 2},
    {is_by_the_speaker, 0.55F, 0.0F, 3, 3},
    {has_long_run, 0.65F, 0.0F, 3, 6},
    {is_any, 0.65F, 0.0F, 4, 3},
}};

constexpr float most_spread = 2.0F;
constexpr std::uint32_t few_words = 4;  // Light ones alone, as in "we will do it".

void sort_once(std::vector<std::uint64_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void stems_of(const Words& words, std::vector<std::uint64_t>& stems) {
  stems.clear();
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (!words[k].has(trait::light)) stems.push_back(words[k].stem);
  }
  sort_once(stems);
}

}  // namespace

ClaimMatcher::ClaimMatcher(std::string_view claim) {
  claim_.read(claim);
  stems_of(claim_, claim_stems_);
  for (std::size_t k = 0; k < claim_.size(); ++k)
    has_ellipsis_ = has_ellipsis_ || claim_[k].has(trait::after_ellipsis);
}

float ClaimMatcher::shared_words(std::string_view text) {
  text_ = text;
  words_.read(text);
  stems_of(words_, stems_);
  shared_of_text_ = 0.0F;
  if (claim_stems_.empty() || stems_.empty()) return 0.0F;
  std::size_t shared = 0;
  for (const std::uint64_t stem : claim_stems_)
    shared += std::binary_search(stems_.begin(), stems_.end(), stem) ? 1U : 0U;
  shared_of_text_ = static_cast<float>(shared) / static_cast<float>(stems_.size());
  return static_cast<float>(shared) / static_cast<float>(claim_stems_.size());
}

ClaimMatch ClaimMatcher::match(std::string_view text, Quotation::Kind kind) {
  if (text.data() != text_.data() || text.size() != text_.size()) shared_words(text);
  ClaimMatch match;
  match.claim_heavy = claim_.heavy();
  match.claim_words = static_cast<std::uint32_t>(claim_.size());
  if (claim_.size() == 0 || words_.size() == 0) {
    match.differs = true;
    return match;
  }
  aligner_.align(claim_, words_, alignment_);
  const float weight_a = static_cast<float>(std::max(1U, claim_.weight()));
  const float weight_b = static_cast<float>(std::max(1U, words_.weight()));
  const auto shared = static_cast<float>(alignment_.shared_weight);
  match.cover_of_claim = std::min(1.0F, shared / weight_a);
  match.cover_of_quotation = std::min(1.0F, shared / weight_b);
  match.likeness = std::min(1.0F, 2.0F * shared / (weight_a + weight_b));
  match.heavy = alignment_.shared_heavy;
  match.longest_run = alignment_.longest_kept;
  judge_edits(kind, match);
  return match;
}

/// Both have another sentence there: "We won. | He is ill." and "We won. | I go."
bool ClaimMatcher::is_other_sentence(const Edit& edit) const {
  const auto ends = [](const Words& words, std::uint32_t end) {
    return end > 0 && words[end - 1].has(trait::ends_sentence);
  };
  if (edit.a.first == 0 && edit.b.first == 0)
    return ends(claim_, edit.a.end) && ends(words_, edit.b.end);
  if (edit.a.end == claim_.size() && edit.b.end == words_.size())
    return ends(claim_, edit.a.first) && ends(words_, edit.b.first);
  return false;
}

/// Looks back from the first common word to the last comma or sentence: "not" before it in the clause is about what follows.
bool ClaimMatcher::leaves_out_denial(std::uint32_t first_kept) const {
  constexpr std::uint32_t far = 10;  // Words.
  std::size_t end = words_[first_kept].span.start;
  for (std::uint32_t back = 1; back <= far && back <= first_kept; ++back) {
    const Word& word = words_[first_kept - back];
    if (word.has(trait::ends_sentence | trait::after_break)) return false;
    const std::string_view between = text_.substr(word.span.end, end - word.span.end);
    if (between.find_first_of(",;:(") != std::string_view::npos) return false;
    const std::string_view next = words_.form(first_kept - back + 1);
    if (word.has(trait::negation) && next != "only" && next != "just" && next != "doubt")
      return true;
    end = word.span.start;
  }
  return false;
}

/// What another sentence says changes nothing in this one.
bool ClaimMatcher::has_grave(Quotation::Kind kind) const {
  const variants::Utterance a{claim_.content()}, b{words_.content(), kind};
  const variants::Differences differences = variants::classify(a, b, claim_, words_, alignment_);
  return std::any_of(differences.findings.begin(), differences.findings.end(),
                     [&](const variants::Finding& finding) {
                       return finding.difference >= variants::DifferenceClass::negation &&
                              finding.edit != variants::Finding::whole &&
                              !(alignment_.edits[finding.edit].kind == Edit::Kind::replaced &&
                                is_other_sentence(alignment_.edits[finding.edit]));
                     });
}

void ClaimMatcher::judge_edits(Quotation::Kind kind, ClaimMatch& match) const {
  constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::uint32_t first = none, last = 0;
  const auto size_a = static_cast<std::uint32_t>(claim_.size());
  const auto size_b = static_cast<std::uint32_t>(words_.size());
  for (const Edit& edit : alignment_.edits) {
    const variants::EditInContext context{
        edit.kind, {&claim_, edit.a}, {&words_, edit.b}, Quotation::Kind::direct, kind};
    switch (edit.kind) {
      case Edit::Kind::kept:
        if (first == none) first = edit.b.first;
        last = edit.b.end;
        match.shared += edit.a.size();
        if (variants::puts_in_brackets(context)) match.differs = true;
        break;
      case Edit::Kind::inserted: {
        if (variants::only_joins_clause(context)) break;
        const bool at_end = edit.b.first == 0 || edit.b.end == size_b;
        const bool marked =
            edit.a.first < size_a && claim_[edit.a.first].has(trait::after_ellipsis);
        (at_end || marked ? match.is_part : match.differs) = true;
        break;
      }
      case Edit::Kind::deleted: {
        if (variants::only_joins_clause(context)) break;
        const bool at_end = edit.a.first == 0 || edit.a.end == size_a;
        const bool marked = edit.b.first < size_b &&
                            words_[edit.b.first].has(trait::after_ellipsis | trait::after_break);
        (at_end || marked ? match.is_more : match.differs) = true;
        break;
      }
      case Edit::Kind::replaced:
        if (is_other_sentence(edit)) {
          match.is_part = match.is_more = true;
        } else {
          match.differs = true;
        }
        break;
      case Edit::Kind::moved:
        match.differs = true;
        break;
    }
  }
  match.is_grave = has_grave(kind);
  if (first == none) return;
  match.in_quotation = {words_[first].span.start, words_[last - 1].span.end};
  if (!has_ellipsis_)
    match.spread = static_cast<float>(last - first) / static_cast<float>(claim_.size());
  match.leaves_out_denial = leaves_out_denial(first);
}

bool is_rendering(const ClaimMatch& match, bool is_by_speaker) noexcept {
  if (match.is_same()) return match.shared > 0;
  const auto* demand = std::find_if(demands.begin(), demands.end(), [&](const Demand& one) {
    return one.is_about(match, is_by_speaker);
  });
  // One word that weighs, or light ones alone, are part of much.
  if (match.heavy < 2 && match.longest_run < few_words) return false;
  // Where something differs, the words must stand together all the same: a statement that was written anew is no rendering.
  const std::uint32_t together = std::min((match.claim_words + 2) / 3, 6U);
  if (match.differs && match.longest_run < together) return false;
  return match.cover_of_claim >= demand->cover_of_claim &&
         match.cover_of_quotation >= demand->cover_of_quotation && match.heavy >= demand->heavy &&
         match.longest_run >= demand->longest_run && (match.spread <= most_spread || match.is_more);
}

}  // namespace quoth::search
