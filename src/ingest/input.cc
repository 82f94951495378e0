#include "ingest/input.h"

#include <utility>

#include "ingest/csv_reader.h"
#include "ingest/decoding.h"
#include "ingest/feed_reader.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

constexpr std::size_t sniffed = 4096;
// Escapes make a line longer than the text in it.
constexpr std::size_t longest_line = 2 * Document::max_bytes;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t skip_space(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_space(bytes[at])) ++at;
  return at;
}

enum class Looks : std::uint8_t { plain, json_lines, undecided };

Looks looks_of(std::string_view bytes) {
  std::size_t at = skip_space(bytes, bytes.starts_with(utf8_mark) ? utf8_mark.size() : 0);
  if (at >= bytes.size()) return Looks::undecided;
  if (bytes[at] != '{') return Looks::plain;
  at = skip_space(bytes, at + 1);
  if (at >= bytes.size()) return Looks::undecided;
  return bytes[at] == '"' || bytes[at] == '}' ? Looks::json_lines : Looks::plain;
}

/// Reads no further than it needs: what writes to a pipe may wait for the first answer.
bool starts_like_json_lines(ByteSource& source) {
  std::size_t seen = 0;
  while (true) {
    const std::string_view bytes = source.peek(seen + 1);
    const Looks looks = looks_of(bytes);
    if (looks != Looks::undecided) return looks == Looks::json_lines;
    if (bytes.size() == seen || bytes.size() >= sniffed) return false;
    seen = bytes.size();
  }
}

}  // namespace

Input::Input(std::string path, InputOptions options)
    : path_(std::move(path)), options_(std::move(options)) {}

std::optional<Result<Item>> Input::next() {
  if (done_) return {};
  if (!source_) return open();
  return reader_ ? reader_->next() : next_line();
}

std::optional<Result<Item>> Input::open() {
  auto source = ByteSource::open(path_);
  if (!source) {
    done_ = true;
    return source.error();
  }
  source_.emplace(*std::move(source));
  const bool is_json = starts_like_json_lines(*source_);
  // Of what writes to a pipe, only what is there already is looked at: its first line may be all for long.
  const std::string_view first_bytes = source_->peek(is_json ? 1 : sniffed);
  if (looks_like_feed(first_bytes)) {
    reader_ = std::make_unique<FeedReader>(*source_, path_, options_);
    return reader_->next();
  }
  if (!is_json && looks_like_table(first_bytes, options_)) {
    reader_ = std::make_unique<CsvReader>(*source_, path_, options_);
    return reader_->next();
  }
  if (is_json) {
    lines_.emplace(options_);
    return next_line();
  }
  done_ = true;
  return whole_file();
}

std::optional<Result<Item>> Input::next_line() {
  while (true) {
    const ByteSource::Line line = source_->next_line(buffer_, longest_line);
    ++line_;
    if (line == ByteSource::Line::too_long) return line_too_long();
    if (line == ByteSource::Line::none) break;
    std::string_view text(buffer_);
    if (line_ == 1 && text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
    if (skip_space(text, 0) < text.size())
      return lines_->parse(text, text::replace_invalid(path_), line_);
  }
  done_ = true;
  if (!source_->failed()) return {};
  return Error{ErrorCode::file_unreadable,
               path_ + ":" + std::to_string(line_) + ": reading failed; what came before was read"};
}

Result<Item> Input::whole_file() {
  // UTF-16 takes two bytes for what is one in UTF-8.
  std::string bytes;
  if (!source_->read_all(bytes, 2 * Document::max_bytes)) return too_large();
  if (source_->failed()) {
    return Error{ErrorCode::file_unreadable, path_ + ": reading failed; try again"};
  }
  auto text = decoded(std::move(bytes), options_);
  if (!text) {
    const bool malformed = text.error().code == ErrorCode::invalid_utf8;
    return Error{text.error().code, path_ + ": " + text.error().message +
                                        (malformed ? "; --replace-invalid reads on" : "")};
  }
  auto document = Document::from_utf8(*std::move(text));
  if (!document) {
    const bool malformed = document.error().code == ErrorCode::invalid_utf8;
    return Error{document.error().code, path_ + ": " + document.error().message +
                                            (malformed ? "; --replace-invalid reads on" : "")};
  }
  Item item{*std::move(document), {}};
  item.facts.key = item.facts.path = text::replace_invalid(path_);
  return item;
}

Error Input::too_large() const {
  return {ErrorCode::document_too_large, path_ + ": the text is larger than " +
                                             std::to_string(Document::max_bytes) +
                                             " bytes (16 MiB); split it into documents"};
}

Error Input::line_too_long() const {
  return {ErrorCode::document_too_large,
          path_ + ":" + std::to_string(line_) + ": the line is longer than " +
              std::to_string(longest_line) + " bytes, so its text than " +
              std::to_string(Document::max_bytes) + " (16 MiB); split it into documents"};
}

}  // namespace quoth::ingest
