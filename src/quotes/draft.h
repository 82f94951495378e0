#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/quotation.h"
#include "segment/segmented_text.h"
#include "tag/tagged_text.h"

namespace quoth::quotes {

/// A quotation on its way: the public value, and the words that it was made from.
struct Draft {
  Quotation quotation;  ///< All but speaker, addressee, about, medium, when and candidates.
  std::vector<segment::WordRange> content;  ///< In text order, disjoint, never empty.
  std::vector<segment::WordRange> cue;
  std::vector<segment::WordRange> source;
  std::vector<tag::CircumstanceRange> circumstances;
  std::uint32_t anchor =
      0;  ///< The anchor's word; the first content word where there is no anchor.
  float anchor_probability = 0.5F;  ///< As the network gives them; 0.5 where there is no anchor.
  float role_probability = 0.5F;
  std::uint32_t transcript = 0;  ///< The number of the transcript whose turn it is; 0: it is none.
};

/// What a rule may look at.
struct Context {
  std::string_view text;
  const segment::SegmentedText& segmented;

  std::string_view word(std::uint32_t index) const {
    const Span span = segmented.words[index].span;
    return text.substr(span.start, span.end - span.start);
  }
  bool is_punctuation(std::uint32_t index) const {
    return segmented.words[index].shape == segment::Shape::punctuation;
  }
  Span span(segment::WordRange words) const {
    return {segmented.words[words.first].span.start, segmented.words[words.end - 1].span.end};
  }
};

}  // namespace quoth::quotes
