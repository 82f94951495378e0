#pragma once

// The int8 kernels but for their innermost product, which each instruction set brings as `Dot`.
//
// Activations are quantised a row at a time to q in −127 … 127 and kept as the unsigned bytes q + 128, because the
// instructions (tdpbusd, vpdpbusd) multiply unsigned by signed. The product is then too large by 128 · Σ w, a constant of
// the weight row: the *compensation*, subtracted in the epilogue. Sums are exact 32-bit integers (at most 8192 · 255 · 127), so
// every instruction set gives the same ones; the float epilogue is common code (lanes.h), so results agree bit for bit.
//
//     tiles.h                bytes × packed matrix → tiles of 32 by 32 integers → a sink
//     integer_linear.h       quantise, multiply, scale back; the feed-forward pair with GELU between
//     integer_convolution.h  three rows of a batch, quantised four outputs at a time
//     integer_attention.h    query, key and value straight to bytes; scores, softmax, mix
//
// What a Dot has:
//
//     depth                inputs of a key are padded to this many
//     begin(), end()       around a call: state that the instructions need
//     packed_bytes(padded_rows, padded_columns)
//     pack_row(weights, columns, row, padded_columns, out)
//                          writes one output's weights to zeroed memory
//     pack_four_inputs(four, first_output, first_input, padded_columns, out)
//                          writes the weights of sixteen outputs for four inputs, the low bytes of four[0 … 3]
//     multiply_tile(rows, columns, sums, meanwhile)
//                          sums of the rows (the buffer goes on to the next multiple of 16) by 32 outputs; calls
//                          meanwhile(step, steps) for step = 0 … steps−1, with `steps` of its choice

#include "nn/integer_attention.h"
#include "nn/integer_convolution.h"
#include "nn/integer_linear.h"

namespace quoth::nn {
namespace {

template <typename Dot, typename Convolution = DirectConvolution<Dot>>
constexpr Kernels integer_kernels(const char* name, bool (*available)()) {
  return {name,
          available,
          product_packing<Dot>(),
          Convolution::packing(),
          &linear<Dot>,
          &attention<Dot>,
          &linear_onto<Dot>,
          &feed_forward_onto<Dot>,
          &Convolution::convolve_onto,
          &norm_rows,
          &gelu_all};
}

}  // namespace
}  // namespace quoth::nn
