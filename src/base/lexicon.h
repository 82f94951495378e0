#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace quoth::base {

/// One word list of data/lexicon/, data/page/ or data/variants/, built into the library.
struct LexiconList {
  std::string_view name;  ///< File name without ".txt".
  std::string_view text;  ///< One entry a line, "\n" after each; comments and empty lines left out.
};

/// All lists, by name. Written by cmake/EmbedLexicon.cmake.
std::span<const LexiconList> lexicon_lists() noexcept;

/// The text of the list data/lexicon/NAME.txt; empty where there is none.
std::string_view lexicon(std::string_view name) noexcept;

/// Its entries in the file's order. They live for ever.
std::vector<std::string_view> lexicon_entries(std::string_view name);

}  // namespace quoth::base
