#include "tag/role_head.h"

#include <algorithm>
#include <array>
#include <string>

#include "nn/encoder.h"

namespace quoth::tag {

std::size_t distance_bucket(std::int64_t distance) noexcept {
  constexpr std::array<std::int64_t, 7> last_of_bucket = {12, 18, 27, 40, 60, 90, 135};
  const std::int64_t size = distance < 0 ? -distance : distance;
  std::int64_t bucket = size;
  if (size > 8) {
    bucket = 9 + (std::lower_bound(last_of_bucket.begin(), last_of_bucket.end(), size) -
                  last_of_bucket.begin());
  }
  return static_cast<std::size_t>(distance < 0 ? 16 - bucket : 16 + bucket);
}

RoleHead::RoleHead(const model::Model& model, const std::string& prefix, std::size_t width,
                   const nn::Kernels& kernels)
    : word_(model.matrix(prefix + ".word"), kernels),
      anchor_(model.matrix(prefix + ".anchor"), kernels),
      output_(model.matrix(prefix + ".output"), kernels),
      distance_(model.floats(prefix + ".distance")),
      norm_weight_(model.floats(prefix + ".norm.weight")),
      norm_bias_(model.floats(prefix + ".norm.bias")),
      width_(width) {
  const std::vector<std::size_t>& dilations = model.config().role_dilations;
  for (std::size_t k = 0; k < dilations.size(); ++k) {
    convolutions_.emplace_back(model.matrix(prefix + ".convolution." + std::to_string(k)),
                               dilations[k], kernels);
  }
}

void RoleHead::prepare(const Input& input, Buffers& buffers, nn::Workspace& workspace) const {
  buffers.words.resize(input.count * width_);
  buffers.anchors.resize(input.anchors.size() * width_);
  buffers.anchor_words.assign(input.anchors.begin(), input.anchors.end());
  buffers.x.resize(input.count * width_);
  buffers.scores.resize(input.count * tags());
  word_.apply(input.vectors, input.count, buffers.words.data(), workspace);
  anchor_.apply(input.anchor_vectors, input.anchors.size(), buffers.anchors.data(), workspace);
}

void RoleHead::score(Range range, std::size_t anchor, Buffers& buffers,
                     nn::Workspace& workspace) const {
  const std::size_t count = range.size();
  const float* words = buffers.words.data() + range.first * width_;
  const float* there = buffers.anchors.data() + anchor * width_;
  const auto anchor_word = static_cast<std::int64_t>(buffers.anchor_words[anchor]);
  for (std::size_t w = 0; w < count; ++w) {
    const std::int64_t distance = static_cast<std::int64_t>(range.first + w) - anchor_word;
    const float* near = distance_.data() + distance_bucket(distance) * width_;
    for (std::size_t k = 0; k < width_; ++k) {
      buffers.x[w * width_ + k] = words[w * width_ + k] + there[k] + near[k];
    }
  }
  nn::layer_norm(buffers.x.data(), count, width_, norm_weight_, norm_bias_);
  nn::gelu(buffers.x.data(), count * width_);
  for (const nn::Convolution& convolution : convolutions_)
    convolution.apply_onto(count, buffers.x.data(), workspace);
  output_.apply(buffers.x.data(), count, buffers.scores.data(), workspace);
}

}  // namespace quoth::tag
