#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tables/arrow_export.h"

namespace quoth::tables {

/// The schema of quoth.table/1, a row a quotation: docs/formats/table.md.
const ArrowField& table_field();

/// Rows of records, gathered until they are taken as a batch. For one thread.
class QuotationTable {
 public:
  /// The largest record, in bytes of JSON. With `enough_bytes` it keeps every column's bytes below 2^31, the most that it can hold.
  static constexpr std::size_t max_record_bytes = std::size_t{1} << 30U;
  static constexpr std::size_t enough_bytes = std::size_t{64} << 20U;

  QuotationTable();
  ~QuotationTable();
  QuotationTable(const QuotationTable&) = delete;
  QuotationTable& operator=(const QuotationTable&) = delete;

  /// Adds the quotations of a record, given as JSON (quoth.record/1, offsets in code points).
  /// Returns what is wrong with it, if anything; then the rows of this batch are no longer usable.
  std::optional<std::string> add(std::string_view record);

  std::size_t rows() const noexcept;
  std::size_t bytes() const noexcept;  ///< Of JSON that was read for these rows.

  /// The rows so far. The table is empty again.
  std::shared_ptr<const ArrowValues> take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth::tables
