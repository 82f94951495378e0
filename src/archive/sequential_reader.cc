#include "archive/sequential_reader.h"

#include <algorithm>
#include <utility>

#include "archive/faults.h"

namespace quoth::archive {

SequentialReader::SequentialReader(ByteSource& source, std::string path)
    : source_(source), path_(std::move(path)) {}

std::optional<Result<Record>> SequentialReader::next() {
  while (true) {
    if (pending_) {
      Error error = *std::move(pending_);
      pending_.reset();
      return error;
    }
    source_.skip(std::exchange(held_, 0));
    if (!skip_blank_lines().empty()) return read();
    std::optional<Result<Record>> told = at_end();
    if (told || is_done_) return told;
  }
}

/// Nothing is left: is it the end, or a fault behind which something may follow?
std::optional<Result<Record>> SequentialReader::at_end() {
  if (is_done_ || !source_.fault()) {
    is_done_ = true;
    return {};
  }
  Error error = error_of(*source_.fault(), path_);
  is_done_ = !source_.resume();
  if (std::exchange(fault_told_, false)) return {};
  return error;
}

std::string_view SequentialReader::skip_blank_lines() {
  while (true) {
    const std::string_view bytes = source_.peek(1);
    const std::size_t blank = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    source_.skip(blank);
    if (blank < bytes.size() || bytes.empty()) return bytes.substr(blank);
  }
}

void SequentialReader::tell_cut_off(Record& record) {
  record.state = Record::State::cut_off;
  const auto& fault = source_.fault();
  fault_told_ = fault.has_value();
  pending_ = error_at(ErrorCode::archive_corrupt, path_, record.offset,
                      "the record is cut off after " + std::to_string(record.payload.size()) +
                          " of " + std::to_string(record.length) + " bytes" +
                          (fault ? ": " + fault->what : "") + "; what there is was read");
}

}  // namespace quoth::archive
