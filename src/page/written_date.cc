#include "page/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/lexicon.h"

namespace quoth::page {
namespace {

constexpr int first_year = 1990, last_year = 2039;
constexpr std::size_t longest_text = 4096;  // A date stands early in what states it.

/// A number or a word of the text.
struct Token {
  int number = -1;  ///< -1: a word.
  std::size_t digits = 0;
  int month = 0;  ///< Of a word that names one.
  char before =
      ' ';  ///< What stands between it and the token before: the last byte that is no space, else a space.
  std::string_view text;
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

int month_of(std::string_view word) {
  static const std::vector<std::pair<std::string_view, int>> names = [] {
    std::vector<std::pair<std::string_view, int>> list;
    for (std::string_view line : base::lexicon_entries("month_names")) {
      int month = 0;
      std::from_chars(line.data(), line.data() + line.size(), month);
      for (std::size_t at = line.find(' '); at != std::string_view::npos;
           at = line.find(' ', at + 1)) {
        list.emplace_back(line.substr(at + 1, line.find(' ', at + 1) - at - 1), month);
      }
    }
    std::sort(list.begin(), list.end());
    return list;
  }();
  std::string lower(word);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  const auto found =
      std::lower_bound(names.begin(), names.end(), std::pair<std::string_view, int>(lower, 0));
  return found != names.end() && found->first == lower ? found->second : 0;
}

std::vector<Token> tokens_of(std::string_view text) {
  text = text.substr(0, longest_text);
  std::vector<Token> tokens;
  char before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    Token token;
    if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      token.digits = at - start;
      if (token.digits <= 8) std::from_chars(text.data() + start, text.data() + at, token.number);
    } else if (is_letter(text[at])) {
      while (at < text.size() && is_letter(text[at])) ++at;
      token.month = month_of(text.substr(start, at - start));
    } else {
      if (text[at] != ' ') before = text[at];
      ++at;
      continue;
    }
    token.before = before;
    token.text = text.substr(start, at - start);
    tokens.push_back(token);
    before = ' ';
  }
  return tokens;
}

bool is_year(const Token& token) {
  return token.digits == 4 && token.number >= first_year && token.number <= last_year;
}
bool is_month(const Token& token) {
  return token.digits >= 1 && token.digits <= 2 && token.number >= 1 && token.number <= 12;
}
bool is_day(const Token& token) {
  return token.digits >= 1 && token.digits <= 2 && token.number >= 1 && token.number <= 31;
}

bool is_linking_word(const Token& token) {
  constexpr std::array<std::string_view, 9> words = {"st", "nd",  "rd", "th", "de",
                                                     "of", "del", "ST", "TH"};
  return token.number < 0 && std::find(words.begin(), words.end(), token.text) != words.end();
}

bool is_unit(const Token& token) {
  constexpr std::array<std::string_view, 6> units = {"년", "월", "일", "年", "月", "日"};
  return std::find(units.begin(), units.end(), token.text) != units.end();
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && is_leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

void append_padded(std::string& text, int number) {
  text += '-';
  text += static_cast<char>('0' + number / 10);
  text += static_cast<char>('0' + number % 10);
}

std::optional<WrittenDate> date(int year, int month, int day) {
  if (month < 1 || month > 12 || year < first_year || year > last_year) return {};
  WrittenDate found;
  found.iso = std::to_string(year);
  append_padded(found.iso, month);
  if (day == 0) return found;
  if (day > days_in(year, month)) return {};
  append_padded(found.iso, day);
  return found;
}

/// Reads dates at a place among a text's tokens; "st", "de", "년" between numbers are left out beforehand.
class Reader {
 public:
  Reader(std::string_view text, DayOrder order) : order_(order) {
    for (const Token& token : tokens_of(text)) {
      if (is_unit(token) && !tokens_.empty()) continue;
      if (is_linking_word(token) && !tokens_.empty()) continue;
      tokens_.push_back(token);
    }
  }

  std::size_t count() const { return tokens_.size(); }

  std::optional<WrittenDate> at(std::size_t k) const {
    if (auto found = run_of_digits(k)) return found;
    if (auto found = year_first(k)) return found;
    if (auto found = month_word(k)) return found;
    return numbers(k);
  }

 private:
  const Token& token(std::size_t k) const {
    static const Token nothing;
    return k < tokens_.size() ? tokens_[k] : nothing;
  }

  std::optional<WrittenDate> run_of_digits(std::size_t k) const {
    if (token(k).digits != 8) return {};
    const int number = token(k).number;
    return date(number / 10000, number / 100 % 100, number % 100);
  }

  std::optional<WrittenDate> year_first(std::size_t k) const {
    if (!is_year(token(k)) || !is_month(token(k + 1))) return {};
    const char sign = token(k + 1).before;
    const bool is_dated = sign == '-' || sign == '/' || sign == '.' || sign == ' ';
    if (is_dated && is_day(token(k + 2)) && token(k + 2).before == sign) {
      return date(token(k).number, token(k + 1).number, token(k + 2).number);
    }
    return sign == '-' && token(k + 1).digits == 2 ? date(token(k).number, token(k + 1).number, 0)
                                                   : std::nullopt;
  }

  /// "5 November 2019", "November 5, 2019", "November 2019".
  std::optional<WrittenDate> month_word(std::size_t k) const {
    if (is_day(token(k)) && token(k + 1).month > 0 && is_year(token(k + 2))) {
      return date(token(k + 2).number, token(k + 1).month, token(k).number);
    }
    if (token(k).month == 0) return {};
    if (is_day(token(k + 1)) && is_year(token(k + 2))) {
      return date(token(k + 2).number, token(k).month, token(k + 1).number);
    }
    return is_year(token(k + 1)) ? date(token(k + 1).number, token(k).month, 0) : std::nullopt;
  }

  std::optional<WrittenDate> numbers(std::size_t k) const {
    const Token &first = token(k), &second = token(k + 1), &year = token(k + 2);
    const char sign = second.before;
    if (!is_day(first) || !is_day(second) || !is_year(year) || year.before != sign) return {};
    if (sign != '/' && sign != '.' && sign != '-') return {};
    DayOrder order = sign == '.' ? DayOrder::day_first : order_;
    DayOrder shows = DayOrder::unknown;
    if (first.number > 12) order = shows = DayOrder::day_first;
    if (second.number > 12) order = shows = DayOrder::month_first;
    if (order == DayOrder::unknown && first.number != second.number) return {};
    const bool day_first = order != DayOrder::month_first;
    auto found = date(year.number, day_first ? second.number : first.number,
                      day_first ? first.number : second.number);
    if (found) {
      found->by_numbers = true;
      found->shows = sign == '.' ? DayOrder::unknown : shows;
    }
    return found;
  }

  DayOrder order_;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<WrittenDate> find_written_date(std::string_view text, DayOrder order) {
  const Reader reader(text, order);
  for (std::size_t k = 0; k < reader.count(); ++k) {
    if (auto found = reader.at(k)) return found;
  }
  return {};
}

DayOrder order_shown(std::string_view text) {
  const Reader reader(text, DayOrder::unknown);
  for (std::size_t k = 0; k < reader.count(); ++k) {
    const auto found = reader.at(k);
    if (found && found->shows != DayOrder::unknown) return found->shows;
  }
  return DayOrder::unknown;
}

}  // namespace quoth::page
