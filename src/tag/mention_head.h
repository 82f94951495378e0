#pragma once

#include <vector>

#include "model/model.h"
#include "nn/linear.h"
#include "tag/tagged_text.h"

namespace quoth::tag {

/// Gives mentions the vectors by which they are compared (docs/formats/model.md, Heads). Immutable.
class MentionHead {
 public:
  MentionHead(const model::Model& model, const nn::Kernels& kernels);

  /// Fills query, key and no_antecedent of mentions [first, size) whose words lie in the window that starts at word
  /// `window_start`; `vectors` is [words of the window, encoder width].
  void fill(const float* vectors, std::uint32_t window_start, std::size_t first,
            std::vector<TaggedMention>& mentions, nn::Workspace& workspace) const;

 private:
  nn::Linear first_, last_, query_, key_, new_;
};

}  // namespace quoth::tag
