#pragma once

// The f32 kernels: the same weights dequantised, activations and sums in floats. Sixteen outputs are summed side by side, each over its inputs in
// order, without fused multiply-add: the same bits whatever the register width. For accuracy, not for speed.

#include "nn/float_rows.h"

namespace quoth::nn {
namespace {

constexpr std::size_t float_panel = 16;
constexpr std::size_t rows_at_once =
    register_bytes / 8;  // Eight sums fit the registers, and hide an addition's latency.
constexpr std::size_t attention_head_width = 32;

static std::size_t float_packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
  return padded_rows * padded_columns * sizeof(float);
}

/// Panels of sixteen outputs; in a panel, the sixteen weights of each input side by side.
static void float_pack(const std::int8_t* weight, const float* scale, std::size_t rows,
                       std::size_t columns, std::size_t padded_columns, std::byte* out) {
  auto* to = reinterpret_cast<float*>(out);
  for (std::size_t r = 0; r < rows; ++r) {
    float* panel = to + r / float_panel * float_panel * padded_columns + r % float_panel;
    for (std::size_t c = 0; c < columns; ++c) {
      panel[c * float_panel] = static_cast<float>(weight[r * columns + c]) * scale[r];
    }
  }
}

/// `rows` rows by sixteen outputs.
template <std::size_t rows>
QUOTH_INLINE void float_tile(const PackedMatrix& matrix, const float* panel, const float* input,
                             std::size_t output, float* to) {
  Lanes total[rows];
#pragma GCC unroll 8
  for (std::size_t k = 0; k < rows; ++k) total[k] = all(0.0F);
  for (std::size_t c = 0; c < matrix.columns; ++c) {
    const Lanes weight = load(panel + c * float_panel);
#pragma GCC unroll 8
    for (std::size_t k = 0; k < rows; ++k) {
      total[k] = total[k] + weight * input[k * matrix.columns + c];
    }
  }
  const Lanes bias = load(matrix.bias.data() + output);
#pragma GCC unroll 8
  for (std::size_t k = 0; k < rows; ++k) {
    store_first(to + k * matrix.rows + output, total[k] + bias, matrix.rows - output);
  }
}

static void float_linear(const PackedMatrix& matrix, const float* input, std::size_t count,
                         float* output, Scratch& /*scratch*/) {
  const auto* weights = reinterpret_cast<const float*>(matrix.weights.data());
  for (std::size_t n = 0; n < matrix.rows; n += float_panel) {
    const float* panel = weights + n * matrix.padded_columns;
    std::size_t r = 0;
    for (; r + rows_at_once <= count; r += rows_at_once) {
      float_tile<rows_at_once>(matrix, panel, input + r * matrix.columns, n,
                               output + r * matrix.rows);
    }
    for (; r < count; ++r) {
      float_tile<1>(matrix, panel, input + r * matrix.columns, n, output + r * matrix.rows);
    }
  }
}

static void float_linear_onto(const PackedMatrix& matrix, const float* input, std::size_t count,
                              NormView norm, float* x, Scratch& scratch) {
  auto* output = reinterpret_cast<float*>(scratch.bytes(0, count * matrix.rows * sizeof(float)));
  float_linear(matrix, input, count, output, scratch);
  for (std::size_t k = 0; k < count * matrix.rows; k += lanes) {
    store(x + k, load(x + k) + load(output + k));
  }
  norm_rows(x, count, matrix.rows, norm);
}

static void float_feed_forward_onto(const PackedMatrix& first, const PackedMatrix& second,
                                    std::size_t count, NormView norm, float* x, Scratch& scratch) {
  auto* middle = reinterpret_cast<float*>(scratch.bytes(1, count * first.rows * sizeof(float)));
  float_linear(first, x, count, middle, scratch);
  gelu_all(middle, count * first.rows);
  float_linear_onto(second, middle, count, norm, x, scratch);
}

static void float_convolve_onto(const PackedMatrix& matrix, std::size_t dilation, std::size_t count,
                                float* x, Scratch& scratch) {
  const std::size_t width = matrix.rows;
  auto* around = reinterpret_cast<float*>(scratch.bytes(0, 3 * count * width * sizeof(float)));
  auto* made = reinterpret_cast<float*>(scratch.bytes(1, count * width * sizeof(float)));
  for (std::size_t r = 0; r < count; ++r) {
    float* row = around + 3 * r * width;
    for (std::size_t k = 0; k < width; ++k) {
      row[k] = r >= dilation ? x[(r - dilation) * width + k] : 0.0F;
      row[width + k] = x[r * width + k];
      row[2 * width + k] = r + dilation < count ? x[(r + dilation) * width + k] : 0.0F;
    }
  }
  float_linear(matrix, around, count, made, scratch);
  gelu_all(made, count * width);
  for (std::size_t k = 0; k < count * width; k += lanes) {
    store(x + k, load(x + k) + load(made + k));
  }
}

/// One query against all keys; `weights` gets the probabilities' numerators, the result is their sum.
static float float_softmax(const float* query, const float* keys, std::size_t count,
                           std::size_t stride, float* weights) {
  constexpr float log2_of_e_over_root_32 = 0.25503488F;
  float peak = -1e30F;
  for (std::size_t j = 0; j < count; ++j) {
    const float* key = keys + j * stride;
    const float product = sum(load(query) * load(key) + load(query + lanes) * load(key + lanes));
    weights[j] = product * log2_of_e_over_root_32;
    peak = weights[j] > peak ? weights[j] : peak;
  }
  Lanes total = all(0.0F);
  for (std::size_t j = 0; j < count; j += lanes) {
    const Lanes power = power_of_two(load_first(weights + j, count - j) - peak);
    store_first(weights + j, power, count - j);
    total = total + load_first(weights + j, count - j);
  }
  return sum(total);
}

/// `input` is [count, 3 · width]: query, key, value.
static void float_heads(const float* input, std::size_t count, std::size_t width, float* weights,
                        float* output) {
  const std::size_t stride = 3 * width;
  for (std::size_t h = 0; h < width; h += attention_head_width) {
    const float* query = input + h;
    for (std::size_t i = 0; i < count; ++i) {
      const float total = float_softmax(query + i * stride, query + width, count, stride, weights);
      Lanes mixed[2] = {all(0.0F), all(0.0F)};
      for (std::size_t j = 0; j < count; ++j) {
        const float* value = query + 2 * width + j * stride;
        mixed[0] = mixed[0] + load(value) * weights[j];
        mixed[1] = mixed[1] + load(value + lanes) * weights[j];
      }
      store(output + i * width + h, mixed[0] / total);
      store(output + i * width + h + lanes, mixed[1] / total);
    }
  }
}

static void float_attention(const PackedMatrix& matrix, const float* input, std::size_t count,
                            float* output, Scratch& scratch) {
  auto* weights = reinterpret_cast<float*>(scratch.bytes(0, count * sizeof(float)));
  auto* made = reinterpret_cast<float*>(scratch.bytes(1, count * matrix.rows * sizeof(float)));
  float_linear(matrix, input, count, made, scratch);
  float_heads(made, count, matrix.columns, weights, output);
}

constexpr Kernels float_kernels(bool (*available)()) {
  return {"f32",
          available,
          {&float_packed_bytes, &float_pack},
          {&float_packed_bytes, &float_pack},
          &float_linear,
          &float_attention,
          &float_linear_onto,
          &float_feed_forward_onto,
          &float_convolve_onto,
          &norm_rows,
          &gelu_all};
}

}  // namespace
}  // namespace quoth::nn
