#include "ingest/csv_reader.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/decoding.h"
#include "ingest/table_rows.h"
#include "text/encoding.h"
#include "text/json_string.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

constexpr std::array separators = {',', ';', '\t'};
constexpr std::size_t sniffed = std::size_t{64} << 10U;
// Doubled quotes and the other columns make a row longer than its text.
constexpr std::size_t largest_row = 2 * Document::max_bytes;
constexpr std::size_t largest_wide_table = std::size_t{64} << 20U;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Quotes and separators have bytes of their own, so that rows can be told before they are decoded.
bool is_wide(std::string_view encoding) {
  return text::is_family_of("UTF-16", encoding) || text::is_family_of("UTF-32", encoding) ||
         encoding == "UTF-16" || encoding == "UTF-32";
}

/// The first row of the table that `bytes` begin; they may end inside it.
std::vector<std::string> first_row(std::string_view bytes, char separator) {
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  const std::string buffer(bytes);
  std::size_t start = 0;
  TableRows rows(
      [&](std::string& line) {
        return base::take_line(buffer, start, [] { return false; }, buffer.size(), line);
      },
      separator, buffer.size() + 1);
  return rows.next() == TableRows::Row::whole ? rows.fields() : std::vector<std::string>{};
}

/// The place of a column; nothing where there is none of that name.
std::optional<std::size_t> place_of(const std::vector<std::string>& header,
                                    const std::string& name) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return {};
  return static_cast<std::size_t>(found - header.begin());
}

}  // namespace

std::optional<char> separator_of_table(std::string_view first_bytes, const InputOptions& options) {
  std::string converted;
  if (const std::string encoding = encoding_of(first_bytes, options); is_wide(encoding)) {
    const auto text = text::to_utf8(first_bytes, encoding, text::Malformed::replace);
    if (!text) return {};
    converted = *text;
    first_bytes = converted;
  }
  std::optional<char> best;
  std::size_t most = 1;
  for (const char separator : separators) {
    const auto columns = first_row(first_bytes, separator);
    if (columns.size() <= most || !place_of(columns, options.text_field)) continue;
    // "text, image and sound" is a line of prose.
    if (std::any_of(columns.begin(), columns.end(),
                    [](const std::string& column) { return column.starts_with(' '); }))
      continue;
    best = separator;
    most = columns.size();
  }
  return best;
}

struct CsvReader::Impl {
  Impl(ByteSource& bytes, std::string name, InputOptions how)
      : source(bytes), path(std::move(name)), options(std::move(how)) {}

  ByteSource& source;
  std::string path;
  InputOptions options;
  std::string encoding;
  std::string converted;  ///< The whole table, where it is wide.
  std::size_t converted_at = 0;
  std::optional<TableRows> rows;
  std::vector<std::string> header;
  std::optional<std::size_t> id_at, text_at, title_at, published_at, url_at;
  std::vector<std::pair<std::size_t, std::string>> kept;  ///< Place and name as JSON has it.
  bool is_open = false, is_done = false;

  std::optional<Error> open();
  std::optional<Error> convert();
  std::optional<Error> read_header();
  std::optional<Result<Item>> next_row();
  Result<std::string> cell(std::size_t column) const;
  std::optional<std::string> fact(std::optional<std::size_t> column) const;
  Result<Item> item() const;
  Error failed(ErrorCode code, const std::string& message) const;
  Error of_row(TableRows::Row row) const;
};

Error CsvReader::Impl::failed(ErrorCode code, const std::string& message) const {
  const std::size_t number = rows ? rows->number() : 0;
  return {code, path + (number == 0 ? "" : ": row " + std::to_string(number)) + ": " + message};
}

std::optional<Error> CsvReader::Impl::convert() {
  std::string bytes;
  if (!source.read_all(bytes, largest_wide_table)) {
    return failed(
        ErrorCode::document_too_large,
        "a table in " + encoding + " is larger than 67108864 bytes (64 MiB); save it as UTF-8");
  }
  auto text =
      text::to_utf8(bytes, encoding,
                    options.replace_invalid ? text::Malformed::replace : text::Malformed::refuse);
  if (!text) return failed(text.error().code, text.error().message);
  converted = *std::move(text);
  encoding = "UTF-8";
  return {};
}

std::optional<Error> CsvReader::Impl::open() {
  const std::string_view first_bytes = source.peek(sniffed);
  encoding = encoding_of(first_bytes, options);
  const auto separator = separator_of_table(first_bytes, options);
  if (encoding.empty()) {
    return failed(ErrorCode::unknown_encoding,
                  "the encoding cannot be told; name it with --encoding NAME");
  }
  TableRows::NextLine next_line = [this](std::string& line) {
    return source.next_line(line, largest_row);
  };
  if (is_wide(encoding)) {
    if (auto error = convert()) return error;
    next_line = [this](std::string& line) {
      return base::take_line(converted, converted_at, [] { return false; }, largest_row, line);
    };
  }
  rows.emplace(std::move(next_line), separator.value_or(','), largest_row);
  return read_header();
}

std::optional<Error> CsvReader::Impl::read_header() {
  if (rows->next() != TableRows::Row::whole) {
    return failed(ErrorCode::invalid_row, "the first row, which names the columns, is malformed");
  }
  header = rows->fields();
  if (header.front().starts_with(utf8_mark)) header.front().erase(0, utf8_mark.size());
  text_at = place_of(header, options.text_field);
  if (!text_at) {
    return failed(ErrorCode::invalid_row, "no column is named \"" + options.text_field +
                                              "\"; name the right one with --field text=NAME");
  }
  id_at = place_of(header, options.id_field);
  title_at = place_of(header, options.title_field);
  published_at = place_of(header, options.published_field);
  url_at = place_of(header, options.url_field);
  for (const std::string& name : options.keep) {
    if (const auto place = place_of(header, name)) kept.emplace_back(*place, name);
  }
  return {};
}

Result<std::string> CsvReader::Impl::cell(std::size_t column) const {
  const std::string& bytes = rows->fields()[column];
  if (encoding != "UTF-8") {
    return text::to_utf8(
        bytes, encoding,
        options.replace_invalid ? text::Malformed::replace : text::Malformed::refuse);
  }
  return options.replace_invalid ? text::replace_invalid(bytes) : bytes;
}

/// A fact that cannot be decoded is unknown; the text alone must be whole.
std::optional<std::string> CsvReader::Impl::fact(std::optional<std::size_t> column) const {
  if (!column || rows->fields()[*column].empty()) return {};
  auto value = cell(*column);
  if (!value) return {};
  return text::replace_invalid(*value);
}

Result<Item> CsvReader::Impl::item() const {
  if (rows->fields().size() != header.size()) {
    return failed(ErrorCode::invalid_row,
                  std::to_string(rows->fields().size()) + " fields where the first row names " +
                      std::to_string(header.size()) + "; the row was skipped");
  }
  auto bytes = cell(*text_at);
  if (!bytes) return failed(bytes.error().code, bytes.error().message);
  auto document = Document::from_utf8(*std::move(bytes));
  if (!document) {
    const bool malformed = document.error().code == ErrorCode::invalid_utf8;
    return failed(document.error().code,
                  document.error().message +
                      (malformed ? "; --encoding NAME, or --replace-invalid reads on" : ""));
  }
  Item item{*std::move(document), {}, {}};
  DocumentFacts& facts = item.facts;
  facts.path = text::replace_invalid(path);
  facts.record = rows->number();
  facts.title = fact(title_at);
  facts.published = fact(published_at);
  facts.url = fact(url_at);
  const auto own = fact(id_at);
  facts.key = own ? *own : facts.url ? *facts.url : facts.path;
  for (const auto& column : kept) {
    std::string json;
    text::append_json_string(json, fact(column.first).value_or(""));
    facts.extra.emplace_back(column.second, std::move(json));
  }
  return item;
}

Error CsvReader::Impl::of_row(TableRows::Row row) const {
  if (row == TableRows::Row::too_large) {
    return failed(ErrorCode::document_too_large, "the row is larger than " +
                                                     std::to_string(largest_row) +
                                                     " bytes (32 MiB); it was passed over");
  }
  if (row == TableRows::Row::unclosed) {
    return failed(ErrorCode::invalid_row,
                  "a quoted field never closes; double the quotes inside it");
  }
  return failed(ErrorCode::invalid_row,
                "a quoted field goes on behind its closing quote; double the quotes inside it");
}

std::optional<Result<Item>> CsvReader::Impl::next_row() {
  while (true) {
    const TableRows::Row row = rows->next();
    if (row == TableRows::Row::whole) return item();
    if (row == TableRows::Row::blank) continue;
    if (row != TableRows::Row::none) return of_row(row);
    is_done = true;
    if (!source.failed()) return {};
    return failed(ErrorCode::file_unreadable, "reading failed; what came before was read");
  }
}

CsvReader::CsvReader(ByteSource& source, std::string path, InputOptions options)
    : impl_(std::make_unique<Impl>(source, std::move(path), std::move(options))) {}
CsvReader::~CsvReader() = default;

std::optional<Result<Item>> CsvReader::next() {
  if (impl_->is_done) return {};
  if (!impl_->is_open) {
    impl_->is_open = true;
    if (auto error = impl_->open()) {
      impl_->is_done = true;
      return *std::move(error);
    }
  }
  return impl_->next_row();
}

}  // namespace quoth::ingest
