#include <algorithm>
#include <string>
#include <string_view>

#include "variants/difference_rules.h"
#include "variants/glossary.h"

namespace quoth::variants {
namespace {

constexpr std::uint32_t least_cut = 3;  // Words left out inside; fewer are other wording.

std::string joined(const Side& side) {
  std::string forms;
  for (std::uint32_t k = 0; k < side.size(); ++k) forms += side.form(k);
  return forms;
}

/// Whether one letter was changed, added, left out, or exchanged with its neighbour.
bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto difference = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view rest_a(difference.first, a.end()), rest_b(difference.second, b.end());
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

bool in_brackets(const Word& word) { return word.has(trait::bracketed); }

bool has_brackets(const Side& side) {
  for (std::uint32_t k = 0; k < side.size(); ++k) {
    if (in_brackets(side[k])) return true;
  }
  return false;
}

}  // namespace

bool only_joins_clause(const EditInContext& edit) {
  return edit.is_one_sided() && edit.at_start() && edit.full().size() == 1 &&
         edit.full().form(0) == "that" && !edit.is_verbatim();
}

/// "Health care" and "healthcare"; "Gaddafi" and "Gadaffi". A letter more at the end ("war", "wars") is another form, not a slip.
bool only_spells_otherwise(const EditInContext& edit) {
  constexpr std::size_t least_size = 5;
  if (edit.is_one_sided() || edit.a.size() > 3 || edit.b.size() > 3) return false;
  const std::string a = joined(edit.a), b = joined(edit.b);
  if (a == b) return true;
  if (edit.a.size() != 1 || edit.b.size() != 1) return false;
  if (edit.a.has(trait::number | trait::light) || edit.b.has(trait::number | trait::light))
    return false;
  if (std::min(a.size(), b.size()) < least_size || a.front() != b.front()) return false;
  if (a.starts_with(b) || b.starts_with(a)) return false;
  return is_one_slip(a, b);
}

bool puts_in_brackets(const EditInContext& edit) {
  if (edit.kind != Edit::Kind::kept) return has_brackets(edit.a) || has_brackets(edit.b);
  for (std::uint32_t k = 0; k < edit.a.size(); ++k) {
    if (in_brackets(edit.a[k]) != in_brackets(edit.b[k])) return true;
  }
  return false;
}

/// Where words are missing, the shorter rendering has "…", or the article breaks in.
bool is_marked_omission(const EditInContext& edit) {
  if (!edit.is_one_sided()) return false;
  const Side& bare = edit.bare();
  if (bare.ends()) return bare.words->ends_in_ellipsis();
  return (*bare.words)[bare.range.first].has(trait::after_ellipsis | trait::after_break);
}

bool truncates(const EditInContext& edit) {
  return edit.is_one_sided() &&
         (edit.at_start() || edit.at_end() || edit.full().size() >= least_cut);
}

}  // namespace quoth::variants
