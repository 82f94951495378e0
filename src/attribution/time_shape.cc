#include "attribution/time_shape.h"

#include <algorithm>
#include <iterator>

namespace quoth::attribution {
namespace {

bool is_number(const TimeWord& word) { return word.slot == "number"; }
bool is_unit_of(const TimeWord& word, TimeUnit unit) {
  return (word.slot == "unit" || word.slot == "units") && word.value == unit;
}

constexpr struct {
  std::string_view slot;
  bool (*fits)(const TimeWord& word);
} wide_slots[] = {
    {"day",
     [](const TimeWord& word) {
       const bool counts = is_number(word) || word.slot == "ordinal";
       return counts && word.digits <= 2 && word.value >= 1 && word.value <= 31;
     }},
    {"month-number",
     [](const TimeWord& word) {
       return is_number(word) && word.digits >= 1 && word.digits <= 2 && word.value >= 1 &&
              word.value <= 12;
     }},
    {"year",
     [](const TimeWord& word) {
       const bool is_long = word.digits == 4 || word.digits == 0;
       return is_number(word) && is_long && word.value >= 1000 && word.value < 3000;
     }},
    {"short-year",
     [](const TimeWord& word) { return is_number(word) && word.digits == 2 && word.value >= 40; }},
    {"count", [](const TimeWord& word) { return is_number(word) && word.digits <= 4; }},
    {"sign",
     [](const TimeWord& word) {
       return word.slot == "dash" || word.slot == "slash" || word.slot == "dot";
     }},
    {"any-unit",
     [](const TimeWord& word) {
       return word.slot == "unit" || word.slot == "units" || word.slot == "week";
     }},
    {"day-word", [](const TimeWord& word) { return is_unit_of(word, days); }},
    {"month-word", [](const TimeWord& word) { return is_unit_of(word, months); }},
    {"year-word", [](const TimeWord& word) { return is_unit_of(word, years); }},
    {"step", [](const TimeWord& word) { return word.slot == "relative" || word.slot == "coming"; }},
};

bool fits_slot(const TimeWord& word, std::string_view slot) {
  const auto* wide = std::find_if(std::begin(wide_slots), std::end(wide_slots),
                                  [&](const auto& entry) { return entry.slot == slot; });
  return wide == std::end(wide_slots) ? word.slot == slot : wide->fits(word);
}

/// Takes the first slot off a shape.
std::string_view take_slot(std::string_view& shape) {
  const std::string_view slot = shape.substr(0, shape.find(' '));
  shape.remove_prefix(std::min(shape.size(), slot.size() + 1));
  return slot;
}

}  // namespace

std::optional<ShapeMatch> ShapeMatch::find(std::string_view shape,
                                           std::span<const TimeWord> words) {
  ShapeMatch match;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (match.fits(shape, words, at)) return match;
  }
  return std::nullopt;
}

bool ShapeMatch::fits(std::string_view shape, std::span<const TimeWord> words, std::size_t at) {
  slots_.clear();
  std::size_t next = at;
  while (!shape.empty()) {
    const std::string_view slot = take_slot(shape);
    if (slot == "^" || slot == "$") {
      if (next != (slot == "^" ? 0 : words.size())) return false;
      continue;
    }
    if (next == words.size() || !fits_slot(words[next], slot)) return false;
    slots_.push_back(slot);
    ++next;
  }
  words_ = words.subspan(at, next - at);
  return true;
}

const TimeWord* ShapeMatch::word(std::string_view slot) const {
  const auto found = std::find(slots_.begin(), slots_.end(), slot);
  return found == slots_.end() ? nullptr
                               : &words_[static_cast<std::size_t>(found - slots_.begin())];
}

}  // namespace quoth::attribution
