// Segments texts with a model file's tables and prints what came out, for tools/check-parity to compare with training's
// slow twin: quoth_segment_dump MODEL < texts. One list of one JSON string a line in; one JSON object a line out, offsets in bytes.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "model/model.h"
#include "segment/segmenter.h"

namespace {

using quoth::segment::SegmentedText;
using quoth::segment::WordRange;
using Numbers = std::vector<std::int64_t>;

Numbers words_of(const SegmentedText& segmented) {
  Numbers numbers;
  for (const auto& word : segmented.words) {
    for (const std::uint32_t number :
         {word.span.start, word.span.end, std::uint32_t{word.piece_count}}) {
      numbers.push_back(number);
    }
    for (const auto feature :
         {static_cast<int>(word.shape), static_cast<int>(word.gap), static_cast<int>(word.mark)}) {
      numbers.push_back(feature);
    }
  }
  return numbers;
}

Numbers marks_of(const SegmentedText& segmented) {
  Numbers numbers;
  for (const auto& range : segmented.marks) {
    for (const std::int64_t number :
         {std::int64_t{range.words.first}, std::int64_t{range.words.end},
          std::int64_t{range.closed}, std::int64_t{range.single}, std::int64_t{range.depth}}) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

Numbers starts_of(const std::vector<WordRange>& ranges) {
  Numbers numbers;
  for (const WordRange range : ranges) numbers.push_back(range.first);
  return numbers;
}

int dump(const quoth::segment::Segmenter& segmenter) {
  simdjson::dom::parser parser;
  for (std::string line; std::getline(std::cin, line);) {
    std::string_view text;
    if (parser.parse(line).get_array().at(0).get(text) != simdjson::SUCCESS) return 2;
    const SegmentedText segmented = segmenter.segment(text);
    fmt::print(R"({{"words": {}, "pieces": {}, "sentences": {}, "paragraphs": {}, "marks": {}}})"
               "\n",
               words_of(segmented), segmented.pieces, starts_of(segmented.sentences),
               starts_of(segmented.paragraphs), marks_of(segmented));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto model = quoth::model::Model::read(argv[1]);
  if (!model) {
    fmt::print(stderr, "{}\n", model.error().message);
    return 2;
  }
  const auto segmenter = quoth::segment::Segmenter::create({
      .vocabulary = (*model)->text("vocabulary"),
      .ranges = (*model)->integers("normalisation.ranges"),
      .replaced = (*model)->integers("normalisation.replaced"),
      .replacement_text = (*model)->text("normalisation.text"),
      .abbreviations = (*model)->text("lexicon.abbreviations"),
  });
  return segmenter ? dump(*segmenter) : 2;
}
