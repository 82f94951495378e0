#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "nn/encoder.h"

namespace quoth::nn {

/// Weights of the right shapes and plausible sizes, from a seed; for tests and benchmarks.
class RandomWeights {
 public:
  explicit RandomWeights(std::uint32_t seed) : generator_(seed) {}

  std::span<const float> floats(std::size_t count, float mean, float spread) {
    std::normal_distribution<float> normal(mean, spread);
    std::vector<float>& values = floats_.emplace_back(count);
    for (float& value : values) value = normal(generator_);
    return values;
  }

  MatrixView matrix(std::size_t rows, std::size_t columns, bool with_bias = true) {
    std::uniform_int_distribution<int> uniform(-127, 127);
    std::vector<std::int8_t>& values = bytes_.emplace_back(rows * columns);
    for (std::int8_t& value : values) value = static_cast<std::int8_t>(uniform(generator_));
    MatrixView view;
    view.rows = rows;
    view.columns = columns;
    view.weight = values;
    view.scale = floats(rows, 0.0005F, 0.0001F);
    if (with_bias) view.bias = floats(rows, 0.0F, 0.1F);
    return view;
  }

  EncoderWeights encoder(std::size_t layers, std::size_t width, std::size_t feed_forward,
                         std::size_t pieces, std::size_t positions,
                         const std::vector<std::size_t>& dilations = {}) {
    EncoderWeights weights;
    weights.width = width;
    weights.heads = width / 32;
    weights.word = matrix(pieces, width, false);
    weights.position = floats(positions * width, 0.0F, 0.05F);
    weights.shape = floats(7 * width, 0.0F, 0.05F);
    weights.mark = floats(8 * width, 0.0F, 0.05F);
    weights.gap = floats(4 * width, 0.0F, 0.05F);
    weights.annotation = floats(3 * width, 0.0F, 0.05F);
    weights.norm = norm(width);
    for (const std::size_t dilation : dilations)
      weights.convolutions.push_back({matrix(width, 3 * width), dilation});
    for (std::size_t k = 0; k < layers; ++k) {
      weights.layers.push_back({matrix(3 * width, width), matrix(width, width), norm(width),
                                matrix(feed_forward, width), matrix(width, feed_forward),
                                norm(width)});
    }
    return weights;
  }

 private:
  EncoderWeights::Norm norm(std::size_t width) {
    return {floats(width, 1.0F, 0.1F), floats(width, 0.0F, 0.1F)};
  }

  std::mt19937 generator_;
  std::vector<std::vector<float>> floats_;  // Their elements do not move when more are added.
  std::vector<std::vector<std::int8_t>> bytes_;
};

}  // namespace quoth::nn
