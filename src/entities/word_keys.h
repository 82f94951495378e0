#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "segment/segmented_text.h"

namespace quoth::entities {

/// Stands for a word's folded form: equal for words that differ in case or accents only. It is a hash of the word's pieces, or of its
/// bytes where the vocabulary does not know them.
using WordKey = std::uint64_t;

/// A mention's words, without punctuation.
using Core = std::vector<WordKey>;

/// Reads words of one document by key. Borrows text and segmentation.
class WordReader {
 public:
  WordReader(std::string_view text, const segment::SegmentedText& segmented)
      : text_(text), segmented_(segmented) {}

  WordKey key(std::uint32_t word) const;
  Core core(segment::WordRange words) const;  ///< Punctuation left out.

  std::string_view text(std::uint32_t word) const {
    const Span span = segmented_.words[word].span;
    return text_.substr(span.start, span.end - span.start);
  }
  std::string_view text(segment::WordRange words) const {
    const Span whole = span(words);
    return text_.substr(whole.start, whole.end - whole.start);
  }
  bool is_punctuation(std::uint32_t word) const {
    return segmented_.words[word].shape == segment::Shape::punctuation;
  }
  bool is_lower_case(std::uint32_t word) const {
    return segmented_.words[word].shape == segment::Shape::lower;
  }
  Span span(segment::WordRange words) const {
    return {segmented_.words[words.first].span.start, segmented_.words[words.end - 1].span.end};
  }
  std::uint32_t sentence_of(std::uint32_t word) const;  ///< Index into SegmentedText::sentences.
  /// Without "the", "a" and "an" at the start, unless nothing else is left.
  segment::WordRange without_articles(segment::WordRange words) const;
  /// The last word that is no punctuation; the first where all are.
  std::uint32_t last_word_of(segment::WordRange words) const;
  const segment::SegmentedText& segmented() const { return segmented_; }

 private:
  std::string_view text_;
  const segment::SegmentedText& segmented_;
};

/// Lower-cases ASCII into `buffer` and compares without regard to case; for lists of ASCII words.
class WordSet {
 public:
  explicit WordSet(std::string_view lexicon_name);
  bool contains(std::string_view word) const;

 private:
  std::vector<std::string_view> words_;  // Sorted.
};

/// Words that mean the same to a rule: each entry of the list is "form word".
class WordForms {
 public:
  explicit WordForms(std::string_view lexicon_name);
  /// The reader's key, or that of the word that the form stands for: equal for "Rep." and "congressman".
  WordKey key(const WordReader& reader, std::uint32_t word) const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> forms_;  // Sorted.
};

}  // namespace quoth::entities
