#include "segment/words.h"

#include <string>

#include "text/utf8.h"

namespace quoth::segment {
namespace {

bool is_letter(CodePointClass kind) {
  return kind == CodePointClass::letter || kind == CodePointClass::upper;
}

bool continues_word(CodePointClass kind) {
  return is_letter(kind) || kind == CodePointClass::combining;
}

/// Counts a word's letters as they go by, to tell its shape.
class ShapeCounter {
 public:
  void add(char32_t code_point, CodePointClass kind) {
    if (!is_letter(kind)) return;
    const bool upper = kind == CodePointClass::upper;
    first_is_upper_ = letters_ == 0 ? upper : first_is_upper_;
    ++letters_;
    uppers_ += upper ? 1U : 0U;
    digits_ += code_point >= '0' && code_point <= '9' ? 1U : 0U;
  }

  Shape shape() const {
    if (letters_ == 0) return Shape::other;
    if (digits_ == letters_) return Shape::digits;
    if (uppers_ == 0) return Shape::lower;
    if (first_is_upper_ && uppers_ == 1) return Shape::capitalised;
    return uppers_ == letters_ ? Shape::upper : Shape::mixed;
  }

 private:
  std::size_t letters_ = 0;
  std::size_t uppers_ = 0;
  std::size_t digits_ = 0;
  bool first_is_upper_ = false;
};

/// Reads one text from front to back; `folded_` is reused from word to word.
class Splitter {
 public:
  Splitter(std::string_view text, const Normalisation& normalisation, const Vocabulary& vocabulary,
           SegmentedText& out)
      : text_(text), normalisation_(normalisation), vocabulary_(vocabulary), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const text::CodePoint point = text::decode(text_, at_);
      const CodePointClass kind = normalisation_.class_of(point.value);
      if (kind == CodePointClass::space || kind == CodePointClass::invisible) {
        at_ += point.size;
      } else if (continues_word(kind)) {
        read_letters();
      } else {
        read_sign(point, kind);
      }
    }
  }

 private:
  void fold(text::CodePoint point) {
    normalisation_.fold(point.value, text_.substr(at_, point.size), folded_);
  }

  // A combining sign without a letter before it starts a word of its own.
  void read_letters() {
    const std::size_t start = at_;
    std::size_t end = at_;
    ShapeCounter counter;
    folded_.clear();
    while (at_ < text_.size()) {
      const text::CodePoint point = text::decode(text_, at_);
      const CodePointClass kind = normalisation_.class_of(point.value);
      if (!continues_word(kind) && kind != CodePointClass::invisible) break;
      fold(point);
      counter.add(point.value, kind);
      at_ += point.size;
      if (kind != CodePointClass::invisible) end = at_;
    }
    at_ = end;
    add_word(start, end, counter.shape());
  }

  void read_sign(text::CodePoint sign, CodePointClass kind) {
    const std::size_t start = at_;
    folded_.clear();
    fold(sign);
    at_ += sign.size;
    while (at_ < text_.size()) {
      const text::CodePoint point = text::decode(text_, at_);
      if (normalisation_.class_of(point.value) != CodePointClass::combining) break;
      at_ += point.size;
    }
    add_word(start, at_, kind == CodePointClass::punctuation ? Shape::punctuation : Shape::other);
  }

  void add_word(std::size_t start, std::size_t end, Shape shape) {
    Word word;
    word.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    word.first_piece = static_cast<std::uint32_t>(out_.pieces.size());
    word.piece_count = vocabulary_.split(folded_, out_.pieces);
    word.shape = shape;
    out_.words.push_back(word);
  }

  std::string_view text_;
  const Normalisation& normalisation_;
  const Vocabulary& vocabulary_;
  SegmentedText& out_;
  std::string folded_;
  std::size_t at_ = 0;
};

}  // namespace

void split_words(std::string_view text, const Normalisation& normalisation,
                 const Vocabulary& vocabulary, SegmentedText& out) {
  out.words.reserve(text.size() / 5);
  out.pieces.reserve(text.size() / 4);
  Splitter(text, normalisation, vocabulary, out).run();
}

}  // namespace quoth::segment
