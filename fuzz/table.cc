// Any bytes as a record that goes into a table, and what a consumer does with the table.

#include <cstdint>
#include <string_view>

#include "tables/quotation_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view record(reinterpret_cast<const char*>(data), size);
  quoth::tables::QuotationTable table;
  for (int times = 0; times < 2; ++times) {
    if (table.add(record)) return 0;
  }
  const std::size_t rows = table.rows();
  ArrowArray array{};
  quoth::tables::export_values(table.take(), array);
  if (array.length != static_cast<std::int64_t>(rows)) __builtin_trap();
  for (std::int64_t k = 0; k < array.n_children; ++k) {
    if (array.children[k]->length != array.length) __builtin_trap();
  }
  array.release(&array);
  return 0;
}
