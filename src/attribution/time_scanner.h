#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::attribution {

/// A piece of a time phrase.
struct TimePiece {
  /// Lower case, without apostrophes and full stops: "am" for "a.m.".
  std::string text;
  bool is_number = false;  ///< Digits only.
  bool is_sign =
      false;  ///< "-", "/", "." or ":" between two numbers; other punctuation is left out.
  bool is_ordinal = false;  ///< The digits had "st", "nd", "rd" or "th".
  bool is_decade = false;   ///< The digits had "s": "1990s", "90's".
  bool is_year = false;     ///< Two digits after an apostrophe: "'08".
};

/// Cuts a phrase into words, numbers and signs; "Oct2" is two of them. Any bytes will do.
std::vector<TimePiece> scan_time(std::string_view phrase);

}  // namespace quoth::attribution
