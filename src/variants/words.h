#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "variants/traits.h"

namespace quoth::variants {

/// A word of a content as it is compared.
struct Word {
  Span
      span;  ///< Bytes of the content; empty for the later words of what is one word there: "n't" of "don't".
  std::uint32_t form = 0;  ///< Where its form starts; Words::form() reads it.
  std::uint32_t size = 0;  ///< Bytes of the form.
  std::uint64_t key = 0;   ///< Equal for equal forms.
  std::uint64_t stem =
      0;  ///< Equal for forms of one word: "wins", "won". As good as exact, and meant for comparing alone.
  std::uint32_t traits = 0;  ///< Bits of variants::trait.
  std::uint32_t group = 0;   ///< Meaning::group.

  bool has(std::uint32_t any) const noexcept { return (traits & any) != 0; }
};

/// The words of a content in the form in which they are compared: lower case without accents, contractions and short names spelt out,
/// British spelling made American, numbers read. The spans still point to what was written.
///
///   content   We don’t owe £1.5m
///   forms     we do not owe #1500000 pound
///   spans     We don’t (empty) owe £1.5m (empty)
///
/// Meant to be used again for the next content: its memory is kept. Borrows the content.
class Words {
 public:
  /// REQUIRES: valid UTF-8, less than 4 GiB.
  void read(std::string_view content);

  std::size_t size() const noexcept { return words_.size(); }
  const Word& operator[](std::size_t index) const noexcept { return words_[index]; }
  std::string_view form(std::size_t index) const noexcept {
    return std::string_view(forms_).substr(words_[index].form, words_[index].size);
  }
  std::string_view content() const noexcept { return content_; }
  /// Whether "…" stands behind the last word.
  bool ends_in_ellipsis() const noexcept { return ends_in_ellipsis_; }
  /// What the words weigh in comparisons: 1 for light ones, 3 for others. Those in brackets weigh nothing.
  static std::uint32_t weight(const Word& word) noexcept;
  std::uint32_t weight() const noexcept;
  /// How many words are not light.
  std::uint32_t heavy() const noexcept;

 private:
  struct Scan;  ///< Where reading stands.

  void read_word(Scan& scan, std::size_t end);
  void read_sign(Scan& scan);
  bool read_short_name(Scan& scan, std::string_view written, Span span);
  void add_spelt_out(Scan& scan, std::string_view words, Span span);
  void add(Scan& scan, std::string_view form, Span span, std::uint32_t traits);
  void mark_phrases();
  void mark_first_names();
  void read_numbers();
  void mark_number_hedges();
  static void make_number(Word& word, std::string_view form);

  std::string_view content_;
  std::string forms_;
  std::string folded_;  ///< Of the word that is read.
  std::vector<Word> words_;
  std::vector<std::string> number_;  ///< Words of a number.
  bool ends_in_ellipsis_ = false;
};

}  // namespace quoth::variants
