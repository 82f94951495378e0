#include "segment/segmenter.h"

#include <algorithm>
#include <utility>

#include "segment/gaps.h"
#include "segment/marks.h"
#include "segment/normalisation.h"
#include "segment/sentences.h"
#include "segment/vocabulary.h"
#include "segment/words.h"

namespace quoth::segment {
namespace {

Abbreviations lines_of(std::string_view text) {
  Abbreviations lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

struct Segmenter::Impl {
  Normalisation normalisation;
  Vocabulary vocabulary;
  Abbreviations abbreviations;
};

Result<Segmenter> Segmenter::create(const SegmenterTables& tables) {
  auto normalisation =
      Normalisation::create(tables.ranges, tables.replaced, tables.replacement_text);
  if (!normalisation) return normalisation.error();
  auto vocabulary = Vocabulary::create(tables.vocabulary);
  if (!vocabulary) return vocabulary.error();
  return Segmenter(std::make_shared<const Impl>(
      Impl{*std::move(normalisation), *std::move(vocabulary), lines_of(tables.abbreviations)}));
}

SegmentedText Segmenter::segment(std::string_view utf8) const {
  SegmentedText out;
  split_words(utf8, impl_->normalisation, impl_->vocabulary, out);
  set_gaps(utf8, impl_->normalisation, out);
  split_sentences(utf8, impl_->normalisation, impl_->abbreviations, out);
  pair_marks(utf8, impl_->normalisation, out);
  return out;
}

}  // namespace quoth::segment
