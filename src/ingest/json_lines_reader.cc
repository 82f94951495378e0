#include "ingest/json_lines_reader.h"

#include <utility>

#include "archive/faults.h"
#include "ingest/looks.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

// Escapes make a line longer than the text in it.
constexpr std::size_t longest_line = 2 * Document::max_bytes;

}  // namespace

JsonLinesReader::JsonLinesReader(ByteSource& source, std::string path, const InputOptions& options)
    : source_(source), path_(std::move(path)), parser_(options) {}

std::optional<Result<Item>> JsonLinesReader::next() {
  while (!done_) {
    const ByteSource::Line line = source_.next_line(buffer_, longest_line);
    if (line == ByteSource::Line::none) return at_end();
    ++line_;
    if (line == ByteSource::Line::too_long) return line_too_long();
    std::string_view text(buffer_);
    if (line_ == 1 && text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
    if (skip_space(text, 0) < text.size())
      return parser_.parse(text, text::replace_invalid(path_), line_);
  }
  return {};
}

std::optional<Result<Item>> JsonLinesReader::at_end() {
  if (!source_.fault()) {
    done_ = true;
    return {};
  }
  Error error = archive::error_of(*source_.fault(), path_);
  done_ = !source_.resume();
  return error;
}

Error JsonLinesReader::line_too_long() const {
  return {ErrorCode::document_too_large,
          path_ + ":" + std::to_string(line_) + ": the line is longer than " +
              std::to_string(longest_line) + " bytes, so its text than " +
              std::to_string(Document::max_bytes) + " (16 MiB); split it into documents"};
}

}  // namespace quoth::ingest
