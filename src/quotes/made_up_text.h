#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "quotes/draft.h"
#include "segment/segmenter.h"
#include "tag/tagged_text.h"

namespace quoth::quotes {

/// A text for tests, segmented with the tiny model's tables, to which tags are given by the words they cover.
class MadeUpText {
 public:
  explicit MadeUpText(std::string_view text)
      : text_(text), segmented_(segmenter().segment(text_)) {}
  MadeUpText(const MadeUpText&) = delete;
  MadeUpText& operator=(const MadeUpText&) = delete;

  std::string_view text() const { return text_; }
  const segment::SegmentedText& segmented() const { return segmented_; }
  const tag::TaggedText& tagged() const { return tagged_; }

  /// The words that the `number`th occurrence of `part` (from 1) covers.
  segment::WordRange words(std::string_view part, int number = 1) const {
    std::size_t at = text_.find(part);
    for (int k = 1; k < number; ++k) at = text_.find(part, at + 1);
    EXPECT_NE(at, std::string::npos) << part;
    segment::WordRange range{0, 0};
    for (std::uint32_t w = 0; w < segmented_.words.size(); ++w) {
      const Span span = segmented_.words[w].span;
      if (span.end <= at || span.start >= at + part.size()) continue;
      if (range.end == 0) range.first = w;
      range.end = w + 1;
    }
    return range;
  }

  Context context() const { return {text_, segmented_}; }
  std::string slice(segment::WordRange words) const { return slice(context().span(words)); }
  std::string slice(Span span) const { return text_.substr(span.start, span.end - span.start); }
  template <typename Part>
  std::vector<std::string> slices(const std::vector<Part>& of) const {
    std::vector<std::string> parts;
    for (const Part& part : of) parts.push_back(slice(part));
    return parts;
  }

  /// An attribution as the network would tag it; empty parts are left out.
  MadeUpText& attribute(std::string_view source, std::string_view cue,
                        const std::vector<std::string_view>& content, float probability = 0.9F) {
    tag::TaggedAnchor anchor;
    anchor.probability = probability;
    anchor.role_probability = 1.0F;
    anchor.word = words(!cue.empty() ? cue : !source.empty() ? source : content.front()).first;
    if (!source.empty()) {
      anchor.roles.push_back({tag::Role::source, words(source)});
      mention(tag::TaggedMention::Origin::source, words(source));
    }
    if (!cue.empty()) anchor.roles.push_back({tag::Role::cue, words(cue)});
    for (const std::string_view part : content)
      anchor.roles.push_back({tag::Role::content, words(part)});
    tagged_.anchors.push_back(anchor);
    return *this;
  }

  /// An anchor as it is, with the mentions of its own making.
  MadeUpText& add(const tag::TaggedAnchor& anchor) {
    tagged_.anchors.push_back(anchor);
    return *this;
  }

  /// What the network would tag besides the roles of the last attribution.
  MadeUpText& tell(tag::Circumstance kind, std::string_view part, int number = 1,
                   float probability = 0.9F) {
    tagged_.anchors.back().circumstances.push_back({kind, words(part, number), probability});
    return *this;
  }

  MadeUpText& act(Quotation::Act act) {
    tagged_.anchors.back().act = act;
    return *this;
  }

  MadeUpText& pronoun(std::string_view part, int number = 1) {
    mention(tag::TaggedMention::Origin::pronoun, words(part, number));
    return *this;
  }

  MadeUpText& name(std::string_view part, tag::NameType type, int number = 1) {
    tagged_.names.push_back({words(part, number), type, 0.9F});
    std::sort(tagged_.names.begin(), tagged_.names.end(),
              [](const auto& a, const auto& b) { return a.words < b.words; });
    mention(tag::TaggedMention::Origin::name, words(part, number));
    return *this;
  }

  void mention(tag::TaggedMention::Origin origin, segment::WordRange range) {
    tag::TaggedMention mention;
    mention.origin = origin;
    mention.words = range;
    auto& all = tagged_.mentions;
    all.push_back(mention);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return std::make_pair(a.words.first, ~a.words.end) <
             std::make_pair(b.words.first, ~b.words.end);
    });
  }

  static const std::shared_ptr<const model::Model>& model() {
    static const auto loaded = *model::Model::read(QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel");
    return loaded;
  }

  static const segment::Segmenter& segmenter() {
    static const segment::Segmenter made = *segment::Segmenter::create(
        {model()->text("vocabulary"), model()->integers("normalisation.ranges"),
         model()->integers("normalisation.replaced"), model()->text("normalisation.text"),
         model()->text("lexicon.abbreviations")});
    return made;
  }

 private:
  std::string text_;
  segment::SegmentedText segmented_;
  tag::TaggedText tagged_;
};

}  // namespace quoth::quotes
