#pragma once

#include "nn/encoder.h"
#include "nn/kernel_table.h"

namespace quoth::nn {

struct Workspace::Impl {
  Scratch kernels;  ///< Used inside one kernel call.
  Scratch encoder;  ///< Lives through one Encoder::encode call.
};

}  // namespace quoth::nn
