#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kb/item.h"
#include "kb/item_json.h"
#include "kb/item_table.h"
#include "kb/line_source.h"
#include "quoth/result.h"

namespace quoth::kb {

/// Reads an input line by line, in whichever format its first line shows: JSON Lines, Wikidata's JSON dump,
/// a table with a header, alias counts; compressed or not. Memory does not grow with the input. One thread
/// at a time.
class ItemReader {
 public:
  /// "-" is standard input. Fails with file_not_found, file_unreadable, or invalid_row where the first line
  /// is of none of the formats.
  static Result<ItemReader> open(const std::string& path);

  enum class Read { item, alias_count, error, end };

  /// Reads on up to the next item or alias count. An error is one line's (invalid_json, invalid_row), and reading goes
  /// on after it; or file_unreadable where the input ends before its end.
  Read next();

  /// What next() told of; valid until it is called again.
  const Item& item() const noexcept { return item_; }
  const AliasCount& alias_count() const noexcept { return count_; }
  const Error& error() const noexcept { return error_; }  ///< Names the input and the line.

  std::size_t lines() const noexcept { return source_.number(); }  ///< Read so far.
  std::size_t left_out() const noexcept {
    return left_out_;
  }  ///< Entities that no item is made of.

 private:
  enum class Format { json, table, alias_counts };
  ItemReader(std::string path, LineSource source);
  Result<bool> detect();
  std::optional<Read> next_line();
  std::optional<Read> read_line();
  Error placed(ErrorCode code, const std::string& what) const;
  Read fail(ErrorCode code, const std::string& what);

  std::string path_;
  LineSource source_;
  Format format_ = Format::json;
  ItemJson json_;
  std::optional<ItemTable> table_;
  std::string line_;
  Item item_;
  AliasCount count_;
  Error error_{};
  bool is_pending_ = false;  ///< detect() has read a line that is no header.
  bool fault_told_ = false;
  std::size_t left_out_ = 0;
};

}  // namespace quoth::kb
