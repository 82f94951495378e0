#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/normalisation.h"
#include "segment/segmented_text.h"

namespace quoth::segment {

/// One word as the rules for quotation marks see it.
struct MarkCandidate {
  char32_t sign = 0;  ///< The sign, if the word is a punctuation sign; else 0.
  bool alphanumeric = false;
  bool ends_in_digit = false;  ///< ASCII digits.
  bool ends_in_s = false;
  bool glued = false;  ///< To the word before.
};

/// A paragraph's words and the questions that the rules ask of a sign's surroundings.
class MarkSurroundings {
 public:
  /// Reads words [range.first, range.end); the object can be filled again and keeps its memory.
  void read(std::string_view text, const std::vector<Word>& words, WordRange range,
            const Normalisation& normalisation);

  std::size_t size() const noexcept { return words_.size(); }
  char32_t sign(std::size_t i) const { return words_[i].sign; }
  bool glued_before(std::size_t i) const { return i > 0 && words_[i].glued; }
  bool glued_after(std::size_t i) const { return i + 1 < words_.size() && words_[i + 1].glued; }
  bool alphanumeric(std::size_t i) const { return i < words_.size() && words_[i].alphanumeric; }
  bool ends_in_s(std::size_t i) const { return words_[i].ends_in_s; }

  /// Nothing, white space, a bracket, a dash or another mark stands before: a mark may open here.
  bool opens_after_nothing(std::size_t i) const;
  bool is_apostrophe(std::size_t i) const;
  bool is_prime(std::size_t i, bool double_open) const;
  bool may_open(std::size_t i) const;
  /// `opened`: the sign that is open at this level, or 0.
  bool may_close(std::size_t i, char32_t opened) const;
  /// After punctuation, or before punctuation or the end; not after a plural's -s.
  bool is_sure_single_close(std::size_t i) const;
  bool is_possible_single_close(std::size_t i) const;

 private:
  std::vector<MarkCandidate> words_;
};

}  // namespace quoth::segment
