#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>

#include "model/model.h"
#include "nn/encoder.h"
#include "tag/tagged_text.h"

namespace quoth::tag {

/// Runs the network over a segmented text, window by window, and decodes its heads. Immutable; each
/// thread brings its own workspace.
class Tagger {
 public:
  /// The model must outlive the tagger (it shares ownership). `kernels` live for ever.
  Tagger(std::shared_ptr<const model::Model> model, const nn::Kernels& kernels);

  /// `annotation` indexes the model's list of annotations. Once a stop is requested no further window is read, and what is
  /// returned is the tags of those before.
  TaggedText tag(std::string_view text, const segment::SegmentedText& segmented,
                 std::uint8_t annotation, nn::Workspace& workspace,
                 const std::stop_token& stop = {}) const;

  struct Impl;

 private:
  std::shared_ptr<const Impl> impl_;
};

}  // namespace quoth::tag
