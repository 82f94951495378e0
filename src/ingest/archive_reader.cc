#include "ingest/archive_reader.h"

#include <utility>

#include "archive/http_message.h"
#include "ingest/looks.h"
#include "ingest/text_item.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

using archive::Record;
using archive::RecordKind;

enum class Content : std::uint8_t { page, text, other };

Content content_of(std::string_view media_type, std::string_view body) {
  const std::string bare = bare_media_type(media_type);
  if (bare == "text/html" || bare == "application/xhtml+xml") return Content::page;
  if (bare == "text/plain") return Content::text;
  const bool is_page =
      bare.empty() && looks_of(body.substr(0, most_sniffed), {}) == Looks::html_page;
  return is_page ? Content::page : Content::other;
}

/// Nothing: its kind may hold a document.
std::optional<Skipped> skipped_kind(RecordKind kind) {
  switch (kind) {
    case RecordKind::request:
      return Skipped::request;
    case RecordKind::metadata:
      return Skipped::metadata;
    case RecordKind::revisit:
      return Skipped::revisit;
    case RecordKind::warcinfo:
      return Skipped::warcinfo;
    case RecordKind::continuation:
      return Skipped::continuation;
    case RecordKind::other:
      return Skipped::other_kind;
    case RecordKind::response:
    case RecordKind::resource:
    case RecordKind::conversion:
      break;
  }
  return {};
}

}  // namespace

ArchiveReader::ArchiveReader(std::unique_ptr<archive::RecordReader> records, std::string path,
                             const InputOptions& options)
    : records_(std::move(records)), path_(std::move(path)), options_(options) {}

std::optional<Result<Item>> ArchiveReader::next() {
  while (true) {
    if (pending_) {
      Error error = *std::move(pending_);
      pending_.reset();
      return error;
    }
    const auto record = records_->next();
    if (!record) return {};
    if (!*record) return record->error();
    ++counts_.records;
    if (auto answer = read(**record)) return answer;
  }
}

std::optional<Result<Item>> ArchiveReader::skip(Skipped reason) {
  ++counts_[reason];
  return {};
}

std::optional<Result<Item>> ArchiveReader::read(const Record& record) {
  if (const auto reason = skipped_kind(record.kind)) return skip(*reason);
  if (record.state == Record::State::passed_over) {
    return error_in(record, ErrorCode::document_too_large,
                    "the record has " + std::to_string(record.length) + " bytes, more than " +
                        std::to_string(archive::largest_payload) + " (16 MiB); no article has");
  }
  // What is cut off before its first byte is told by the error that follows.
  if (record.state == Record::State::cut_off && record.payload.empty()) return {};
  if (record.kind == RecordKind::response && record.payload.starts_with("HTTP/"))
    return read_answer(record);
  if (content_of(record.content_type, record.payload) == Content::other)
    return skip(Skipped::content_type);
  return read_body(record, record.payload, record.content_type);
}

std::optional<Result<Item>> ArchiveReader::read_answer(const Record& record) {
  const auto answer = archive::read_http_answer(record.payload, unfolded_);
  if (!answer) {
    return error_in(record, ErrorCode::archive_limit,
                    "the HTTP header is larger than 65536 bytes (64 KiB); the record is left out");
  }
  if (answer->status != 200) return skip(Skipped::http_status);
  if (!answer->content_type.empty() &&
      content_of(answer->content_type, answer->body) == Content::other) {
    return skip(Skipped::content_type);
  }
  using State = archive::HttpBody::State;
  const auto body = body_.decode(*answer, Document::max_bytes);
  if (body.state == State::unknown_coding) return skip(Skipped::coding);
  if (body.state == State::too_large) {
    return error_in(record, ErrorCode::document_too_large,
                    "the page has more than " + std::to_string(Document::max_bytes) +
                        " bytes (16 MiB) when decompressed; no article has");
  }
  if (body.state == State::cut_off && record.state == Record::State::whole) {
    pending_ = error_in(record, ErrorCode::archive_corrupt,
                        "the page's chunks or compressed data are broken or cut off; what came "
                        "before was read");
    if (body.bytes.empty()) return {};
  }
  if (content_of(answer->content_type, body.bytes) == Content::other)
    return skip(Skipped::content_type);
  return read_body(record, body.bytes, answer->content_type);
}

std::optional<Result<Item>> ArchiveReader::read_body(const Record& record, std::string_view body,
                                                     std::string_view content_type) {
  if (content_of(content_type, body) == Content::page) {
    Item item{*Document::from_utf8({}), {}, {}};
    item.page = Item::RawPage{std::string(body), std::string(content_type), place_of(record)};
    add_facts(record, item.facts);
    return item;
  }
  const std::string stated = stated_charset(content_type);
  InputOptions how = options_;
  // An archive's text is whatever its server had, as browsers know: it is not refused for its encoding.
  if (how.encoding.empty() && stated.empty() && text::first_invalid(body)) how.encoding = "detect";
  auto document = text_document(std::string(body), stated, how);
  if (!document) return error_in(record, document.error().code, document.error().message);
  Item item{*std::move(document), {}, {}};
  add_facts(record, item.facts);
  return item;
}

/// The archive's URL is where the page was found; one that the page states may lead elsewhere.
void ArchiveReader::add_facts(const Record& record, DocumentFacts& facts) const {
  facts.path = text::replace_invalid(path_);
  facts.record = record.number;
  if (!record.url.empty()) facts.url = text::replace_invalid(record.url);
  facts.archive = ArchiveFacts{facts.path, record.offset, text::replace_invalid(record.id)};
  facts.key = facts.url ? *facts.url : facts.archive->id.empty() ? facts.path : facts.archive->id;
  facts.text_is_made = true;
}

std::string ArchiveReader::place_of(const Record& record) const {
  std::string place = path_ + ": byte " + std::to_string(record.offset);
  if (!record.url.empty()) place += ": " + text::replace_invalid(record.url);
  return place;
}

Error ArchiveReader::error_in(const Record& record, ErrorCode code, std::string_view what) const {
  return {code, place_of(record) + ": " + std::string(what)};
}

}  // namespace quoth::ingest
