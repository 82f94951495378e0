#include "segment/gaps.h"

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

namespace quoth::segment {
namespace {

constexpr std::size_t widest_wrapped_line = 100;  // In code points.

constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;

bool is_line_break(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == line_separator || c == paragraph_separator;
}

/// What stands between two words.
struct Between {
  std::size_t breaks = 0;
  bool parts_paragraphs = false;  // U+2029
  bool has_space = false;
};

Between read_between(std::string_view text, std::size_t start, std::size_t end,
                     const Normalisation& normalisation) {
  Between between;
  for (std::size_t at = start; at < end;) {
    const text::CodePoint point = text::decode(text, at);
    at += point.size;
    if (is_line_break(point.value)) {
      const bool pair = point.value == '\r' && at < end && text[at] == '\n';
      at += pair ? 1U : 0U;
      ++between.breaks;
      between.parts_paragraphs = between.parts_paragraphs || point.value == paragraph_separator;
    }
    between.has_space =
        between.has_space || normalisation.class_of(point.value) == CodePointClass::space;
  }
  return between;
}

/// Lines with words, blocks of them parted by blank lines, and the widest line, from the first line
/// with words to the last.
struct Layout {
  std::size_t lines = 0;
  std::size_t blocks = 0;
  std::size_t widest = 0;
};

/// One pass over the text's lines; `words` tells which lines hold any.
class LayoutReader {
 public:
  LayoutReader(std::string_view text, const std::vector<Word>& words)
      : text_(text), words_(words) {}

  Layout read() {
    for (std::size_t at = 0; at < text_.size();) {
      const text::CodePoint point = text::decode(text_, at);
      if (is_line_break(point.value)) {
        end_line(at);
        const bool pair = point.value == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
        at += pair ? 2U : point.size;
      } else {
        at += point.size;
        ++width_;
      }
    }
    end_line(text_.size());
    return layout_;
  }

 private:
  void end_line(std::size_t end) {
    bool filled = false;
    for (; word_ < words_.size() && words_[word_].span.start < end; ++word_) filled = true;
    if (filled) {
      ++layout_.lines;
      layout_.blocks += filled_before_ ? 0U : 1U;
      layout_.widest = std::max({layout_.widest, width_, widest_blank_});
      widest_blank_ = 0;
    } else if (layout_.lines > 0) {
      widest_blank_ = std::max(widest_blank_, width_);  // Counts only if words follow.
    }
    filled_before_ = filled;
    width_ = 0;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  Layout layout_;
  std::size_t word_ = 0;
  std::size_t width_ = 0;
  std::size_t widest_blank_ = 0;
  bool filled_before_ = false;
};

bool is_hard_wrapped(std::string_view text, const std::vector<Word>& words) {
  const Layout layout = LayoutReader(text, words).read();
  return layout.blocks > 1 && layout.widest <= widest_wrapped_line &&
         2 * layout.lines >= 3 * layout.blocks;
}

Gap gap_of(const Between& between, bool hard_wrapped) {
  if (between.breaks >= 2 || between.parts_paragraphs) return Gap::paragraph;
  if (between.breaks == 1) return hard_wrapped ? Gap::line : Gap::paragraph;
  return between.has_space ? Gap::space : Gap::none;
}

}  // namespace

void set_gaps(std::string_view text, const Normalisation& normalisation, SegmentedText& out) {
  const bool hard_wrapped = is_hard_wrapped(text, out.words);
  std::size_t before = 0;
  for (std::uint32_t k = 0; k < out.words.size(); ++k) {
    Word& word = out.words[k];
    word.gap =
        k == 0 ? Gap::paragraph
               : gap_of(read_between(text, before, word.span.start, normalisation), hard_wrapped);
    before = word.span.end;
    if (word.gap == Gap::paragraph) out.paragraphs.push_back({k, k});
    out.paragraphs.back().end = k + 1;
  }
}

}  // namespace quoth::segment
