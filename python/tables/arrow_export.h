#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tables/arrow_c_data.h"

namespace quoth::tables {

/// The type of a column, or of a part of one. `format` is the interface's code: "u" strings, "i" 32-bit integers, "+l" lists …
struct ArrowField {
  std::string format, name;
  bool is_nullable = false;
  std::vector<ArrowField> children;  ///< Of lists and structures.
  std::vector<ArrowField>
      dictionary;  ///< One, the values' type, where the column holds indices; else none.
  std::vector<std::pair<std::string, std::string>> metadata = {};
};

/// The values of a column. Buffers are in the order that the type asks for; an empty one is not there (no nulls).
struct ArrowValues {
  std::int64_t length = 0, null_count = 0;
  std::vector<std::vector<std::byte>> buffers;
  std::vector<ArrowValues> children;
  std::vector<ArrowValues> dictionary;
};

/// Fill `out`, which its new owner has to release. The values stay alive until all that was exported of them is released,
/// on whatever thread that happens.
void export_field(const ArrowField& field, ArrowSchema& out);
void export_values(const std::shared_ptr<const ArrowValues>& values, ArrowArray& out);

/// A stream of these batches, in this order.
void export_stream(const ArrowField& field, std::vector<std::shared_ptr<const ArrowValues>> batches,
                   ArrowArrayStream& out);

}  // namespace quoth::tables
