#include "archive/arc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "archive/faults.h"

namespace quoth::archive {
namespace {

constexpr std::string_view file_header = "filedesc:";
// A URL may have some thousand bytes; the other fields have hardly a hundred.
constexpr std::size_t longest_line = std::size_t{64} << 10U;
// In version 2 a result code, a checksum, a location, an offset and a file name stand between type and length.
constexpr int most_fields_before_length = 8;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Takes the last word off the line.
std::string_view take_last(std::string_view& line) {
  const std::size_t blank = line.rfind(' ');
  const std::string_view word = blank == std::string_view::npos ? line : line.substr(blank + 1);
  line = blank == std::string_view::npos ? std::string_view() : line.substr(0, blank);
  return word;
}

/// "20140216050221" as "2014-02-16T05:02:21Z"; earlier crawlers wrote twelve digits, without the seconds.
std::string iso_date(std::string_view digits) {
  std::string date;
  for (std::size_t k = 0; k < digits.size() && k < 14; ++k) {
    if (k == 4 || k == 6) date += '-';
    if (k == 8) date += 'T';
    if (k == 10 || k == 12) date += ':';
    date += digits[k];
  }
  if (digits.size() == 12) date += ":00";
  return date + "Z";
}

/// Reads "URL address date type … length". A URL may hold blanks, so fields are counted from the end: the date is the first word from
/// there that has 12 or 14 digits with an address before it.
bool parse(std::string_view line, Record& record) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  const std::string_view length = take_last(line);
  const auto parsed = std::from_chars(length.data(), length.data() + length.size(), record.length);
  if (!is_digits(length) || parsed.ec != std::errc()) return false;
  std::string_view type;
  for (int k = 0; k < most_fields_before_length && !line.empty(); ++k) {
    const std::string_view word = take_last(line);
    if (is_digits(word) && (word.size() == 14 || word.size() == 12) && !type.empty()) {
      const std::string_view address = take_last(line);
      record.date = word;
      record.content_type = type;
      record.url = line;
      return !address.empty() && line.find(':') != std::string_view::npos;
    }
    type = word;
  }
  return false;
}

}  // namespace

bool starts_arc(std::string_view bytes) noexcept { return bytes.starts_with(file_header); }

ArcReader::ArcReader(ByteSource& source, std::string path)
    : SequentialReader(source, std::move(path)) {}

std::optional<Result<Record>> ArcReader::read() {
  Record record;
  record.offset = source().offset();
  line_ = peek_line();
  if (!parse(line_, record)) return pass_over_to_next_record(record.offset);
  record.number = next_number();
  return read_record(record, line_.size());
}

/// The next line without its end, as far as it is no longer than a header may be.
std::string_view ArcReader::peek_line() {
  std::size_t wanted = 1;
  while (true) {
    const std::string_view bytes = source().peek(wanted).substr(0, longest_line);
    const std::size_t end = bytes.find('\n');
    if (end != std::string_view::npos || bytes.size() < wanted || bytes.size() == longest_line)
      return bytes.substr(0, end);
    wanted = bytes.size() + 1;
  }
}

Error ArcReader::pass_over_to_next_record(std::uint64_t offset) {
  std::string line;
  Record ignored;
  do {
    source().next_line(line, longest_line);
    line = peek_line();
  } while (!source().buffered().empty() && !parse(line, ignored));
  return error_at(ErrorCode::archive_corrupt, path(), offset,
                  "no record begins where the last one ended; its length may be wrong; reading "
                  "goes on at the next record");
}

Record ArcReader::read_record(Record record, std::size_t line_size) {
  date_ = iso_date(record.date);
  record.date = date_;
  record.kind = record.url.starts_with(file_header) ? RecordKind::warcinfo : RecordKind::response;
  const std::size_t header = std::min(line_size + 1, source().buffered().size());
  if (record.length > largest_payload) {
    record.state = Record::State::passed_over;
    source().skip(header);
    source().pass_over(record.length);
    return record;
  }
  const auto length = static_cast<std::size_t>(record.length);
  const std::string_view bytes = source().peek(header + length);
  record.payload = bytes.substr(header, length);
  hold(header + record.payload.size());
  if (record.payload.size() < length) tell_cut_off(record);
  return record;
}

}  // namespace quoth::archive
