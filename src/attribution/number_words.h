#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace quoth::attribution {

/// A number in words, as it starts a list of words.
struct NumberWords {
  int value = 0;
  std::size_t words = 0;    ///< How many words it takes; 0: no number starts here.
  bool is_ordinal = false;  ///< "twenty first"
};

/// Reads the longest number from 0 to 999,999 that the lower-case words start with: "ten", "twenty one", "twenty first",
/// "two thousand and eighteen", and years in pairs: "nineteen seventy eight", "nineteen zero one".
NumberWords number_words(std::span<const std::string> words);

}  // namespace quoth::attribution
