#pragma once

#include "archive/byte_source.h"

namespace quoth::ingest {

/// An input's bytes, decompressed on the way.
using archive::ByteSource;

}  // namespace quoth::ingest
