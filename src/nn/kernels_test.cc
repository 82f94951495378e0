#include "nn/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "nn/convolution.h"
#include "nn/encoder.h"
#include "nn/linear.h"
#include "nn/random_weights.h"

namespace quoth::nn {
namespace {

std::vector<float> random_floats(std::size_t count, std::uint32_t seed) {
  std::mt19937 generator(seed);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  std::vector<float> values(count);
  for (float& value : values) value = normal(generator);
  return values;
}

std::vector<float> applied(const MatrixView& matrix, const char* kernel,
                           const std::vector<float>& input) {
  const Linear linear(matrix, *find_kernels(kernel));
  const std::size_t count = input.size() / matrix.columns;
  std::vector<float> output(count * matrix.rows);
  Workspace workspace;
  linear.apply(input.data(), count, output.data(), workspace);
  return output;
}

/// W·x + b in double, weights dequantised: obviously right.
std::vector<float> obvious(const MatrixView& matrix, const std::vector<float>& input) {
  std::vector<float> output;
  for (std::size_t r = 0; r < input.size() / matrix.columns; ++r) {
    for (std::size_t n = 0; n < matrix.rows; ++n) {
      double sum = matrix.bias.empty() ? 0.0 : double{matrix.bias[n]};
      for (std::size_t c = 0; c < matrix.columns; ++c) {
        sum += double{matrix.scale[n]} * matrix.weight[n * matrix.columns + c] *
               double{input[r * matrix.columns + c]};
      }
      output.push_back(static_cast<float>(sum));
    }
  }
  return output;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    ab += double{a[k]} * double{b[k]};
    aa += double{a[k]} * double{a[k]};
    bb += double{b[k]} * double{b[k]};
  }
  return ab / std::sqrt(aa * bb);
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

struct Size {
  std::size_t rows, columns, count;
};
const std::vector<Size> odd_sizes = {{1, 64, 1},    {7, 192, 33}, {9, 384, 31},   {17, 100, 16},
                                     {33, 576, 65}, {64, 65, 3},  {192, 384, 40}, {31, 1, 2}};

TEST(Kernels, integer_kernels_agree_bit_for_bit_on_odd_sizes) {
  for (const Size size : odd_sizes) {
    RandomWeights weights(static_cast<std::uint32_t>(size.rows));
    const MatrixView matrix = weights.matrix(size.rows, size.columns);
    const auto input = random_floats(size.count * size.columns, 3);
    const auto expected = applied(matrix, "portable", input);
    for (const std::string_view name : available_kernels()) {
      if (name == "f32") continue;
      EXPECT_TRUE(same_bits(applied(matrix, std::string(name).c_str(), input), expected))
          << name << " " << size.rows << "x" << size.columns << " on " << size.count;
    }
  }
}

TEST(Kernels, products_are_near_the_obvious_ones) {
  for (const Size size : odd_sizes) {
    RandomWeights weights(5);
    const MatrixView matrix = weights.matrix(size.rows, size.columns);
    const auto input = random_floats(size.count * size.columns, 4);
    const auto expected = obvious(matrix, input);
    EXPECT_GT(cosine(applied(matrix, "portable", input), expected), 0.999);
    const auto floats = applied(matrix, "f32", input);
    for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_NEAR(floats[k], expected[k], 1e-4);
  }
}

/// A convolution from its definition: the rows copied side by side, then obvious() and gelu().
std::vector<float> obvious_convolution(const MatrixView& matrix, std::size_t dilation,
                                       const std::vector<float>& x) {
  const std::size_t width = matrix.rows;
  const std::size_t count = x.size() / width;
  std::vector<float> around(3 * x.size(), 0.0F);
  for (std::size_t r = 0; r < count; ++r) {
    for (std::size_t side = 0; side < 3; ++side) {
      const std::size_t shifted = r + side * dilation;
      if (shifted < dilation || shifted - dilation >= count) continue;
      const auto from = x.begin() + static_cast<std::ptrdiff_t>((shifted - dilation) * width);
      std::copy_n(from, width,
                  around.begin() + static_cast<std::ptrdiff_t>((3 * r + side) * width));
    }
  }
  std::vector<float> made = obvious(matrix, around);
  gelu(made.data(), made.size());
  for (std::size_t k = 0; k < made.size(); ++k) made[k] += x[k];
  return made;
}

TEST(Kernels, a_convolution_is_near_its_definition_and_has_the_same_bits_everywhere) {
  RandomWeights weights(14);
  const MatrixView matrix = weights.matrix(48, 144);
  for (const std::size_t count : {1U, 3U, 5U, 13U, 40U, 65U}) {
    for (const std::size_t dilation : {1U, 4U, 64U}) {
      const auto x = random_floats(count * 48, 15);
      const auto expected = obvious_convolution(matrix, dilation, x);
      std::vector<float> portable;
      for (const std::string_view name : available_kernels()) {
        const std::string kernel(name);
        const Convolution convolution(matrix, dilation, *find_kernels(name));
        std::vector<float> result = x;
        Workspace workspace;
        convolution.apply_onto(count, result.data(), workspace);
        if (name == "f32") {
          for (std::size_t k = 0; k < x.size(); ++k)
            ASSERT_NEAR(result[k], expected[k], 1e-4) << count;
          continue;
        }
        EXPECT_GT(cosine(result, expected), 0.9999) << kernel << " " << count;
        if (portable.empty()) portable = result;
        EXPECT_TRUE(same_bits(result, portable)) << kernel << " " << count;
      }
    }
  }
}

/// The largest sums that eight bits can make, in the widest network that the model reader lets in.
TEST(Kernels, a_convolution_of_extremes_has_the_same_bits_everywhere) {
  constexpr std::size_t width = 1536, count = 20;
  std::vector<std::int8_t> bytes(width * 3 * width);
  for (std::size_t k = 0; k < bytes.size(); ++k) bytes[k] = k / (3 * width) % 2 == 0 ? 127 : -127;
  const std::vector<float> scale(width, 1e-4F);
  const MatrixView matrix{width, 3 * width, bytes, scale, {}};
  std::vector<float> x(count * width);
  for (std::size_t k = 0; k < x.size(); ++k) x[k] = k / width % 9 == 0 ? -1.0F : 1.0F;
  std::vector<float> portable;
  for (const std::string_view name : available_kernels()) {
    if (name == "f32") continue;
    std::vector<float> result = x;
    Workspace workspace;
    Convolution(matrix, 2, *find_kernels(name)).apply_onto(count, result.data(), workspace);
    if (portable.empty()) portable = result;
    EXPECT_TRUE(same_bits(result, portable)) << name;
  }
}

TEST(Kernels, a_row_does_not_depend_on_its_batch) {
  RandomWeights weights(6);
  const MatrixView matrix = weights.matrix(48, 384);
  const auto input = random_floats(50 * 384, 7);
  for (const std::string_view name : available_kernels()) {
    const std::string kernel(name);
    const auto together = applied(matrix, kernel.c_str(), input);
    for (const std::size_t row : {0U, 17U, 49U}) {
      const auto start = static_cast<std::ptrdiff_t>(row * 384);
      const std::vector<float> alone(input.begin() + start, input.begin() + start + 384);
      const auto at = static_cast<std::ptrdiff_t>(row * 48);
      EXPECT_TRUE(same_bits(applied(matrix, kernel.c_str(), alone),
                            {together.begin() + at, together.begin() + at + 48}))
          << kernel;
    }
  }
}

TEST(Kernels, zeros_and_huge_values_stay_finite) {
  RandomWeights weights(8);
  const MatrixView matrix = weights.matrix(16, 64);
  std::vector<float> input(3 * 64, 0.0F);
  for (std::size_t k = 64; k < 128; ++k) input[k] = 1e30F;
  input[130] = 1e-30F;
  for (const std::string_view name : available_kernels()) {
    for (const float value : applied(matrix, std::string(name).c_str(), input)) {
      EXPECT_TRUE(std::isfinite(value)) << name;
    }
  }
}

std::vector<float> encoded(const EncoderWeights& weights, const char* kernel, std::size_t length) {
  const Encoder encoder(weights, *find_kernels(kernel));
  std::vector<EncoderInput> input;
  for (std::size_t k = 0; k < length; ++k) {
    input.push_back({static_cast<std::int32_t>(k * 7 % 50), static_cast<std::uint8_t>(k % 7),
                     static_cast<std::uint8_t>(k % 5), static_cast<std::uint8_t>(k % 4)});
  }
  std::vector<float> output(length * weights.width);
  Workspace workspace;
  encoder.encode(input, 1, output.data(), workspace);
  return output;
}

TEST(Encoder, integer_kernels_agree_bit_for_bit_on_windows_of_any_length) {
  RandomWeights weights(9);
  const EncoderWeights encoder = weights.encoder(2, 96, 160, 50, 256);
  for (const std::size_t length : {1U, 2U, 31U, 33U, 64U, 65U, 200U, 256U}) {
    const auto expected = encoded(encoder, "portable", length);
    for (const std::string_view name : available_kernels()) {
      if (name == "f32") continue;
      EXPECT_TRUE(same_bits(encoded(encoder, std::string(name).c_str(), length), expected))
          << name << " " << length;
    }
  }
}

TEST(Encoder, a_wide_feed_forward_agrees_bit_for_bit_and_stays_near_floats) {
  RandomWeights weights(12);
  const EncoderWeights encoder = weights.encoder(2, 64, 800, 50, 256);
  const auto expected = encoded(encoder, "portable", 45);
  for (const std::string_view name : available_kernels()) {
    if (name == "f32") continue;
    EXPECT_TRUE(same_bits(encoded(encoder, std::string(name).c_str(), 45), expected)) << name;
  }
  EXPECT_GT(cosine(expected, encoded(encoder, "f32", 45)), 0.995);
}

TEST(Encoder, convolutions_come_between_the_embeddings_and_the_layers) {
  RandomWeights weights(14);
  EncoderWeights whole = weights.encoder(1, 96, 160, 50, 256, {1, 4});
  EncoderWeights embeddings = whole;
  embeddings.layers.clear();
  EncoderWeights convolutions = embeddings;
  embeddings.convolutions.clear();
  for (const std::string_view name : available_kernels()) {
    const std::string kernel(name);
    std::vector<float> expected = encoded(embeddings, kernel.c_str(), 45);
    Workspace workspace;
    for (const EncoderWeights::Convolution& convolution : convolutions.convolutions) {
      Convolution(convolution.matrix, convolution.dilation, *find_kernels(name))
          .apply_onto(45, expected.data(), workspace);
    }
    EXPECT_TRUE(same_bits(encoded(convolutions, kernel.c_str(), 45), expected)) << name;
    const auto deeper = encoded(whole, kernel.c_str(), 45);
    EXPECT_FALSE(same_bits(deeper, expected)) << name;
    if (name != "f32") {
      EXPECT_TRUE(same_bits(deeper, encoded(whole, "portable", 45))) << name;
    }
  }
}

TEST(Encoder, a_workspace_keeps_nothing_of_earlier_windows) {
  RandomWeights weights(13);
  const EncoderWeights shape = weights.encoder(1, 64, 128, 50, 256);
  for (const std::string_view name : available_kernels()) {
    const Encoder encoder(shape, *find_kernels(name));
    const std::vector<EncoderInput> input(70);
    std::vector<float> first(70 * 64), again(70 * 64), longer(256 * 64);
    Workspace workspace;
    encoder.encode(input, 0, first.data(), workspace);
    encoder.encode(std::vector<EncoderInput>(256, EncoderInput{3, 1, 1, 1}), 1, longer.data(),
                   workspace);
    encoder.encode(input, 0, again.data(), workspace);
    EXPECT_TRUE(same_bits(first, again)) << name;
  }
}

TEST(Encoder, eight_bits_stay_near_floats) {
  RandomWeights weights(10);
  const EncoderWeights encoder = weights.encoder(3, 128, 512, 50, 256);
  EXPECT_GT(cosine(encoded(encoder, "portable", 120), encoded(encoder, "f32", 120)), 0.995);
}

TEST(Kernels, gelu_and_norm_are_near_their_definitions) {
  std::vector<float> x;
  for (int k = -1000; k <= 1000; ++k) x.push_back(static_cast<float>(k) * 0.01F);
  const std::vector<float> before = x;
  gelu(x.data(), x.size());
  for (std::size_t k = 0; k < x.size(); ++k) {
    const double v = before[k];
    EXPECT_NEAR(x[k], v * 0.5 * (1 + std::erf(v / std::sqrt(2.0))), 1e-4) << v;
  }
  std::vector<float> row = random_floats(64, 11);
  const std::vector<float> weight(64, 2.0F), bias(64, 0.5F);
  layer_norm(row.data(), 1, 64, weight, bias);
  double mean = 0, square = 0;
  for (const float v : row) mean += v / 64.0;
  for (const float v : row) square += (v - mean) * (v - mean) / 64.0;
  EXPECT_NEAR(mean, 0.5, 1e-5);
  EXPECT_NEAR(square, 4.0, 1e-4);
}

TEST(Kernels, unknown_names_are_refused) {
  EXPECT_EQ(find_kernels("sse9"), nullptr);
  EXPECT_NE(find_kernels("auto"), nullptr);
  EXPECT_EQ(available_kernels().back(), "f32");
}

}  // namespace
}  // namespace quoth::nn
