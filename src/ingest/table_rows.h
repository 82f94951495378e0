#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/line.h"

namespace quoth::ingest {

/// One row of a table after the other, by RFC 4180 with any separator: fields in double quotes may hold separators, line breaks and
/// doubled quotes. A quote inside a field that does not begin with one stands for itself. Lines end in LF or CR LF.
///
/// Where a quoted field goes on behind its closing quote, or never closes, the row is malformed, and the next row begins at the line
/// after the one in which the malformed row began: a stray quote costs one row. A row above the limit is passed over up to its end.
/// Memory: twice the limit. Time: a line is read at most twice, since a line that leaves a quoted field open cannot begin another.
class TableRows {
 public:
  /// Gives the next line without its line feed, as ByteSource::next_line() does.
  using NextLine = std::function<base::Line(std::string& line)>;

  enum class Row : std::uint8_t {
    none,       ///< The end.
    whole,      ///< fields() holds it.
    blank,      ///< An empty line.
    malformed,  ///< A quoted field goes on behind its closing quote.
    unclosed,   ///< A quoted field never closes.
    too_large,  ///< More bytes than `most`.
  };

  /// `most`: bytes of the largest row.
  TableRows(NextLine next_line, char separator, std::size_t most);

  Row next();

  /// 1-based number of the row that next() read last, blank ones counted; 0 before the first.
  std::size_t number() const noexcept { return number_; }

  /// The row's fields without their quotes. REQUIRES: next() gave whole. Valid until the next call.
  const std::vector<std::string>& fields() const noexcept { return fields_; }

 private:
  enum class Field : std::uint8_t { begins, plain, quoted, closed };
  enum class After : std::uint8_t { row_ends, row_goes_on, broken };

  base::Line take_line();
  After read_line(std::string_view line);
  void end_field();
  Row fail(Row row);
  Row pass_over();

  NextLine next_line_;
  char separator_;
  std::size_t most_;
  std::string line_;
  std::vector<std::string> fields_;
  std::string field_;
  Field state_ = Field::begins;
  std::size_t row_bytes_ = 0;
  std::deque<std::string> row_lines_;  ///< Of the row being read, but for its first.
  std::deque<std::string> again_;      ///< Lines to be read again, before others.
  std::size_t number_ = 0;
};

}  // namespace quoth::ingest
