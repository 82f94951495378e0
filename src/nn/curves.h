#pragma once

// 2^x and GELU as polynomials, each in two accuracies: one for floats, one for a result that is rounded to eight bits right
// after. Operations have one order on every instruction set; see lanes.h. Coefficients: least squares reweighted until
// the largest error is least.

#include "nn/lanes.h"

namespace quoth::nn {
namespace {

template <std::size_t count>
QUOTH_INLINE Lanes polynomial(const float (&coefficients)[count], const Lanes& x) {
  Lanes y = all(coefficients[0]);
#pragma GCC unroll 10
  for (std::size_t k = 1; k < count; ++k) y = y * x + coefficients[k];
  return y;
}

/// y · 2^whole, given 2^(x − whole) · something as y, where `rounded` is x + rounding.
QUOTH_INLINE Lanes scaled_by_power(const Lanes& y, const Lanes& rounded) {
  // The bits above the low ones of `rounded` leave the word in the shift.
  return same_bits<Lanes>(same_bits<IntegerLanes>(y) + (same_bits<IntegerLanes>(rounded) << 23));
}

/// 2^x for x <= 0, at least 2^−126; relative error 8e-8.
QUOTH_INLINE Lanes power_of_two(const Lanes& exponent) {
  constexpr float coefficients[] = {0.0013276492F, 0.0096755493F, 0.055507135F,
                                    0.24022120F,   0.69314694F,   1.0000001F};
  const Lanes x = larger(exponent, all(-126.0F));
  const Lanes rounded = x + rounding;
  return scaled_by_power(polynomial(coefficients, x - (rounded - rounding)), rounded);
}

/// 255 · 2^x for x <= 0; relative error 8e-5.
QUOTH_INLINE Lanes byte_power_of_two(const Lanes& exponent) {
  constexpr float coefficients[] = {14.068606F, 61.865856F, 176.78157F, 254.98166F};
  const Lanes x = larger(exponent, all(-126.0F));
  const Lanes rounded = x + rounding;
  return scaled_by_power(polynomial(coefficients, x - (rounded - rounding)), rounded);
}

/// x · Φ(x), Φ as ½ + an odd polynomial of degree 17 inside ±4.3 and constant outside; the error is below 2e-5
/// there and below 9e-6 · |x| outside.
QUOTH_INLINE Lanes gelu_of(const Lanes& x) {
  constexpr float edge = 4.3F;
  constexpr float coefficients[] = {0.0022456720F, -0.0066134026F, 0.0097976057F,
                                    -0.015085982F, 0.025847797F,   -0.039507248F,
                                    0.055596765F,  -0.080056421F,  0.16405331F};
  const Lanes c = smaller(larger(x, all(-edge)), all(edge));
  const Lanes t = c * c * (2.0F / (edge * edge)) - 1.0F;
  return x * (c * polynomial(coefficients, t) + 0.5F);
}

/// The same of degree 13 inside ±3.8: 1.2e-4 there, 5e-5 · |x| outside.
QUOTH_INLINE Lanes byte_gelu_of(const Lanes& x) {
  constexpr float edge = 3.8F;
  constexpr float coefficients[] = {3.0253478e-08F,  -1.9569497e-06F, 5.4622094e-05F,
                                    -0.00087442662F, 0.0090457359F,   -0.065132678F,
                                    0.39825666F};
  const Lanes c = smaller(larger(x, all(-edge)), all(edge));
  return x * (c * polynomial(coefficients, c * c) + 0.5F);
}

}  // namespace
}  // namespace quoth::nn
