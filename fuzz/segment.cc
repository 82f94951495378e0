// Any valid text is cut without loss: words, white space and invisible signs make up the text, and sentences,
// paragraphs and marks lie inside the words.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "segment/test_tables.h"

using quoth::segment::CodePointClass;

namespace {

void require(bool held) {
  if (!held) std::abort();
}

bool is_skipped(std::string_view between, const quoth::segment::Normalisation& normalisation) {
  for (std::size_t at = 0; at < between.size();) {
    const quoth::text::CodePoint point = quoth::text::decode(between, at);
    const CodePointClass kind = normalisation.class_of(point.value);
    if (kind != CodePointClass::space && kind != CodePointClass::invisible) return false;
    at += point.size;
  }
  return true;
}

void require_ranges(const std::vector<quoth::segment::WordRange>& ranges, std::size_t words) {
  std::uint32_t end = 0;
  for (const auto range : ranges) {
    require(range.first == end && range.first < range.end);
    end = range.end;
  }
  require(end == words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const quoth::segment::TestTables tables;
  static const auto normalisation = *quoth::segment::Normalisation::create(
      tables.view().ranges, tables.view().replaced, tables.view().replacement_text);
  const std::string text =
      quoth::text::replace_invalid({reinterpret_cast<const char*>(data), size});
  const auto segmented = quoth::segment::test_segmenter().segment(text);
  std::uint32_t end = 0;
  std::uint32_t pieces = 0;
  for (const auto& word : segmented.words) {
    require(word.span.start >= end && word.span.start < word.span.end);
    require(is_skipped(std::string_view(text).substr(end, word.span.start - end), normalisation));
    require(word.first_piece == pieces && word.piece_count > 0);
    end = word.span.end;
    pieces += word.piece_count;
  }
  require(is_skipped(std::string_view(text).substr(end), normalisation));
  require(pieces == segmented.pieces.size());
  require_ranges(segmented.sentences, segmented.words.size());
  require_ranges(segmented.paragraphs, segmented.words.size());
  for (const auto& range : segmented.marks) {
    require(range.words.first < range.words.end && range.words.end <= segmented.words.size());
  }
  return 0;
}
