#pragma once

// Who uses which slot of Scratch in the int8 kernels.

#include "nn/tiles.h"

namespace quoth::nn {
namespace {

enum Slot : std::size_t {
  input_bytes,
  input_scales,
  middle_floats,
  middle_bytes,
  middle_scales,
  query_bytes,
  position_values,
  key_packed,
  value_floats,
  value_packed,
  score_sums,
  probability_bytes,
  quad_values,
  quad_sums
};

template <typename Element>
QUOTH_INLINE Element* scratch_of(Scratch& scratch, Slot slot, std::size_t count) {
  return reinterpret_cast<Element*>(scratch.bytes(slot, count * sizeof(Element)));
}

QUOTH_INLINE QuantisedRows quantised_rows(Scratch& scratch, Slot bytes, Slot scales,
                                          std::size_t count, std::size_t stride) {
  const std::size_t rows = padded(count, row_block);
  return {scratch_of<std::uint8_t>(scratch, bytes, rows * stride),
          scratch_of<float>(scratch, scales, rows), stride};
}

QUOTH_INLINE QuantisedRows input_rows(Scratch& scratch, std::size_t count, std::size_t stride) {
  return quantised_rows(scratch, input_bytes, input_scales, count, stride);
}
QUOTH_INLINE QuantisedRows middle_rows(Scratch& scratch, std::size_t count, std::size_t stride) {
  return quantised_rows(scratch, middle_bytes, middle_scales, count, stride);
}

}  // namespace
}  // namespace quoth::nn
