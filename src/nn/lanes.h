#pragma once

// Sixteen floats at a time, with the same bits on every instruction set.
//
// Sixteen lanes are one register of AVX-512, two of AVX2 or four of the baseline; the parts below are as wide as the
// registers of the file that includes this, since gcc takes wider vectors apart lane by lane. Each lane sees the same
// operations in the same order whatever the width: nothing here is a fused multiply-add (the build forbids contraction), and
// sums over lanes follow a fixed tree. So what is written once on top of this is compiled into every kernel file, and the
// kernels agree. Everything stands in an anonymous namespace: code compiled for wide registers must never
// be picked by the linker for the narrow build.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"  // Vectors never cross an object file here.
#pragma GCC diagnostic ignored \
    "-Wmaybe-uninitialized"  // gcc's own AVX-512 intrinsics (its bug 105593).
#endif

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace quoth::nn {
namespace {

#define QUOTH_INLINE static inline __attribute__((always_inline))

#if defined(__AVX512F__)
constexpr std::size_t register_bytes = 64;
#elif defined(__AVX2__)
constexpr std::size_t register_bytes = 32;
#else
constexpr std::size_t register_bytes = 16;
#endif

constexpr std::size_t lanes = 16;
constexpr std::size_t parts = 64 / register_bytes;

using FloatPart = float __attribute__((vector_size(register_bytes)));
using SignedPart = std::int32_t __attribute__((vector_size(register_bytes)));
using IntegerPart = std::uint32_t __attribute__((vector_size(register_bytes)));
using FourFloats = float __attribute__((vector_size(16)));
using FourIntegers = std::uint32_t __attribute__((vector_size(16)));

/// Parts in memory, at any address that floats may have.
struct __attribute__((packed, aligned(4), may_alias)) FloatPlace {
  FloatPart part;
};
struct __attribute__((packed, aligned(4), may_alias)) IntegerPlace {
  IntegerPart part;
};

struct Lanes {
  FloatPart part[parts];
};

/// Two's complement in unsigned lanes, so that sums may wrap.
struct IntegerLanes {
  IntegerPart part[parts];
};

// One operator, part by part.
#define QUOTH_EACH_PART(Result, expression)                         \
  Result result;                                                    \
  _Pragma("GCC unroll 4") for (std::size_t p = 0; p < parts; ++p) { \
    result.part[p] = (expression);                                  \
  }                                                                 \
  return result

QUOTH_INLINE Lanes operator+(const Lanes& a, const Lanes& b) {
  QUOTH_EACH_PART(Lanes, a.part[p] + b.part[p]);
}
QUOTH_INLINE Lanes operator-(const Lanes& a, const Lanes& b) {
  QUOTH_EACH_PART(Lanes, a.part[p] - b.part[p]);
}
QUOTH_INLINE Lanes operator*(const Lanes& a, const Lanes& b) {
  QUOTH_EACH_PART(Lanes, a.part[p] * b.part[p]);
}
QUOTH_INLINE Lanes operator/(const Lanes& a, const Lanes& b) {
  QUOTH_EACH_PART(Lanes, a.part[p] / b.part[p]);
}
QUOTH_INLINE IntegerLanes operator+(const IntegerLanes& a, const IntegerLanes& b) {
  QUOTH_EACH_PART(IntegerLanes, a.part[p] + b.part[p]);
}
QUOTH_INLINE IntegerLanes operator-(const IntegerLanes& a, const IntegerLanes& b) {
  QUOTH_EACH_PART(IntegerLanes, a.part[p] - b.part[p]);
}
QUOTH_INLINE IntegerLanes operator|(const IntegerLanes& a, const IntegerLanes& b) {
  QUOTH_EACH_PART(IntegerLanes, a.part[p] | b.part[p]);
}
QUOTH_INLINE IntegerLanes operator&(const IntegerLanes& a, std::uint32_t b) {
  QUOTH_EACH_PART(IntegerLanes, a.part[p] & b);
}
QUOTH_INLINE IntegerLanes operator<<(const IntegerLanes& a, int places) {
  QUOTH_EACH_PART(IntegerLanes, a.part[p] << places);
}

QUOTH_INLINE Lanes all(float value) { QUOTH_EACH_PART(Lanes, value - FloatPart{}); }
QUOTH_INLINE Lanes operator+(const Lanes& a, float b) { return a + all(b); }
QUOTH_INLINE Lanes operator-(const Lanes& a, float b) { return a - all(b); }
QUOTH_INLINE Lanes operator*(const Lanes& a, float b) { return a * all(b); }
QUOTH_INLINE Lanes operator/(const Lanes& a, float b) { return a / all(b); }

QUOTH_INLINE Lanes larger(const Lanes& a, const Lanes& b) {
  QUOTH_EACH_PART(Lanes, a.part[p] > b.part[p] ? a.part[p] : b.part[p]);
}
QUOTH_INLINE Lanes smaller(const Lanes& a, const Lanes& b) {
  QUOTH_EACH_PART(Lanes, a.part[p] < b.part[p] ? a.part[p] : b.part[p]);
}

template <typename To, typename From>
QUOTH_INLINE To same_bits(const From& from) {
  return __builtin_bit_cast(To, from);
}

QUOTH_INLINE Lanes to_floats(const IntegerLanes& a) {
  QUOTH_EACH_PART(Lanes, __builtin_convertvector(same_bits<SignedPart>(a.part[p]), FloatPart));
}

QUOTH_INLINE Lanes magnitude(const Lanes& a) {
  return same_bits<Lanes>(same_bits<IntegerLanes>(a) & 0x7FFFFFFFU);
}

// A part at a time: gcc 12 copies all of them by way of the stack, in pieces that the next instruction has to wait for.
QUOTH_INLINE Lanes load(const float* from) {
  QUOTH_EACH_PART(Lanes, reinterpret_cast<const FloatPlace*>(from)[p].part);
}
QUOTH_INLINE IntegerLanes load(const std::int32_t* from) {
  QUOTH_EACH_PART(IntegerLanes, reinterpret_cast<const IntegerPlace*>(from)[p].part);
}
QUOTH_INLINE void store(float* to, const Lanes& value) {
  _Pragma("GCC unroll 4") for (std::size_t p = 0; p < parts; ++p) {
    reinterpret_cast<FloatPlace*>(to)[p].part = value.part[p];
  }
}

/// The first `count` lanes, at most all.
QUOTH_INLINE void store_first(float* to, const Lanes& value, std::size_t count) {
  std::memcpy(to, &value, (count < lanes ? count : lanes) * sizeof(float));
}
/// Zeros behind the first `count`.
QUOTH_INLINE Lanes load_first(const float* from, std::size_t count) {
  Lanes value = all(0.0F);
  std::memcpy(&value, from, (count < lanes ? count : lanes) * sizeof(float));
  return value;
}

/// Lanes 4n … 4n+3. (By intrinsics: gcc 12 makes sixteen single loads of anything else.)
template <int n>
QUOTH_INLINE FourFloats quarter(const Lanes& a) {
#if defined(__AVX512F__)
  return _mm512_extractf32x4_ps(a.part[0], n);
#elif defined(__AVX2__)
  return _mm256_extractf128_ps(a.part[n / 2], n % 2);
#else
  return a.part[n];
#endif
}

QUOTH_INLINE float largest(const Lanes& a) {
  const FourFloats left = quarter<0>(a) > quarter<2>(a) ? quarter<0>(a) : quarter<2>(a);
  const FourFloats right = quarter<1>(a) > quarter<3>(a) ? quarter<1>(a) : quarter<3>(a);
  const FourFloats four = left > right ? left : right;
  const FourFloats crossed = __builtin_shufflevector(four, four, 2, 3, 0, 1);
  const FourFloats two = four > crossed ? four : crossed;
  return two[0] > two[1] ? two[0] : two[1];
}

/// ((0 + 8) + (4 + 12)) + …: the order of additions is part of the answer.
QUOTH_INLINE float sum(const Lanes& a) {
  const FourFloats four = (quarter<0>(a) + quarter<2>(a)) + (quarter<1>(a) + quarter<3>(a));
  const FourFloats two = four + __builtin_shufflevector(four, four, 2, 3, 0, 1);
  return two[0] + two[1];
}

QUOTH_INLINE std::uint32_t sum(const IntegerLanes& a) {
  const auto bits = same_bits<Lanes>(a);
  const FourIntegers four =
      (same_bits<FourIntegers>(quarter<0>(bits)) + same_bits<FourIntegers>(quarter<2>(bits))) +
      (same_bits<FourIntegers>(quarter<1>(bits)) + same_bits<FourIntegers>(quarter<3>(bits)));
  const FourIntegers two = four + __builtin_shufflevector(four, four, 2, 3, 0, 1);
  return two[0] + two[1];
}

/// What is added to this is rounded to the nearest integer, ties to even: floats near 1.5 · 2^23 are one apart.
constexpr float rounding = 12582912.0F;

/// The nearest integer plus `offset` in the low byte of each lane; higher bits are the same in all lanes but for its sign.
/// REQUIRES: |a| + |offset| < 2^22, offset even.
QUOTH_INLINE IntegerLanes nearest(const Lanes& a, std::int32_t offset) {
  return same_bits<IntegerLanes>(a + (rounding + static_cast<float>(offset)));
}

/// The sum of the integers themselves, given `vectors` results of nearest(…, 0) added up.
QUOTH_INLINE std::int32_t sum_of_nearest(const IntegerLanes& total, std::uint32_t vectors) {
  const auto rounding_bits = same_bits<std::uint32_t>(rounding);
  return static_cast<std::int32_t>(sum(total) - 16U * vectors * rounding_bits);
}

/// The low byte of each lane.
QUOTH_INLINE void store_low_bytes(std::uint8_t* to, const IntegerLanes& value) {
#if defined(__AVX512F__)
  const __m128i bytes = _mm512_cvtepi32_epi8(same_bits<__m512i>(value));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
#elif defined(__SSE2__)
  const auto low = same_bits<Lanes>(value & 0xFFU);
  const __m128i first =
      _mm_packs_epi32(_mm_castps_si128(quarter<0>(low)), _mm_castps_si128(quarter<1>(low)));
  const __m128i second =
      _mm_packs_epi32(_mm_castps_si128(quarter<2>(low)), _mm_castps_si128(quarter<3>(low)));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(first, second));
#else
  std::uint32_t wide[lanes];
  std::memcpy(wide, &value, sizeof wide);
  for (std::size_t k = 0; k < lanes; ++k) to[k] = static_cast<std::uint8_t>(wide[k] & 0xFFU);
#endif
}

}  // namespace
}  // namespace quoth::nn
