#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "variants/difference_rules.h"
#include "variants/glossary.h"

// The rules must not cry wolf: most differences are ordinary editing. So each looks only at edits of a few words (in a longer one the
// sentence was written anew, and a "not" in it has no counterpart), and where one side is missing altogether, only at edits that are
// hardly more than the word in question.

namespace quoth::variants {
namespace {

constexpr std::uint32_t few = 8;    // Words of either side in which a word still has a counterpart.
constexpr std::uint32_t more = 12;  // The same for names and numbers, which are their own evidence.

bool is_within(const EditInContext& edit, std::uint32_t most) {
  return edit.a.size() <= most && edit.b.size() <= most;
}

template <typename Test>
std::uint32_t count(const Side& side, Test test) {
  std::uint32_t times = 0;
  for (std::uint32_t k = 0; k < side.size(); ++k)
    times += !side[k].has(trait::bracketed) && test(k) ? 1U : 0U;
  return times;
}

/// How many words of the missing part can be left out before it counts as a cut: inside, at the start, at the end.
bool is_small_omission(const EditInContext& edit, std::uint32_t inside, std::uint32_t at_start,
                       std::uint32_t at_end) {
  const Side& full = edit.full();
  // Before an indirect content the article's own words may say it: "he denied", "she believes".
  if (edit.at_start() && !edit.is_verbatim()) return false;
  if (count(full, [&](std::uint32_t k) { return full[k].has(trait::ends_sentence); }) > 0 &&
      !edit.at_end())
    return false;
  const std::uint32_t most = edit.at_start() ? at_start : edit.at_end() ? at_end : inside;
  return full.size() <= most;
}

/// "Not only … but" and "no doubt" deny nothing.
std::uint32_t negations(const Side& side) {
  return count(side, [&](std::uint32_t k) {
    if (!side[k].has(trait::negation)) return false;
    const std::size_t next = side.range.first + k + 1;
    const std::string_view form =
        next < side.words->size() ? side.words->form(next) : std::string_view();
    return form != "only" && form != "just" && form != "merely" && form != "doubt" &&
           form != "least";
  });
}

bool is_contrary(std::string_view form, std::string_view other) {
  for (const std::string_view prefix : {"un", "in", "im", "il", "ir", "dis", "non"}) {
    if (form.size() == other.size() + prefix.size() && other.size() >= 4 &&
        form.starts_with(prefix) && form.ends_with(other))
      return true;
  }
  return false;
}

bool has_contraries(const Side& a, const Side& b) {
  return count(a, [&](std::uint32_t k) {
           return count(b, [&](std::uint32_t j) {
                    return is_contrary(a.form(k), b.form(j)) || is_contrary(b.form(j), a.form(k));
                  }) > 0;
         }) > 0;
}

/// What the words with the trait stand for, in order and once each.
std::vector<std::uint64_t> values(const Side& side, std::uint32_t traits) {
  std::vector<std::uint64_t> found;
  for (std::uint32_t k = 0; k < side.size(); ++k) {
    if (!side[k].has(traits) || side[k].has(trait::bracketed)) continue;
    const std::uint64_t value = side[k].group != 0 ? side[k].group : side[k].key;
    if (std::find(found.begin(), found.end(), value) == found.end()) found.push_back(value);
  }
  return found;
}

bool holds_all(const std::vector<std::uint64_t>& many,
               const std::vector<std::uint64_t>& few_values) {
  return std::all_of(few_values.begin(), few_values.end(), [&](std::uint64_t value) {
    return std::find(many.begin(), many.end(), value) != many.end();
  });
}

/// Both sides have such words, and neither's are among the other's.
bool differ(const Side& a, const Side& b, std::uint32_t traits) {
  const auto of_a = values(a, traits), of_b = values(b, traits);
  return !of_a.empty() && !of_b.empty() && !holds_all(of_a, of_b) && !holds_all(of_b, of_a);
}

/// "Today" in one article is "Monday" in another.
bool has_relative_day(const Side& side) {
  return count(side, [&](std::uint32_t k) {
           const std::string_view form = side.form(k);
           return form == "today" || form == "tomorrow" || form == "yesterday";
         }) > 0;
}

std::vector<std::string_view> names_in(const Side& side) {
  std::vector<std::string_view> names;
  for (std::uint32_t k = 0; k < side.size(); ++k) {
    if (side[k].has(trait::name) && !side[k].has(trait::bracketed | trait::title | trait::calendar))
      names.push_back(side.form(k));
  }
  return names;
}

/// "WST" are those of "Western Standard Time", whatever stands before it.
bool are_initials(std::string_view form, const std::vector<std::string_view>& names) {
  return form.size() <= names.size() && form.size() > 1 &&
         std::equal(form.rbegin(), form.rend(), names.rbegin(),
                    [](char letter, std::string_view name) { return letter == name.front(); });
}

/// One name, or a nation and its people: "Iran", "Iranian".
bool may_name_the_same(std::string_view a, std::string_view b) {
  constexpr std::size_t start = 4;
  return a == b ||
         (a.size() >= start && b.size() >= start && a.substr(0, start) == b.substr(0, start));
}

/// Whether most words of the whole content are capitalised, as in a headline: there a capital tells nothing.
bool is_headline(const Words& words) {
  std::size_t heavy = 0, capital = 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (words[k].has(trait::light)) continue;
    ++heavy;
    capital += words[k].has(trait::name | trait::first_capital) ? 1U : 0U;
  }
  return heavy >= 4 && capital * 10 >= heavy * 7;
}

bool is_form_of(std::uint32_t group, std::string_view pronoun) {
  return group == Glossary::shared().meaning(pronoun).group;
}

bool is_first_or_second(std::uint32_t group) {
  return is_form_of(group, "i") || is_form_of(group, "we") || is_form_of(group, "you");
}

/// Reported speech turns "I" and "you" into "he", "she", "it" or "they"; "they" and "it" stand for anybody and any body of people.
bool is_ordinary_shift(std::uint32_t a, std::uint32_t b, bool is_verbatim) {
  if (a == b) return true;
  if (!is_verbatim && is_first_or_second(a) != is_first_or_second(b)) return true;
  if (is_first_or_second(a) || is_first_or_second(b)) return false;
  return !((is_form_of(a, "he") && is_form_of(b, "she")) ||
           (is_form_of(a, "she") && is_form_of(b, "he")));
}

}  // namespace

bool Side::has(std::uint32_t traits) const {
  return count(*this, [&](std::uint32_t k) { return (*this)[k].has(traits); }) > 0;
}

bool changes_negation(const EditInContext& edit) {
  const std::uint32_t in_a = negations(edit.a), in_b = negations(edit.b);
  if (edit.is_one_sided()) return in_a + in_b == 1 && is_small_omission(edit, 5, 6, 2);
  if (!is_within(edit, few)) return false;
  if ((in_a > 0) != (in_b > 0)) return true;
  return in_a == 0 && is_within(edit, 4) && has_contraries(edit.a, edit.b);
}

bool changes_number(const EditInContext& edit) {
  if (edit.is_one_sided() || !is_within(edit, more)) return false;
  if (differ(edit.a, edit.b, trait::number) || differ(edit.a, edit.b, trait::unit)) return true;
  return differ(edit.a, edit.b, trait::calendar) &&
         has_relative_day(edit.a) == has_relative_day(edit.b);
}

bool changes_modality(const EditInContext& edit) {
  if (!is_within(edit, few)) return false;
  const auto in_a = values(edit.a, trait::modal), in_b = values(edit.b, trait::modal);
  if (in_a.empty() && in_b.empty()) return false;
  if (!in_a.empty() && !in_b.empty()) {
    if (!holds_all(in_a, in_b) && !holds_all(in_b, in_a)) return true;
    return edit.is_verbatim() && edit.a.has(trait::past) != edit.b.has(trait::past);
  }
  // One has none. "Will win" is "wins" and "is going to win", "can" is idle: these say the same without.
  const Side& full = in_a.empty() ? edit.b : edit.a;
  const Side& other = in_a.empty() ? edit.a : edit.b;
  if (other.has(trait::hedge)) return false;
  if (edit.is_one_sided() && (edit.at_start() || edit.at_end() || full.size() > 4)) return false;
  return count(full, [&](std::uint32_t k) {
           if (!full[k].has(trait::modal)) return false;
           const bool may = is_form_of(full[k].group, "may");
           const bool idle = !full[k].has(trait::past) && (is_form_of(full[k].group, "will") ||
                                                           is_form_of(full[k].group, "can"));
           return may || (edit.is_verbatim() && !idle);
         }) > 0;
}

bool changes_hedge(const EditInContext& edit) {
  const bool in_a = edit.a.has(trait::hedge), in_b = edit.b.has(trait::hedge);
  if (in_a == in_b || !is_within(edit, few)) return false;
  const Side& full = in_a ? edit.a : edit.b;
  const Side& other = in_a ? edit.b : edit.a;
  if (edit.is_one_sided()) return is_small_omission(edit, 4, 5, 3);
  // "I think" is "that she thought".
  const bool reported =
      count(full, [&](std::uint32_t k) {
        return full[k].has(trait::hedge) && !full[k].has(trait::light | trait::pronoun) &&
               count(other, [&](std::uint32_t j) { return other[j].stem == full[k].stem; }) > 0;
      }) > 0;
  if (reported) return false;
  // "Perhaps it is" is "it may be".
  return !other.has(trait::modal) || full.has(trait::modal);
}

bool swaps_entity(const EditInContext& edit) {
  if (edit.is_one_sided() || !is_within(edit, more)) return false;
  if (is_headline(*edit.a.words) || is_headline(*edit.b.words)) return false;
  const auto in_a = names_in(edit.a), in_b = names_in(edit.b);
  if (in_a.empty() || in_b.empty()) return false;
  for (const std::string_view name : in_a) {
    for (const std::string_view other : in_b) {
      if (may_name_the_same(name, other)) return false;
    }
  }
  return !(in_a.size() == 1 && are_initials(in_a.front(), in_b)) &&
         !(in_b.size() == 1 && are_initials(in_b.front(), in_a));
}

bool swaps_pronoun(const EditInContext& edit) {
  if (edit.is_one_sided() || !is_within(edit, few)) return false;
  std::vector<std::uint32_t> in_a, in_b;
  for (std::uint32_t k = 0; k < edit.a.size(); ++k) {
    if (edit.a[k].has(trait::pronoun) && !edit.a[k].has(trait::bracketed))
      in_a.push_back(edit.a[k].group);
  }
  for (std::uint32_t k = 0; k < edit.b.size(); ++k) {
    if (edit.b[k].has(trait::pronoun) && !edit.b[k].has(trait::bracketed))
      in_b.push_back(edit.b[k].group);
  }
  if (in_a.size() != in_b.size()) return false;
  for (std::size_t k = 0; k < in_a.size(); ++k) {
    if (!is_ordinary_shift(in_a[k], in_b[k], edit.is_verbatim())) return true;
  }
  return false;
}

}  // namespace quoth::variants
