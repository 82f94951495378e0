#pragma once

// The f32 kernels: the same weights dequantised, activations and sums in floats. Sixteen outputs are summed side by side, each over its inputs in
// order, without fused multiply-add: the same bits whatever the register width. For accuracy, not for speed.

#include "nn/float_rows.h"

namespace quoth::nn {
namespace {

constexpr std::size_t float_panel = 16;
constexpr std::size_t rows_at_once = 4;
constexpr std::size_t attention_head_width = 32;

static std::size_t float_packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
  return padded_rows * padded_columns * sizeof(float);
}

/// Panels of sixteen outputs; in a panel, the sixteen weights of each input side by side.
static void float_pack(const std::int8_t* weight, const float* scale, std::size_t rows,
                       std::size_t columns, std::size_t stride, std::byte* out) {
  auto* to = reinterpret_cast<float*>(out);
  const std::size_t padded_columns = padded(columns, column_block);
  for (std::size_t r = 0; r < rows; ++r) {
    float* panel = to + r / float_panel * float_panel * padded_columns + r % float_panel;
    for (std::size_t c = 0; c < columns; ++c) {
      panel[c * float_panel] = static_cast<float>(weight[r * stride + c]) * scale[r];
    }
  }
}

static void float_linear(const PackedMatrix& matrix, const float* input, std::size_t count,
                         float* output, Scratch& /*scratch*/) {
  const auto* weights = reinterpret_cast<const float*>(matrix.weights.data());
  for (std::size_t n = 0; n < matrix.rows; n += float_panel) {
    const float* panel = weights + n * matrix.padded_columns;
    const Lanes bias = load(matrix.bias.data() + n);
    const std::size_t columns = matrix.rows - n < lanes ? matrix.rows - n : lanes;
    for (std::size_t r = 0; r < count; r += rows_at_once) {
      const std::size_t rows = count - r < rows_at_once ? count - r : rows_at_once;
      Lanes total[rows_at_once] = {};
      for (std::size_t c = 0; c < matrix.columns; ++c) {
        const Lanes weight = load(panel + c * float_panel);
        for (std::size_t k = 0; k < rows; ++k) {
          total[k] = total[k] + weight * input[(r + k) * matrix.columns + c];
        }
      }
      for (std::size_t k = 0; k < rows; ++k) {
        const Lanes value = total[k] + bias;
        for (std::size_t c = 0; c < columns; ++c) output[(r + k) * matrix.rows + n + c] = value[c];
      }
    }
  }
}

static void float_feed_forward(const PackedMatrix& first, const PackedMatrix& second,
                               const float* input, std::size_t count, float* output,
                               Scratch& scratch) {
  auto* middle = reinterpret_cast<float*>(scratch.bytes(0, count * first.rows * sizeof(float)));
  float_linear(first, input, count, middle, scratch);
  gelu_all(middle, count * first.rows);
  float_linear(second, middle, count, output, scratch);
}

/// One query against all keys; `weights` gets the probabilities' numerators, the result is their sum.
static float float_softmax(const float* query, const float* keys, std::size_t count,
                           std::size_t stride, float* weights) {
  constexpr float log2_of_e_over_root_32 = 0.25503488F;
  float peak = -1e30F;
  for (std::size_t j = 0; j < count; ++j) {
    const float* key = keys + j * stride;
    const float score = sum(load(query) * load(key) + load(query + lanes) * load(key + lanes)) *
                        log2_of_e_over_root_32;
    weights[j] = score;
    peak = score > peak ? score : peak;
  }
  float total = 0.0F;
  for (std::size_t j = 0; j < count; ++j) {
    const Lanes power = power_of_two(all(weights[j] - peak));
    weights[j] = power[0];
    total += power[0];
  }
  return total;
}

static void float_attention(const float* input, std::size_t count, std::size_t heads, float* output,
                            Scratch& scratch) {
  const std::size_t width = heads * attention_head_width;
  const std::size_t stride = 3 * width;
  auto* weights = reinterpret_cast<float*>(scratch.bytes(0, count * sizeof(float)));
  for (std::size_t h = 0; h < heads; ++h) {
    const float* query = input + h * attention_head_width;
    for (std::size_t i = 0; i < count; ++i) {
      const float total = float_softmax(query + i * stride, query + width, count, stride, weights);
      Lanes mixed[2] = {};
      for (std::size_t j = 0; j < count; ++j) {
        const float* value = query + 2 * width + j * stride;
        mixed[0] = mixed[0] + load(value) * weights[j];
        mixed[1] = mixed[1] + load(value + lanes) * weights[j];
      }
      float* to = output + i * width + h * attention_head_width;
      store(to, mixed[0] / total);
      store(to + lanes, mixed[1] / total);
    }
  }
}

constexpr Kernels float_kernels(bool (*available)()) {
  return {"f32",
          available,
          &float_packed_bytes,
          &float_pack,
          &float_linear,
          &float_feed_forward,
          &float_attention,
          &add_norm_rows,
          &norm_rows,
          &gelu_all};
}

}  // namespace
}  // namespace quoth::nn
