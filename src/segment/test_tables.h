#pragma once

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "segment/normalisation.h"
#include "segment/segmenter.h"
#include "text/utf8.h"

namespace quoth::segment {

/// Segmenter tables for tests and fuzz targets: classes and folded forms from ICU's own Unicode data
/// (those of a model file come from Python's), and a vocabulary of letters and a few words.
class TestTables {
 public:
  TestTables() {
    for (char32_t point = 0; point <= 0x10FFFF; ++point) add_class(point);
    for (char32_t point = 0; point < 0x2100; ++point) add_replacement(point);
    replaced_.insert(replaced_.end(),
                     {0x110000, static_cast<std::int32_t>(replacement_text_.size())});
    for (const std::string_view piece :
         {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "said", "un", "##said", "##fold"}) {
      add_piece(piece);
    }
    for (char letter = '!'; letter <= '~'; ++letter) {
      if (letter >= 'A' && letter <= 'Z') continue;
      add_piece(std::string(1, letter));
      add_piece(std::string("##") + letter);
    }
  }

  SegmenterTables view() const {
    return {.vocabulary = vocabulary_,
            .ranges = ranges_,
            .replaced = replaced_,
            .replacement_text = replacement_text_,
            .abbreviations = "mr\ndr\nno\n"};
  }

 private:
  static CodePointClass class_of(char32_t point) {
    const auto character = static_cast<UChar32>(point);
    const std::uint32_t category = U_GET_GC_MASK(character);
    const bool is_control_space = (point >= 0x09 && point <= 0x0D) || point == 0x85;
    const bool is_ideograph =
        (point >= 0x3400 && point <= 0x4DBF) || (point >= 0x4E00 && point <= 0x9FFF) ||
        (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x2FA1F);
    if (is_control_space || (category & U_GC_Z_MASK) != 0) return CodePointClass::space;
    if ((category & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0 || point == 0xFFFD)
      return CodePointClass::invisible;
    if ((category & U_GC_M_MASK) != 0) return CodePointClass::combining;
    if ((category & (U_GC_P_MASK | U_GC_S_MASK)) != 0) return CodePointClass::punctuation;
    if (is_ideograph) return CodePointClass::ideograph;
    return (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0 ? CodePointClass::upper
                                                           : CodePointClass::letter;
  }

  void add_class(char32_t point) {
    const auto first = static_cast<std::int32_t>(point);
    const auto kind = static_cast<std::int32_t>(class_of(point));
    if (kind == 0) return;
    const std::size_t size = ranges_.size();
    if (size > 0 && ranges_[size - 2] == first - 1 && ranges_[size - 1] == kind) {
      ranges_[size - 2] = first;
    } else {
      ranges_.insert(ranges_.end(), {first, first, kind});
    }
  }

  void add_replacement(char32_t point) {
    std::string form = folded(point);
    std::string itself;
    text::append(itself, point);
    if (form == itself) return;
    replaced_.insert(replaced_.end(), {static_cast<std::int32_t>(point),
                                       static_cast<std::int32_t>(replacement_text_.size())});
    replacement_text_ += form;
  }

  static std::string folded(char32_t point) {
    const CodePointClass kind = class_of(point);
    if (kind == CodePointClass::combining || kind == CodePointClass::invisible) return {};
    const UChar32 lower = u_tolower(static_cast<UChar32>(point));
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 32> units{};
    const std::int32_t size =
        unorm2_getDecomposition(unorm2_getNFDInstance(&status), lower, units.data(),
                                static_cast<std::int32_t>(units.size()), &status);
    std::string form;
    if (size < 0) text::append(form, static_cast<char32_t>(lower));
    for (std::int32_t k = 0; k < size; ++k) {  // The first 0x2100 code points need no surrogates.
      const char32_t part = units[static_cast<std::size_t>(k)];
      if (class_of(part) != CodePointClass::combining) text::append(form, part);
    }
    return form;
  }

  void add_piece(std::string_view piece) { vocabulary_.append(piece).push_back('\n'); }

  std::vector<std::int32_t> ranges_;
  std::vector<std::int32_t> replaced_;
  std::string replacement_text_;
  std::string vocabulary_;
};

/// The segmenter that all tests of a binary share.
inline const Segmenter& test_segmenter() {
  static const TestTables tables;
  static const Segmenter segmenter = *Segmenter::create(tables.view());
  return segmenter;
}

/// The words' texts between first and end.
inline std::string_view slice(std::string_view text, const SegmentedText& segmented,
                              WordRange range) {
  if (range.first == range.end) return {};
  const std::uint32_t start = segmented.words[range.first].span.start;
  return text.substr(start, segmented.words[range.end - 1].span.end - start);
}

}  // namespace quoth::segment
