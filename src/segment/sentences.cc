#include "segment/sentences.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "segment/marks.h"
#include "text/utf8.h"

namespace quoth::segment {
namespace {

bool is_closer(char32_t sign) {
  return sign == ')' || sign == ']' || sign == '}' || is_double_sign(sign) || is_single_sign(sign);
}

bool is_terminal(char32_t sign) {
  return sign == '.' || sign == '?' || sign == '!' || sign == 0x2026;
}

class SentenceRules {
 public:
  SentenceRules(std::string_view text, const Normalisation& normalisation,
                const Abbreviations& abbreviations, const std::vector<Word>& words)
      : text_(text), normalisation_(normalisation), abbreviations_(abbreviations), words_(words) {}

  /// Whether a sentence ends before word k (> 0), which starts no paragraph.
  bool end_before(std::size_t k) {
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

  bool is_abbreviation(std::size_t k) {
    const Span span = words_[k].span;
    folded_.clear();
    for (std::size_t at = span.start; at < span.end;) {
      const text::CodePoint point = text::decode(text_, at);
      normalisation_.fold(point.value, text_.substr(at, point.size), folded_);
      at += point.size;
    }
    return std::binary_search(abbreviations_.begin(), abbreviations_.end(),
                              std::string_view(folded_));
  }

  std::string_view text_;
  const Normalisation& normalisation_;
  const Abbreviations& abbreviations_;
  const std::vector<Word>& words_;
  std::string folded_;  // Reused from word to word.
};

}  // namespace

void split_sentences(std::string_view text, const Normalisation& normalisation,
                     const Abbreviations& abbreviations, SegmentedText& out) {
  SentenceRules rules(text, normalisation, abbreviations, out.words);
  for (std::uint32_t k = 0; k < out.words.size(); ++k) {
    if (out.words[k].gap == Gap::paragraph || rules.end_before(k)) out.sentences.push_back({k, k});
    out.sentences.back().end = k + 1;
  }
}

}  // namespace quoth::segment
