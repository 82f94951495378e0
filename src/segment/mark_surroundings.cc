#include "segment/mark_surroundings.h"

#include "segment/marks.h"
#include "text/utf8.h"

namespace quoth::segment {
namespace {

bool is_one_of(char32_t sign, std::u32string_view signs) {
  return sign != 0 && signs.find(sign) != std::u32string_view::npos;
}

constexpr std::u32string_view double_signs = U"\"“”„‟«»″〝〞";
constexpr std::u32string_view single_signs = U"'‘’‚‛‹›`´′";
constexpr std::u32string_view only_open = U"“„‘‚‟‛〝";
constexpr std::u32string_view straight = U"\"″'`´′";
constexpr std::u32string_view brackets_and_dashes = U"([{<-–—/…";
constexpr std::u32string_view single_closers = U"'’›´`′";

char32_t last_code_point(std::string_view text, Span span) {
  std::size_t at = span.end - 1;
  while (!text::starts_sequence(text[at])) --at;
  return text::decode(text, at).value;
}

MarkCandidate candidate_of(std::string_view text, const Word& word,
                           const Normalisation& normalisation) {
  MarkCandidate candidate;
  candidate.glued = word.gap == Gap::none;
  const char32_t first = text::decode(text, word.span.start).value;
  if (word.shape == Shape::punctuation) {
    candidate.sign = first;
    return candidate;
  }
  const CodePointClass kind = normalisation.class_of(first);
  candidate.alphanumeric = kind == CodePointClass::letter || kind == CodePointClass::upper ||
                           kind == CodePointClass::ideograph;
  const char32_t last = last_code_point(text, word.span);
  candidate.ends_in_digit = last >= '0' && last <= '9';
  candidate.ends_in_s = last == 's' || last == 'S';
  return candidate;
}

}  // namespace

bool is_double_sign(char32_t sign) noexcept { return is_one_of(sign, double_signs); }
bool is_single_sign(char32_t sign) noexcept { return is_one_of(sign, single_signs); }

void MarkSurroundings::read(std::string_view text, const std::vector<Word>& words, WordRange range,
                            const Normalisation& normalisation) {
  words_.clear();
  for (std::uint32_t k = range.first; k < range.end; ++k) {
    words_.push_back(candidate_of(text, words[k], normalisation));
  }
}

bool MarkSurroundings::opens_after_nothing(std::size_t i) const {
  if (!glued_before(i)) return true;
  const char32_t before = sign(i - 1);
  return is_one_of(before, brackets_and_dashes) || is_double_sign(before) || is_single_sign(before);
}

bool MarkSurroundings::is_apostrophe(std::size_t i) const {
  return glued_before(i) && glued_after(i) && alphanumeric(i - 1) && alphanumeric(i + 1);
}

bool MarkSurroundings::is_prime(std::size_t i, bool double_open) const {
  if (!is_one_of(sign(i), U"\"″") || !glued_before(i) || !words_[i - 1].ends_in_digit) return false;
  const bool feet = i >= 3 && glued_before(i - 1) && is_one_of(sign(i - 2), U"'’′") &&
                    glued_before(i - 2) && words_[i - 3].ends_in_digit;
  return feet || !double_open;
}

bool MarkSurroundings::may_open(std::size_t i) const {
  const char32_t mark = sign(i);
  if (is_one_of(mark, U"«‹")) return !(glued_before(i) && !glued_after(i));
  if (is_one_of(mark, only_open)) return true;
  if (is_one_of(mark, straight)) {
    return opens_after_nothing(i) && (glued_after(i) || !glued_before(i));
  }
  return !glued_before(i) && glued_after(i);
}

bool MarkSurroundings::may_close(std::size_t i, char32_t opened) const {
  const char32_t mark = sign(i);
  const bool outward = glued_before(i) || !glued_after(i);
  if (is_one_of(mark, U"“‟")) return opened == U'„' && outward;
  if (is_one_of(mark, U"‘‛")) return opened == U'‚' && outward;
  if (is_one_of(mark, U"«‹")) return is_one_of(opened, U"»›") && glued_before(i);
  if (is_one_of(mark, U"„‚〝")) return false;
  return outward;
}

bool MarkSurroundings::is_possible_single_close(std::size_t i) const {
  return is_one_of(sign(i), single_closers) && !is_apostrophe(i) && glued_before(i) &&
         !(glued_after(i) && alphanumeric(i + 1));
}

bool MarkSurroundings::is_sure_single_close(std::size_t i) const {
  if (!is_possible_single_close(i)) return false;
  return !alphanumeric(i - 1) || glued_after(i) || !ends_in_s(i - 1);
}

}  // namespace quoth::segment
