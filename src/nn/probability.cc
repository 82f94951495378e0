#include "nn/probability.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace quoth::nn {
namespace {

constexpr double ln_2 = 0.6931471805599453;
constexpr double root_2 = 1.4142135623730951;

/// 1 / k!
constexpr auto inverse_factorials = [] {
  std::array<double, 13> inverses{1.0};
  double factorial = 1.0;
  for (std::size_t k = 1; k < inverses.size(); ++k) {
    factorial *= static_cast<double>(k);
    inverses[k] = 1.0 / factorial;
  }
  return inverses;
}();

double power_of_two(int exponent) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

}  // namespace

double exponential(double x) noexcept {
  if (x < -700.0) return 0.0;
  if (x > 690.0) return 1e300;
  const double scaled = x / ln_2;
  const int whole = static_cast<int>(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
  const double r = x - whole * ln_2;  // |r| <= 0.35
  double total = 0.0;
  for (std::size_t k = inverse_factorials.size(); k-- > 0;)
    total = total * r + inverse_factorials[k];
  return total * power_of_two(whole);
}

double logarithm(double x) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  int exponent = static_cast<int>(bits >> 52U & 0x7FFU) - 1023;
  double mantissa = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFU) | 0x3FF0000000000000U);
  if (mantissa > root_2) {
    mantissa *= 0.5;
    ++exponent;
  }
  const double s = (mantissa - 1.0) / (mantissa + 1.0);  // ln m = 2 artanh s, |s| <= 0.172
  double power = s;
  double total = 0.0;
  for (int k = 1; k <= 15; k += 2) {
    total = total + power / k;
    power = power * s * s;
  }
  return 2.0 * total + exponent * ln_2;
}

float sigmoid(float x) noexcept {
  return static_cast<float>(1.0 / (1.0 + exponential(-double{x})));
}

double log_probability(const float* scores, std::size_t count, std::size_t chosen) noexcept {
  const float most = *std::max_element(scores, scores + count);
  double total = 0.0;
  for (std::size_t k = 0; k < count; ++k) total += exponential(double{scores[k]} - double{most});
  return double{scores[chosen]} - double{most} - logarithm(total);
}

}  // namespace quoth::nn
