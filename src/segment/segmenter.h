#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "segment/segmented_text.h"

namespace quoth::segment {

/// Borrowed tables of a model file, in the layout of docs/formats/model.md.
struct SegmenterTables {
  std::string_view vocabulary;
  std::span<const std::int32_t> ranges;    ///< [n, 3]
  std::span<const std::int32_t> replaced;  ///< [n, 2]
  std::string_view replacement_text;
  std::string_view abbreviations;
};

/// Cuts a text into words, word pieces, sentences, paragraphs and marked ranges. Lossless: every code
/// point that is neither white space nor invisible lies in exactly one word. Immutable, thread-safe.
class Segmenter {
 public:
  /// Fails with model_corrupt when the tables contradict themselves.
  static Result<Segmenter> create(const SegmenterTables& tables);

  SegmentedText segment(std::string_view utf8) const;  ///< REQUIRES: valid UTF-8, at most 16 MiB.

 private:
  struct Impl;
  explicit Segmenter(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace quoth::segment
