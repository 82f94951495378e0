#include "ingest/read_counts.h"

#include <algorithm>
#include <utility>

namespace quoth::ingest {
namespace {

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

}  // namespace

const char* name(Skipped reason) noexcept {
  switch (reason) {
    case Skipped::request:
      return "requests";
    case Skipped::metadata:
      return "metadata";
    case Skipped::revisit:
      return "revisits";
    case Skipped::warcinfo:
      return "archive headers";
    case Skipped::continuation:
      return "parts of records";
    case Skipped::other_kind:
      return "of unknown kinds";
    case Skipped::http_status:
      return "with another HTTP status than 200";
    case Skipped::content_type:
      return "neither page nor text";
    case Skipped::coding:
      return "in an unknown coding";
    case Skipped::reasons:
      break;
  }
  return "skipped";
}

bool ReadCounts::skipped_any() const noexcept {
  return std::any_of(skipped.begin(), skipped.end(), [](std::uint64_t count) { return count > 0; });
}

ReadCounts& ReadCounts::operator+=(const ReadCounts& other) noexcept {
  records += other.records;
  documents += other.documents;
  errors += other.errors;
  for (std::size_t k = 0; k < skipped.size(); ++k) skipped[k] += other.skipped[k];
  return *this;
}

std::string describe(const ReadCounts& counts) {
  std::string out = "read " + with_commas(counts.records) +
                    " records: " + with_commas(counts.documents) + " documents";
  for (std::size_t k = 0; k < counts.skipped.size(); ++k) {
    if (counts.skipped[k] == 0) continue;
    out += ", " + with_commas(counts.skipped[k]) + " " + name(static_cast<Skipped>(k));
  }
  if (counts.errors > 0) out += "; " + with_commas(counts.errors) + " errors";
  return out;
}

}  // namespace quoth::ingest
