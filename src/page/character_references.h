#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::page {

/// The characters that references in HTML ("&amp;", "&#8217;") stand for. Immutable, for any number of threads.
class CharacterReferences {
 public:
  static const CharacterReferences&
  table();  ///< Read once from data/page/character_references.txt.

  enum class Where : std::uint8_t { text, attribute };

  /// Appends the text with its references read; what is none stays as it is. In an attribute "&copy=" is no reference.
  void append_read(std::string& result, std::string_view text, Where where) const;

 private:
  struct Entry {
    std::string_view name;    // With the semicolon, if it has one.
    char characters[8] = {};  // UTF-8 of one or two code points.
    std::uint8_t size = 0;
  };

  CharacterReferences();
  const Entry* find(std::string_view name) const noexcept;
  std::size_t read_named(std::string& result, std::string_view text, Where where) const;
  static std::size_t read_number(std::string& result, std::string_view text);

  std::vector<Entry> entries_;
  std::vector<std::uint16_t> slots_;  // Of hashes: an entry's index and one; 0: none.
};

}  // namespace quoth::page
