#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "variants/traits.h"

namespace quoth::variants {

/// What the lists say of a form.
struct Meaning {
  std::uint32_t traits = 0;
  /// Equal for words that stand for the same: "he" and "his", "will" and "would", "Jan" and "January". 0: none.
  std::uint32_t group = 0;
};

/// Words that belong together: "I think", "have to".
struct Phrase {
  std::vector<std::string_view> words;  ///< Two or more.
  Meaning meaning;
};

/// The word lists of data/variants/, read once. Immutable, thread-safe.
class Glossary {
 public:
  static const Glossary& shared();

  /// REQUIRES of all: a form in lower case.
  Meaning meaning(std::string_view form) const;
  /// Phrases that begin with the word; nothing: none.
  const std::vector<Phrase>* phrases(std::string_view first) const;
  /// The words of a contraction, parted by spaces; empty: it is none.
  std::string_view spelt_out(std::string_view form) const;
  /// The American form; empty: the same.
  std::string_view american(std::string_view form) const;
  /// The verb that it is an irregular form of; empty: none.
  std::string_view verb(std::string_view form) const;
  /// The words that a short name as written ("U.S.") stands for; empty: none.
  std::string_view full_name(std::string_view written) const;
  /// How many zeros a word that multiplies adds ("million": 6); 0: it does not.
  int zeros(std::string_view form) const;

 private:
  using Table = std::unordered_map<std::string_view, std::string_view>;

  Glossary();
  void add(std::string_view list, std::uint32_t traits);

  std::unordered_map<std::string_view, Meaning> meanings_;
  std::unordered_map<std::string_view, std::vector<Phrase>> phrases_;
  Table contractions_, spellings_, verbs_, names_, zeros_;
};

}  // namespace quoth::variants
