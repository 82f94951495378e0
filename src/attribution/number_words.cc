#include "attribution/number_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace quoth::attribution {
namespace {

struct NumberWord {
  std::string_view word;
  std::string_view ordinal;
  int value;
};

constexpr NumberWord number_table[] = {
    {"zero", "", 0},
    {"oh", "", 0},
    {"one", "first", 1},
    {"two", "second", 2},
    {"three", "third", 3},
    {"four", "fourth", 4},
    {"five", "fifth", 5},
    {"six", "sixth", 6},
    {"seven", "seventh", 7},
    {"eight", "eighth", 8},
    {"nine", "ninth", 9},
    {"ten", "tenth", 10},
    {"eleven", "eleventh", 11},
    {"twelve", "twelfth", 12},
    {"thirteen", "thirteenth", 13},
    {"fourteen", "fourteenth", 14},
    {"fifteen", "fifteenth", 15},
    {"sixteen", "sixteenth", 16},
    {"seventeen", "seventeenth", 17},
    {"eighteen", "eighteenth", 18},
    {"nineteen", "nineteenth", 19},
    {"twenty", "twentieth", 20},
    {"thirty", "thirtieth", 30},
    {"forty", "fortieth", 40},
    {"fifty", "fiftieth", 50},
    {"sixty", "sixtieth", 60},
    {"seventy", "seventieth", 70},
    {"eighty", "eightieth", 80},
    {"ninety", "ninetieth", 90},
};

NumberWords simple_number(std::span<const std::string> words) {
  if (words.empty()) return {};
  const auto* found = std::find_if(
      std::begin(number_table), std::end(number_table),
      [&](const NumberWord& one) { return one.word == words[0] || one.ordinal == words[0]; });
  if (found == std::end(number_table)) return {};
  return {found->value, 1, found->ordinal == words[0]};
}

/// 0 … 99.
NumberWords below_hundred(std::span<const std::string> words) {
  NumberWords number = simple_number(words);
  if (number.words == 0 || number.is_ordinal || number.value < 20) return number;
  const NumberWords unit = simple_number(words.subspan(1));
  if (unit.words == 0 || unit.value < 1 || unit.value > 9) return number;
  return {number.value + unit.value, 2, unit.is_ordinal};
}

bool stands_at(std::span<const std::string> words, std::size_t at, std::string_view word) {
  return at < words.size() && words[at] == word;
}

using Reader = NumberWords (*)(std::span<const std::string>);

/// "[two] hundred [and five]": `number` times `scale` where the scale's word comes next, and what `rest` reads after it.
NumberWords scaled(std::span<const std::string> words, NumberWords number, std::string_view word,
                   int scale, Reader rest) {
  if (number.is_ordinal || !stands_at(words, number.words, word)) return number;
  number = {(number.words == 0 ? 1 : number.value) * scale, number.words + 1, false};
  const std::size_t linked = stands_at(words, number.words, "and") ? 1 : 0;
  const NumberWords added = rest(words.subspan(number.words + linked));
  if (added.words == 0) return number;
  return {number.value + added.value, number.words + linked + added.words, added.is_ordinal};
}

/// 0 … 9,999: "twelve hundred" too.
NumberWords below_thousand(std::span<const std::string> words) {
  return scaled(words, below_hundred(words), "hundred", 100, below_hundred);
}

/// "nineteen seventy eight", "twenty ten", "nineteen zero one".
NumberWords year_in_pairs(std::span<const std::string> words, const NumberWords& century) {
  if (century.words != 1 || century.is_ordinal || century.value < 10 || century.value > 20) {
    return {};
  }
  const auto rest = words.subspan(1);
  const NumberWords pair = below_hundred(rest);
  if (pair.words != 0 && pair.value >= 10)
    return {century.value * 100 + pair.value, 1 + pair.words, false};
  const NumberWords unit =
      pair.words != 0 && pair.value == 0 ? simple_number(rest.subspan(1)) : NumberWords{};
  if (unit.words == 0 || unit.value > 9) return {};
  return {century.value * 100 + unit.value, 3, false};
}

}  // namespace

NumberWords number_words(std::span<const std::string> words) {
  const NumberWords start = below_hundred(words);
  const NumberWords year = year_in_pairs(words, start);
  if (year.words != 0) return year;
  return scaled(words, below_thousand(words), "thousand", 1000, below_thousand);
}

}  // namespace quoth::attribution
