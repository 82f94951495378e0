#pragma once

// Sixteen floats at a time, with the same bits on every instruction set.
//
// The compiler turns one 64-byte vector into one AVX-512 register, two of AVX or four of SSE. Each lane sees the same
// operations in the same order whatever the width, since nothing here is a fused multiply-add (the build forbids
// contraction) and sums over lanes follow a fixed tree. So what is written once here is compiled into every kernel file, and
// the kernels agree. Everything stands in an anonymous namespace: code compiled for wide
// registers must never be picked by the linker for the narrow build.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"  // Vectors never cross an object file here.
#endif

namespace quoth::nn {
namespace {

#define QUOTH_INLINE static inline __attribute__((always_inline))

typedef float Lanes __attribute__((vector_size(64)));
typedef std::int32_t IntegerLanes __attribute__((vector_size(64)));
typedef std::uint8_t ByteLanes __attribute__((vector_size(16)));
constexpr std::size_t lanes = 16;

QUOTH_INLINE Lanes load(const float* from) {
  Lanes value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

QUOTH_INLINE void store(float* to, const Lanes& value) { std::memcpy(to, &value, sizeof value); }

QUOTH_INLINE IntegerLanes load_integers(const std::int32_t* from) {
  IntegerLanes value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

QUOTH_INLINE Lanes all(float value) { return Lanes{} + value; }

QUOTH_INLINE Lanes larger(const Lanes& a, const Lanes& b) { return a > b ? a : b; }
QUOTH_INLINE Lanes smaller(const Lanes& a, const Lanes& b) { return a < b ? a : b; }

QUOTH_INLINE Lanes magnitude(const Lanes& a) {
  const IntegerLanes bits = __builtin_bit_cast(IntegerLanes, a) & 0x7FFFFFFF;
  return __builtin_bit_cast(Lanes, bits);
}

template <typename Vector>
QUOTH_INLINE Vector halves_swapped(const Vector& a) {
  return __builtin_shufflevector(a, a, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
}
template <typename Vector>
QUOTH_INLINE Vector quarters_swapped(const Vector& a) {
  return __builtin_shufflevector(a, a, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11);
}
template <typename Vector>
QUOTH_INLINE Vector pairs_swapped(const Vector& a) {
  return __builtin_shufflevector(a, a, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13);
}
template <typename Vector>
QUOTH_INLINE Vector neighbours_swapped(const Vector& a) {
  return __builtin_shufflevector(a, a, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14);
}

QUOTH_INLINE float largest(const Lanes& a) {
  Lanes most = larger(a, halves_swapped(a));
  most = larger(most, quarters_swapped(most));
  most = larger(most, pairs_swapped(most));
  most = larger(most, neighbours_swapped(most));
  return most[0];
}

/// ((0+8)+(4+12))+…: halves are added until one lane is left; the order is part of the answer.
template <typename Vector>
QUOTH_INLINE auto sum(const Vector& a) {
  Vector total = a + halves_swapped(a);
  total = total + quarters_swapped(total);
  total = total + pairs_swapped(total);
  total = total + neighbours_swapped(total);
  return total[0];
}

/// Nearest integers, ties to even. REQUIRES: |a| < 2^22.
QUOTH_INLINE IntegerLanes nearest(const Lanes& a) {
  const Lanes shifted = a + 12582912.0F;
  return __builtin_bit_cast(IntegerLanes, shifted) - 0x4B400000;
}

QUOTH_INLINE void store_bytes(std::uint8_t* to, const IntegerLanes& value) {
  const ByteLanes bytes = __builtin_convertvector(value, ByteLanes);
  std::memcpy(to, &bytes, sizeof bytes);
}

/// 2^x for x <= 0; a minimax polynomial of degree 5 on [-½, ½], relative error 8e-8.
QUOTH_INLINE Lanes power_of_two(const Lanes& exponent) {
  const Lanes x = larger(exponent, all(-126.0F));
  const IntegerLanes whole = nearest(x);
  const Lanes f = x - __builtin_convertvector(whole, Lanes);
  Lanes y = all(0.0013276455F);
  y = y * f + 0.009675542F;
  y = y * f + 0.055507135F;
  y = y * f + 0.2402212F;
  y = y * f + 0.69314694F;
  y = y * f + 1.0000001F;
  const IntegerLanes bits = __builtin_bit_cast(IntegerLanes, y) + (whole << 23);
  return __builtin_bit_cast(Lanes, bits);
}

/// x · Φ(x), Φ as ½ + an odd polynomial in x of degree 17 inside ±4.3 and constant outside; the error is
/// below 2e-5 there and below 9e-6 · |x| outside, far under the rounding to eight bits that follows.
QUOTH_INLINE Lanes gelu_of(const Lanes& x) {
  constexpr float edge = 4.3F;
  const Lanes c = smaller(larger(x, all(-edge)), all(edge));
  const Lanes t = c * c * (2.0F / (edge * edge)) - 1.0F;
  Lanes y = all(0.0022456720F);
  y = y * t - 0.0066134026F;
  y = y * t + 0.0097976057F;
  y = y * t - 0.015085982F;
  y = y * t + 0.025847797F;
  y = y * t - 0.039507248F;
  y = y * t + 0.055596765F;
  y = y * t - 0.080056421F;
  y = y * t + 0.16405331F;
  return x * (c * y + 0.5F);
}

}  // namespace
}  // namespace quoth::nn
