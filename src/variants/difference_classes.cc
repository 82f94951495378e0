#include "variants/difference_classes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "variants/difference_rules.h"
#include "variants/speakers.h"

namespace quoth::variants {
namespace {

using enum DifferenceClass;

struct Rule {
  DifferenceClass gives;
  bool (*applies)(const EditInContext& edit);
};

/// All that apply are given.
constexpr std::array<Rule, 6> grave_rules = {{{negation, changes_negation},
                                              {number_or_amount, changes_number},
                                              {modality, changes_modality},
                                              {hedge_dropped, changes_hedge},
                                              {entity_swapped, swaps_entity},
                                              {pronoun_swapped, swaps_pronoun}}};

/// Where no grave one does: the first that applies is given.
constexpr std::array<Rule, 4> ordinary_rules = {{{punctuation_or_spelling, only_spells_otherwise},
                                                 {bracket_insertion, puts_in_brackets},
                                                 {ellipsis, is_marked_omission},
                                                 {truncation, truncates}}};

Severity severity_of(DifferenceClass difference, bool is_verbatim) {
  switch (difference) {
    case identical:
      return Severity::none;
    case punctuation_or_spelling:
    case ellipsis:
    case bracket_insertion:
    case truncation:
      return Severity::editing;
    // Indirect speech may choose its words; what stands in quotation marks is said to be verbatim.
    case reordering:
    case wording:
      return is_verbatim ? Severity::notable : Severity::editing;
    default:
      return Severity::grave;
  }
}

/// Quotation marks, the comma or full stop at the end and the width of spaces are the article's.
std::string_view next_word(std::string_view& rest) {
  constexpr std::string_view spaces = " \t\n";
  rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
  const std::string_view word = rest.substr(0, rest.find_first_of(spaces));
  rest.remove_prefix(word.size());
  return word;
}

bool same_text(std::string_view a, std::string_view b) {
  for (std::string_view* text : {&a, &b}) {
    while (!text->empty() && std::string_view(",. \n").find(text->back()) != std::string_view::npos)
      text->remove_suffix(1);
  }
  while (true) {
    const std::string_view of_a = next_word(a), of_b = next_word(b);
    if (of_a != of_b) return false;
    if (of_a.empty()) return true;
  }
}

}  // namespace

const char* name(DifferenceClass difference) noexcept {
  constexpr std::array<const char*, difference_class_count> names = {
      "identical",        "punctuation_or_spelling",
      "ellipsis",         "bracket_insertion",
      "truncation",       "reordering",
      "wording",          "negation",
      "number_or_amount", "modality",
      "hedge_dropped",    "entity_swapped",
      "pronoun_swapped",  "speaker_changed"};
  return names[static_cast<std::size_t>(difference)];
}

const char* name(Severity severity) noexcept {
  constexpr std::array<const char*, 4> names = {"none", "editing", "notable", "grave"};
  return names[static_cast<std::size_t>(severity)];
}

bool Differences::has(DifferenceClass difference) const noexcept {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.difference == difference; });
}

Differences classify(const Utterance& a, const Utterance& b, const Words& words_a,
                     const Words& words_b, const Alignment& alignment) {
  Differences result;
  for (std::size_t k = 0; k < alignment.edits.size(); ++k) {
    const Edit& edit = alignment.edits[k];
    const EditInContext context{edit.kind, {&words_a, edit.a}, {&words_b, edit.b}, a.kind, b.kind};
    if (edit.kind == Edit::Kind::kept) {
      if (puts_in_brackets(context)) result.findings.push_back({bracket_insertion, k});
      continue;
    }
    if (edit.kind == Edit::Kind::moved) {
      result.findings.push_back({reordering, k});
      continue;
    }
    if (only_joins_clause(context)) continue;
    const std::size_t before = result.findings.size();
    for (const Rule& rule : grave_rules) {
      if (rule.applies(context)) result.findings.push_back({rule.gives, k});
    }
    if (result.findings.size() > before) continue;
    const auto* ordinary = std::find_if(ordinary_rules.begin(), ordinary_rules.end(),
                                        [&](const Rule& rule) { return rule.applies(context); });
    result.findings.push_back({ordinary == ordinary_rules.end() ? wording : ordinary->gives, k});
  }
  if (match(a.speaker, b.speaker) == SpeakerMatch::conflict)
    result.findings.push_back({speaker_changed});
  if (result.findings.empty())
    result.findings.push_back(
        {same_text(a.content, b.content) ? identical : punctuation_or_spelling});
  const bool is_verbatim = a.kind == Quotation::Kind::direct && b.kind == Quotation::Kind::direct;
  for (const Finding& finding : result.findings)
    result.severity = std::max(result.severity, severity_of(finding.difference, is_verbatim));
  return result;
}

}  // namespace quoth::variants
