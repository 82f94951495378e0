#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tables/arrow_export.h"

// Columns that grow row by row and are then taken as what the Arrow interface shows. Each take() leaves an empty column.

namespace quoth::tables {

/// A bit a row, set where the row has a value (or is true).
class BitColumn {
 public:
  void add(bool is_set);
  std::int64_t length() const noexcept { return length_; }
  std::int64_t unset() const noexcept { return length_ - set_; }
  std::vector<std::byte> take();  ///< The bits, also where all are set.

 private:
  std::vector<std::byte> bytes_;
  std::int64_t length_ = 0, set_ = 0;
};

/// Values of a fixed size, or nulls.
template <typename Value>
class NumberColumn {
 public:
  void add(std::optional<Value> value) {
    valid_.add(value.has_value());
    values_.push_back(value.value_or(Value{}));
  }
  ArrowValues take();

 private:
  BitColumn valid_;
  std::vector<Value> values_;
};

class StringColumn {
 public:
  /// The end of the column's bytes is a 32-bit integer.
  static constexpr std::size_t max_bytes = 0x7FFFFFFF;

  void add(std::optional<std::string_view> text);
  std::size_t bytes() const noexcept { return text_.size(); }
  ArrowValues take();

 private:
  BitColumn valid_;
  std::vector<std::int32_t> ends_{0};
  std::vector<std::byte> text_;
};

/// Strings that repeat: each is kept once.
class NameColumn {
 public:
  void add(std::optional<std::string_view> name);
  std::size_t bytes() const noexcept { return names_.bytes(); }
  ArrowValues take();

 private:
  NumberColumn<std::int32_t> indices_;
  std::unordered_map<std::string, std::int32_t> index_of_;
  StringColumn names_;
};

/// Lists of names. A row ends at end_row().
class NameListColumn {
 public:
  void add_item(std::string_view name);
  void end_row() { ends_.push_back(items_count_); }
  ArrowValues take();

 private:
  std::vector<std::int32_t> ends_{0};
  std::int32_t items_count_ = 0;
  NameColumn items_;
};

/// Lists of {start, end}. A row ends at end_row().
class SpanListColumn {
 public:
  void add_item(std::int32_t start, std::int32_t end);
  void end_row() { ends_.push_back(items_count_); }
  ArrowValues take();

 private:
  std::vector<std::int32_t> ends_{0};
  std::int32_t items_count_ = 0;
  NumberColumn<std::int32_t> starts_, item_ends_;
};

/// Booleans without nulls.
class TruthColumn {
 public:
  void add(bool is_true) { bits_.add(is_true); }
  ArrowValues take();

 private:
  BitColumn bits_;
};

extern template class NumberColumn<std::int32_t>;
extern template class NumberColumn<double>;

}  // namespace quoth::tables
