#include "ingest/input.h"

#include <utility>

#include "archive/arc_reader.h"
#include "archive/warc_reader.h"
#include "ingest/archive_reader.h"
#include "ingest/csv_reader.h"
#include "ingest/feed_reader.h"
#include "ingest/json_lines_reader.h"
#include "ingest/looks.h"
#include "ingest/page_reader.h"
#include "ingest/page_text.h"
#include "ingest/plain_text_reader.h"

namespace quoth::ingest {
namespace {

/// Reads no further than it needs: what writes to a pipe may wait for the first answer.
Looks look_at(ByteSource& source, const InputOptions& options) {
  std::size_t seen = 0;
  while (true) {
    const std::string_view bytes = source.peek(seen + 1);
    const Looks looks = looks_of(bytes.substr(0, most_sniffed), options);
    if (looks != Looks::undecided) return looks;
    if (bytes.size() == seen || bytes.size() >= most_sniffed) return Looks::plain_text;
    seen = bytes.size();
  }
}

}  // namespace

Input::Input(std::string path, InputOptions options)
    : path_(std::move(path)), options_(std::move(options)) {}

Input::~Input() = default;

std::optional<Error> Input::open() {
  auto source = ByteSource::open_decompressed(path_);
  if (!source) return source.error();
  source_.emplace(*std::move(source));
  reader_ = make_reader();
  return {};
}

std::unique_ptr<Reader> Input::make_reader() {
  const Looks looks = look_at(*source_, options_);
  // UTF-16 hides from looks_of() what it is. Of what writes to a pipe, only what is there already is looked at.
  const std::string_view there = source_->buffered().substr(0, most_sniffed);
  const bool may_be_wide = looks == Looks::plain_text || looks == Looks::undecided;
  if (looks == Looks::xml_feed || looks == Looks::json_feed ||
      (may_be_wide && looks_like_feed(there))) {
    return std::make_unique<FeedReader>(*source_, path_, options_);
  }
  if ((looks == Looks::table || may_be_wide) && looks_like_table(there, options_))
    return std::make_unique<CsvReader>(*source_, path_, options_);
  switch (looks) {
    case Looks::json_lines:
      return std::make_unique<JsonLinesReader>(*source_, path_, options_);
    case Looks::html_page:
      return std::make_unique<PageReader>(*source_, path_);
    case Looks::warc:
      return std::make_unique<ArchiveReader>(std::make_unique<archive::WarcReader>(*source_, path_),
                                             path_, options_);
    case Looks::arc:
      return std::make_unique<ArchiveReader>(std::make_unique<archive::ArcReader>(*source_, path_),
                                             path_, options_);
    case Looks::json_feed:
    case Looks::xml_feed:
    case Looks::table:
    case Looks::plain_text:
    case Looks::undecided:
      break;
  }
  return std::make_unique<PlainTextReader>(*source_, path_, options_);
}

std::optional<Result<Item>> Input::next() {
  auto answer = find();
  if (answer && *answer) return with_text(**std::move(answer), options_);
  return answer;
}

std::optional<Result<Item>> Input::find() {
  if (done_) return {};
  std::optional<Result<Item>> answer;
  if (!reader_) {
    if (auto error = open()) {
      done_ = true;
      answer = *std::move(error);
    }
  }
  if (reader_) answer = reader_->next();
  done_ = done_ || !answer;
  if (answer) ++(answer->has_value() ? counts_.documents : counts_.errors);
  return answer;
}

ReadCounts Input::counts() const {
  ReadCounts counts = counts_;
  if (reader_) reader_->add_skipped(counts);
  if (counts.records == 0) counts.records = counts.documents + counts.errors;
  return counts;
}

}  // namespace quoth::ingest
