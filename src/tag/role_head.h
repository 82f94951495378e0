#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/model.h"
#include "nn/convolution.h"
#include "nn/linear.h"

namespace quoth::tag {

/// For one anchor, a score of every tag for every word of its window: what part, if any, the word has in the
/// anchor's attribution (docs/formats/model.md, Heads). Roles and circumstances are two heads of this one shape. Immutable.
class RoleHead {
 public:
  /// `prefix` is that of the model's tensors, "roles" or "circumstances"; `width` what the configuration says of it.
  RoleHead(const model::Model& model, const std::string& prefix, std::size_t width,
           const nn::Kernels& kernels);

  std::size_t tags() const noexcept { return output_.outputs(); }

  /// A window's words as the encoder left them, [count, encoder width], and those of them that are anchors, once more side by side.
  struct Input {
    const float* vectors;
    std::size_t count;
    std::span<const std::size_t> anchors;
    const float* anchor_vectors;
  };

  /// A window prepared for its anchors. One a thread.
  struct Buffers {
    std::vector<float> words, anchors, x, scores;
    std::vector<std::size_t> anchor_words;
  };

  void prepare(const Input& input, Buffers& buffers, nn::Workspace& workspace) const;

  /// Words of a window, counted from its start.
  struct Range {
    std::size_t first = 0, end = 0;
    std::size_t size() const noexcept { return end - first; }
  };

  /// Leaves [range.size(), tags()] in `buffers.scores`, as if the window ended where `range` does. `anchor` counts the window's
  /// anchors. REQUIRES: prepare() of a window that holds `range`.
  void score(Range range, std::size_t anchor, Buffers& buffers, nn::Workspace& workspace) const;

 private:
  nn::Linear word_, anchor_, output_;
  std::vector<nn::Convolution> convolutions_;
  std::span<const float> distance_, norm_weight_, norm_bias_;
  std::size_t width_;
};

/// Row of the distance embedding for a word `distance` words after the anchor (negative: before): 0 to 32.
std::size_t distance_bucket(std::int64_t distance) noexcept;

}  // namespace quoth::tag
