#include "ingest/table_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quoth::ingest {

TableRows::TableRows(NextLine next_line, char separator, std::size_t most)
    : next_line_(std::move(next_line)), separator_(separator), most_(most) {}

base::Line TableRows::take_line() {
  if (again_.empty()) return next_line_(line_);
  line_ = std::move(again_.front());
  again_.pop_front();
  return base::Line::whole;
}

void TableRows::end_field() {
  fields_.push_back(std::move(field_));
  field_.clear();
  state_ = Field::begins;
}

/// The line goes on with the row; the state is quoted, or a field begins.
TableRows::After TableRows::read_line(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (state_ == Field::quoted) {
      const std::size_t quote = std::min(line.find('"', at), line.size());
      field_.append(line.substr(at, quote - at));
      if (quote == line.size()) break;
      const bool is_doubled = quote + 1 < line.size() && line[quote + 1] == '"';
      if (is_doubled) field_.append("\"");
      if (!is_doubled) state_ = Field::closed;
      at = quote + (is_doubled ? 2 : 1);
    } else if (line[at] == separator_) {
      end_field();
      ++at;
    } else if (state_ == Field::begins && line[at] == '"') {
      state_ = Field::quoted;
      ++at;
    } else if (state_ == Field::closed) {
      return After::broken;
    } else {
      const std::size_t end = std::min(line.find(separator_, at), line.size());
      field_.append(line.substr(at, end - at));
      state_ = Field::plain;
      at = end;
    }
  }
  if (state_ == Field::quoted) return After::row_goes_on;
  end_field();
  return After::row_ends;
}

/// What followed the row's first line is read again.
TableRows::Row TableRows::fail(Row row) {
  again_.insert(again_.begin(), std::make_move_iterator(row_lines_.begin()),
                std::make_move_iterator(row_lines_.end()));
  row_lines_.clear();
  return row;
}

/// Reads a row that is too large to be kept up to its end.
TableRows::Row TableRows::pass_over() {
  row_lines_.clear();
  fields_.clear();
  while (true) {
    field_.clear();
    const base::Line got = take_line();
    if (got == base::Line::none) return Row::unclosed;
    // Whether quotes are open behind a line that is not kept cannot be told; rows begin at lines.
    if (got == base::Line::too_long) return Row::too_large;
    const After after = read_line(
        line_.ends_with('\r') ? std::string_view(line_).substr(0, line_.size() - 1) : line_);
    fields_.clear();
    if (after == After::broken) again_.push_front(std::move(line_));
    if (after != After::row_goes_on) return Row::too_large;
  }
}

TableRows::Row TableRows::next() {
  fields_.clear();
  field_.clear();
  row_lines_.clear();
  row_bytes_ = 0;
  state_ = Field::begins;
  for (bool is_first = true;; is_first = false) {
    const base::Line got = take_line();
    if (got == base::Line::none && is_first) return Row::none;
    if (is_first) ++number_;
    if (got == base::Line::none) return fail(Row::unclosed);
    if (got == base::Line::too_long) return is_first ? Row::too_large : fail(Row::too_large);
    if (is_first && (line_.empty() || line_ == "\r")) return Row::blank;
    row_bytes_ += line_.size() + 1;
    std::string_view line(line_);
    const bool has_return = !line.empty() && line.back() == '\r';
    if (has_return) line.remove_suffix(1);
    const After after = read_line(line);
    if (after == After::row_ends) return row_bytes_ > most_ ? Row::too_large : Row::whole;
    if (after == After::row_goes_on) field_.append(has_return ? "\r\n" : "\n");
    if (!is_first) row_lines_.push_back(std::move(line_));
    if (after == After::broken) return fail(Row::malformed);
    if (row_bytes_ > most_) return pass_over();
  }
}

}  // namespace quoth::ingest
