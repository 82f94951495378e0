#include "tag/windows.h"

#include <algorithm>

namespace quoth::tag {
namespace {

using segment::SegmentedText;
using segment::WordRange;

std::size_t pieces_before(const SegmentedText& text, std::uint32_t word) {
  return word < text.words.size() ? text.words[word].first_piece : text.pieces.size();
}

std::size_t pieces_of(const SegmentedText& text, WordRange words) {
  return pieces_before(text, words.end) - pieces_before(text, words.first);
}

/// Cuts what does not fit between words; a word always fits in part.
void cut_sentence(const SegmentedText& text, WordRange sentence, std::size_t window,
                  std::vector<WordRange>& units) {
  while (sentence.first < sentence.end) {
    std::uint32_t end = sentence.first + 1;
    while (end < sentence.end && pieces_of(text, {sentence.first, end + 1}) <= window) ++end;
    units.push_back({sentence.first, end});
    sentence.first = end;
  }
}

std::vector<WordRange> units_of(const SegmentedText& text, std::size_t window) {
  std::vector<WordRange> units;
  auto sentence = text.sentences.begin();
  for (const WordRange paragraph : text.paragraphs) {
    const bool whole = pieces_of(text, paragraph) <= window;
    if (whole) units.push_back(paragraph);
    for (; sentence != text.sentences.end() && sentence->first < paragraph.end; ++sentence) {
      if (!whole) cut_sentence(text, *sentence, window, units);
    }
  }
  return units;
}

/// Of the words that two neighbours share, the first half belongs to the earlier one.
void share_out(std::vector<Window>& windows) {
  std::uint32_t start = 0;
  for (std::size_t k = 0; k < windows.size(); ++k) {
    std::uint32_t stop = windows[k].words.end;
    if (k + 1 < windows.size()) {
      const std::uint32_t next = windows[k + 1].words.first;
      stop = next + (windows[k].words.end - next) / 2;
    }
    windows[k].owned = {start, stop};
    start = stop;
  }
}

}  // namespace

std::vector<Window> windows_of(const SegmentedText& text, std::size_t window, std::size_t overlap) {
  const std::vector<WordRange> units = units_of(text, window);
  const auto pieces_from = [&](std::size_t first, std::size_t end) {
    return pieces_of(text, {units[first].first, units[end - 1].end});
  };
  std::vector<Window> windows;
  for (std::size_t at = 0; at < units.size();) {
    std::size_t end = at + 1;
    while (end < units.size() && pieces_from(at, end + 1) <= window) ++end;
    windows.push_back({{units[at].first, units[end - 1].end}, {}});
    if (end == units.size()) break;
    std::size_t next = end;
    // What is repeated must leave room for the next unit, or the window would bring nothing new.
    while (next - 1 > at && pieces_from(next - 1, end) <= overlap &&
           pieces_from(next - 1, end + 1) <= window) {
      --next;
    }
    at = next;
  }
  share_out(windows);
  return windows;
}

}  // namespace quoth::tag
