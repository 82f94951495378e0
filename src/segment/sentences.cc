#include "segment/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "segment/marks.h"
#include "text/utf8.h"

namespace quoth::segment {
namespace {

constexpr std::size_t longest_abbreviation = 16;  // In bytes; ASCII only.

bool is_closer(char32_t sign) {
  return sign == ')' || sign == ']' || sign == '}' || is_double_sign(sign) || is_single_sign(sign);
}

bool is_terminal(char32_t sign) {
  return sign == '.' || sign == '?' || sign == '!' || sign == 0x2026;
}

class SentenceRules {
 public:
  SentenceRules(std::string_view text, const Abbreviations& abbreviations,
                const std::vector<Word>& words)
      : text_(text), abbreviations_(abbreviations), words_(words) {}

  /// Whether a sentence ends before word k (> 0), which starts no paragraph.
  bool end_before(std::size_t k) const {
    if (words_[k].gap == Gap::none || words_[k].shape == Shape::lower) return false;
    std::size_t j = k - 1;
    while (j > 0 && is_closer(sign(j)) && words_[j].gap == Gap::none) --j;
    if (!is_terminal(sign(j))) return false;
    const bool bare_stop = sign(j) == '.' && j > 0 && words_[j].gap == Gap::none && j == k - 1;
    return !bare_stop || !(is_initial(j - 1) || is_abbreviation(j - 1));
  }

 private:
  char32_t sign(std::size_t k) const {
    return words_[k].shape == Shape::punctuation ? text::decode(text_, words_[k].span.start).value
                                                 : 0;
  }

  bool is_initial(std::size_t k) const {
    const Span span = words_[k].span;
    return words_[k].shape == Shape::capitalised &&
           text::decode(text_, span.start).size == span.end - span.start;
  }

  bool is_abbreviation(std::size_t k) const {
    const Span span = words_[k].span;
    const std::size_t size = std::size_t{span.end} - span.start;
    if (size > longest_abbreviation) return false;
    std::array<char, longest_abbreviation> lower{};
    for (std::size_t n = 0; n < size; ++n) {
      const char c = text_[span.start + n];
      lower[n] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return std::binary_search(abbreviations_.begin(), abbreviations_.end(),
                              std::string_view(lower.data(), size));
  }

  std::string_view text_;
  const Abbreviations& abbreviations_;
  const std::vector<Word>& words_;
};

}  // namespace

void split_sentences(std::string_view text, const Abbreviations& abbreviations,
                     SegmentedText& out) {
  const SentenceRules rules(text, abbreviations, out.words);
  for (std::uint32_t k = 0; k < out.words.size(); ++k) {
    if (out.words[k].gap == Gap::paragraph || rules.end_before(k)) out.sentences.push_back({k, k});
    out.sentences.back().end = k + 1;
  }
}

}  // namespace quoth::segment
