#include "segment/marks.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "segment/mark_surroundings.h"

namespace quoth::segment {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Pairs the marks of one paragraph after the other; memory is reused.
class MarkPairing {
 public:
  MarkPairing(std::string_view text, const Normalisation& normalisation, SegmentedText& out)
      : text_(text), normalisation_(normalisation), out_(out) {}

  void pair(WordRange paragraph) {
    paragraph_ = paragraph;
    open_.clear();
    open_doubles_ = open_singles_ = 0;
    signs_.read(text_, out_.words, paragraph, normalisation_);
    find_later_closes();
    for (std::size_t i = 0; i < signs_.size(); ++i) word(i).mark = mark_of(i);
    close_down_to(0, paragraph.end, false);
  }

 private:
  Word& word(std::size_t i) { return out_.words[paragraph_.first + i]; }
  const MarkedRange& range(std::size_t level) const { return out_.marks[open_[level]]; }
  char32_t opening_sign(std::size_t level) const {
    return signs_.sign(range(level).words.first - paragraph_.first);
  }

  void find_later_closes() {
    later_sure_.assign(signs_.size(), 0);
    later_possible_.assign(signs_.size(), 0);
    std::uint8_t sure = 0;
    std::uint8_t possible = 0;
    for (std::size_t i = signs_.size(); i-- > 0;) {
      later_sure_[i] = sure;
      later_possible_[i] = possible;
      if (signs_.is_sure_single_close(i)) sure = 1;
      if (signs_.is_possible_single_close(i)) possible = 1;
    }
  }

  Mark mark_of(std::size_t i) {
    if (is_double_sign(signs_.sign(i))) return double_mark(i);
    if (is_single_sign(signs_.sign(i))) return single_mark(i);
    if (open_.empty()) return Mark::outside;
    if (open_.size() > 1) return Mark::nested;
    return range(0).single ? Mark::inside_single : Mark::inside;
  }

  Mark double_mark(std::size_t i) {
    const std::size_t level = innermost(false);
    const bool is_open = level != nowhere;
    if (signs_.is_prime(i, is_open)) return Mark::stray;
    const bool opens = signs_.may_open(i);
    const bool opens_for_sure = opens && signs_.glued_after(i) && !signs_.glued_before(i);
    if (is_open && !opens_for_sure && signs_.may_close(i, opening_sign(level))) {
      close_down_to(level, end_after(i), true);
      return Mark::closing;
    }
    if (!opens) return Mark::stray;
    const bool inside_single = !open_.empty() && range(open_.size() - 1).single;
    if (is_open && !inside_single) close_down_to(level, end_after(i) - 1, false);
    open(i, false);
    return Mark::opening;
  }

  Mark single_mark(std::size_t i) {
    const char32_t sign = signs_.sign(i);
    const bool guillemet = sign == U'‹' || sign == U'›';
    if (signs_.is_apostrophe(i) && !guillemet) return Mark::stray;
    const std::size_t level = innermost(true);
    if (level != nowhere && level + 1 == open_.size() && closes_single(i, opening_sign(level))) {
      close_down_to(level, end_after(i), true);
      return Mark::closing;
    }
    if (level == nowhere && opens_single(i, guillemet)) {
      open(i, true);
      return Mark::opening;
    }
    return Mark::stray;
  }

  bool closes_single(std::size_t i, char32_t opened) const {
    const char32_t sign = signs_.sign(i);
    const bool many_jobs = sign == U'\'' || sign == U'’';
    const bool opens_rather =
        signs_.opens_after_nothing(i) && signs_.glued_after(i) && signs_.alphanumeric(i + 1);
    return signs_.may_close(i, opened) && !opens_rather &&
           (!many_jobs || later_sure_[i] == 0 || signs_.is_sure_single_close(i));
  }

  bool opens_single(std::size_t i, bool guillemet) const {
    const char32_t sign = signs_.sign(i);
    const bool closer_by_shape = sign == U'’' || sign == U'´' || sign == U'`' || sign == U'′';
    return signs_.may_open(i) && (signs_.glued_after(i) || guillemet) && later_possible_[i] != 0 &&
           !(closer_by_shape && signs_.glued_before(i));
  }

  std::uint32_t end_after(std::size_t i) const {
    return paragraph_.first + static_cast<std::uint32_t>(i) + 1;
  }

  // Double and single marks can be open in any order, but at most one single mark is.
  std::size_t innermost(bool single) const {
    if ((single ? open_singles_ : open_doubles_) == 0) return nowhere;
    for (std::size_t level = open_.size(); level-- > 0;) {
      if (range(level).single == single) return level;
    }
    return nowhere;
  }

  void open(std::size_t i, bool single) {
    MarkedRange opened;
    opened.words = {end_after(i) - 1, paragraph_.end};
    opened.closed = false;
    opened.single = single;
    opened.depth = static_cast<std::uint8_t>(open_.size());
    (single ? open_singles_ : open_doubles_) += 1;
    open_.push_back(out_.marks.size());
    out_.marks.push_back(opened);
  }

  /// Ends every mark from `level` up; those above it were never closed.
  void close_down_to(std::size_t level, std::uint32_t end, bool closed) {
    while (open_.size() > level) {
      MarkedRange& ended = out_.marks[open_.back()];
      (ended.single ? open_singles_ : open_doubles_) -= 1;
      open_.pop_back();
      ended.words.end = end;
      ended.closed = closed && open_.size() == level;
    }
  }

  std::string_view text_;
  const Normalisation& normalisation_;
  SegmentedText& out_;
  WordRange paragraph_;
  MarkSurroundings signs_;
  std::vector<std::uint8_t> later_sure_, later_possible_;
  std::vector<std::size_t> open_;  // Indices into out_.marks, outermost first.
  std::size_t open_doubles_ = 0;
  std::size_t open_singles_ = 0;
};

}  // namespace

void pair_marks(std::string_view text, const Normalisation& normalisation, SegmentedText& out) {
  MarkPairing pairing(text, normalisation, out);
  for (const WordRange paragraph : out.paragraphs) pairing.pair(paragraph);
}

}  // namespace quoth::segment
