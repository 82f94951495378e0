#include "archive/warc_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "archive/faults.h"
#include "archive/header_fields.h"

namespace quoth::archive {
namespace {

constexpr std::string_view magic = "WARC/";
constexpr std::string_view record_end = "\r\n\r\n";
// How much is looked through at a time for the next record.
constexpr std::size_t stride = std::size_t{64} << 10U;
// "WARC/" and a digit, and the line feed before.
constexpr std::size_t longest_start = magic.size() + 2;

constexpr std::string_view next_record_remedy = "; reading goes on at the next record";

struct KindName {
  std::string_view name;
  RecordKind kind;
};
constexpr std::array<KindName, 8> kind_names = {{{"warcinfo", RecordKind::warcinfo},
                                                 {"response", RecordKind::response},
                                                 {"resource", RecordKind::resource},
                                                 {"request", RecordKind::request},
                                                 {"metadata", RecordKind::metadata},
                                                 {"revisit", RecordKind::revisit},
                                                 {"conversion", RecordKind::conversion},
                                                 {"continuation", RecordKind::continuation}}};

RecordKind kind_of(std::string_view value) {
  for (const KindName& one : kind_names) {
    if (is_name(value, one.name)) return one.kind;
  }
  return RecordKind::other;
}

/// Where in the bytes a line begins that begins a record; npos: nowhere.
std::size_t find_record(std::string_view bytes) {
  for (std::size_t at = bytes.find("\nWARC/"); at != std::string_view::npos;
       at = bytes.find("\nWARC/", at + 1)) {
    if (starts_warc_record(bytes.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

/// Wget wrote target URIs in angle brackets, as the standard's grammar had it by mistake.
std::string_view without_brackets(std::string_view url) {
  if (url.size() >= 2 && url.front() == '<' && url.back() == '>')
    return url.substr(1, url.size() - 2);
  return url;
}

}  // namespace

bool starts_warc_record(std::string_view bytes) noexcept {
  return bytes.starts_with(magic) && bytes.size() > magic.size() && bytes[magic.size()] >= '0' &&
         bytes[magic.size()] <= '9';
}

WarcReader::WarcReader(ByteSource& source, std::string path)
    : SequentialReader(source, std::move(path)) {}

std::optional<Result<Record>> WarcReader::read() {
  Record record;
  record.offset = source().offset();
  source().peek(longest_start);
  if (!starts_warc_record(source().buffered())) {
    return pass_over_to_next_record(
        ErrorCode::archive_corrupt, record.offset,
        "no record begins where the last one ended; its Content-Length may be wrong");
  }
  const std::size_t header = find_header();
  if (header == 0) {
    const bool is_cut = source().buffered().size() < largest_header;
    return pass_over_to_next_record(
        is_cut ? ErrorCode::archive_corrupt : ErrorCode::archive_limit, record.offset,
        is_cut ? "the file ends within a record's header"
               : "a record's header is larger than 65536 bytes (64 KiB)");
  }
  if (!parse(record, source().buffered().substr(0, header))) {
    return pass_over_to_next_record(ErrorCode::archive_corrupt, record.offset,
                                    "a record's header states no valid Content-Length");
  }
  record.number = next_number();
  return read_record(record, header);
}

/// Leaves the source at a line that begins "WARC/", or at the end.
Error WarcReader::pass_over_to_next_record(ErrorCode code, std::uint64_t offset,
                                           std::string_view what) {
  source().skip(1);
  while (true) {
    const std::string_view bytes = source().peek(stride);
    const std::size_t at = find_record(bytes);
    if (at != std::string_view::npos) {
      source().skip(at);
      break;
    }
    const bool is_last = bytes.size() < stride;
    source().skip(is_last ? bytes.size() : bytes.size() - longest_start);
    if (is_last) break;
  }
  return error_at(code, path(), offset, std::string(what) + std::string(next_record_remedy));
}

/// The header's size, all of it buffered; 0: it does not end.
std::size_t WarcReader::find_header() {
  std::size_t seen = longest_start;
  while (true) {
    const std::string_view bytes = source().buffered().substr(0, largest_header);
    const std::size_t size = header_size(bytes);
    if (size != std::string_view::npos) return size;
    if (bytes.size() == largest_header) return 0;
    seen = bytes.size() + 1;
    if (source().peek(seen).size() < seen) return 0;
  }
}

bool WarcReader::parse(Record& record, std::string_view header) {
  bool has_length = false;
  HeaderFields fields(header.substr(header.find('\n') + 1), unfolded_);
  while (const auto field = fields.next()) {
    const std::string_view value = field->value;
    if (is_name(field->name, "content-length")) {
      const auto parsed = std::from_chars(value.data(), value.data() + value.size(), record.length);
      has_length = parsed.ec == std::errc() && parsed.ptr == value.data() + value.size();
    } else if (is_name(field->name, "warc-type")) {
      record.kind = kind_of(value);
    } else if (is_name(field->name, "warc-target-uri")) {
      record.url = without_brackets(value);
    } else if (is_name(field->name, "warc-record-id")) {
      record.id = value;
    } else if (is_name(field->name, "warc-date")) {
      record.date = value;
    } else if (is_name(field->name, "content-type")) {
      record.content_type = value;
    }
  }
  return has_length;
}

Record WarcReader::read_record(Record record, std::size_t header) {
  if (record.length > largest_payload) {
    pass_over(record, header);
  } else {
    take_payload(record, header);
  }
  return record;
}

/// Reads past a payload that is too large to keep. Its stated length is not believed further than the next record.
void WarcReader::pass_over(Record& record, std::size_t header) {
  record.state = Record::State::passed_over;
  passed_header_.assign(source().buffered().substr(0, header));
  parse(record, passed_header_);
  source().skip(header);
  for (std::uint64_t left = record.length; left > 0;) {
    const std::string_view bytes = source().peek(stride);
    const std::string_view looked = bytes.substr(0, std::min<std::uint64_t>(bytes.size(), left));
    const std::size_t at = find_record(looked);
    if (at != std::string_view::npos) {
      source().skip(at);
      return;
    }
    const bool is_last = bytes.size() < stride || looked.size() == left;
    const std::size_t step = is_last ? looked.size() : looked.size() - longest_start;
    source().skip(step);
    left -= step;
    if (is_last) return;
  }
}

void WarcReader::take_payload(Record& record, std::size_t header) {
  const char* const before = source().buffered().data();
  const auto length = static_cast<std::size_t>(record.length);
  std::string_view bytes = source().peek(header + length + record_end.size());
  if (bytes.data() != before) parse(record, bytes.substr(0, header));
  record.payload = bytes.substr(header, length);
  const std::size_t end = std::min(bytes.size(), header + length);
  const std::string_view behind = bytes.substr(end);
  const bool ends_well = behind.starts_with(record_end);
  hold(end + (ends_well ? record_end.size() : 0));
  if (ends_well) return;
  const bool is_whole = record.payload.size() == length;
  // Tolerated: fewer empty lines, and a length that counts them.
  if (is_whole && (behind.starts_with('\n') || behind.starts_with("\r\n") ||
                   behind.starts_with(magic.substr(0, record_end.size())) ||
                   (behind.empty() && !source().fault()))) {
    return;
  }
  // A wrong length: the next record may begin within the payload, or a few bytes behind it.
  const std::string_view more = source().peek(header + length + longest_start);
  if (more.data() != bytes.data()) parse(record, more.substr(0, header));
  record.payload = more.substr(header, length);
  const std::size_t next = find_record(more.substr(header, length + longest_start));
  if (next != std::string_view::npos && next <= length) {
    cut(record, header, more, next);
  } else if (!is_whole) {
    hold(more.size());
    tell_cut_off(record);
  }
}

/// The record ends where the next one begins, whatever its Content-Length states.
void WarcReader::cut(Record& record, std::size_t header, std::string_view bytes, std::size_t next) {
  record.payload = bytes.substr(header, next);
  for (int line = 0; line < 2 && record.payload.ends_with('\n'); ++line) {
    record.payload.remove_suffix(1);
    if (record.payload.ends_with('\r')) record.payload.remove_suffix(1);
  }
  hold(header + next);
  tell_next(error_at(ErrorCode::archive_corrupt, path(), record.offset,
                     "the record's Content-Length, " + std::to_string(record.length) +
                         ", reaches into the next record; it was read up to there, " +
                         std::to_string(record.payload.size()) + " bytes"));
}

}  // namespace quoth::archive
