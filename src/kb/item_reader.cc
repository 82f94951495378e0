#include "kb/item_reader.h"

#include <utility>

namespace quoth::kb {
namespace {

/// Wikidata's longest entities have some 5 MB.
constexpr std::size_t longest_line = std::size_t{64} << 20U;

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t") == std::string::npos;
}

/// The dump is one JSON array, an entity a line: its brackets and commas are taken off.
void strip_array(std::string& line) {
  const std::size_t last = line.find_last_not_of(" \t");
  if (last == std::string::npos) return;
  line.erase(last + 1);
  if (line.back() == ',') line.pop_back();
  if (line == "[" || line == "]") line.clear();
}

}  // namespace

ItemReader::ItemReader(std::string path, LineSource source)
    : path_(std::move(path)), source_(std::move(source)) {}

Result<ItemReader> ItemReader::open(const std::string& path) {
  auto source = LineSource::open(path);
  if (!source) return source.error();
  ItemReader reader(path, *std::move(source));
  const auto known = reader.detect();
  if (!known) return known.error();
  return reader;
}

Error ItemReader::placed(ErrorCode code, const std::string& what) const {
  return {code, path_ + ":" + std::to_string(source_.number()) + ": " + what};
}

/// False: the input is empty.
Result<bool> ItemReader::detect() {
  do {
    const auto read = source_.next(line_, longest_line);
    if (read == LineSource::Line::none) return false;
    if (read == LineSource::Line::too_long)
      return placed(ErrorCode::invalid_row, "the line is too long");
  } while (is_blank(line_));
  if (line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
  const char first = line_[line_.find_first_not_of(" \t")];
  is_pending_ = true;
  if (first == '{' || first == '[') {
    format_ = Format::json;
  } else if (is_alias_count(line_)) {
    format_ = Format::alias_counts;
    is_pending_ = line_ != alias_count_header;
  } else if ((table_ = ItemTable::from_header(line_))) {
    format_ = Format::table;
    is_pending_ = false;
  } else {
    return placed(ErrorCode::invalid_row,
                  "neither JSON, nor a header with the columns id and name, nor alias, title and "
                  "count; see docs/formats/kb.md");
  }
  return true;
}

ItemReader::Read ItemReader::fail(ErrorCode code, const std::string& what) {
  error_ = placed(code, what);
  return Read::error;
}

ItemReader::Read ItemReader::next() {
  while (true) {
    if (const auto ended = next_line()) return *ended;
    if (const auto read = read_line()) return *read;
  }
}

/// Nothing where there is a line.
std::optional<ItemReader::Read> ItemReader::next_line() {
  if (std::exchange(is_pending_, false)) return {};
  switch (source_.next(line_, longest_line)) {
    case LineSource::Line::whole:
      return {};
    case LineSource::Line::too_long:
      return fail(ErrorCode::invalid_row, "a line of more than 67108864 bytes");
    case LineSource::Line::none:
      break;
  }
  if (!source_.fault() || std::exchange(fault_told_, true)) return Read::end;
  return fail(ErrorCode::file_unreadable,
              "after this line: " + *source_.fault() + "; fetch the file again");
}

/// Nothing for a line that holds no entry and is not wrong.
std::optional<ItemReader::Read> ItemReader::read_line() {
  if (format_ == Format::json) strip_array(line_);
  if (is_blank(line_)) return {};
  if (format_ == Format::alias_counts) {
    auto count = read_alias_count(line_);
    if (!count) return fail(count.error().code, count.error().message);
    count_ = *std::move(count);
    return Read::alias_count;
  }
  auto item = format_ == Format::json ? json_.read(line_) : table_->read(line_);
  if (!item) return fail(item.error().code, item.error().message);
  if (!*item) {
    ++left_out_;
    return {};
  }
  item_ = **std::move(item);
  return Read::item;
}

}  // namespace quoth::kb
