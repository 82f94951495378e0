#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace quoth::ingest {

/// Why a record is no document. New reasons are added before `reasons`.
enum class Skipped : std::uint8_t {
  request,
  metadata,
  revisit,
  warcinfo,
  continuation,  ///< A part of a record that was split over files.
  other_kind,
  http_status,   ///< Any but 200.
  content_type,  ///< Neither a page nor text.
  coding,        ///< A content coding that is not known.
  reasons,       ///< How many there are.
};

/// "requests", "pages of other HTTP status than 200": for a count before it.
const char* name(Skipped reason) noexcept;

/// What an input held, as far as it was read.
struct ReadCounts {
  std::uint64_t records = 0;    ///< Lines, pages, an archive's records of every kind.
  std::uint64_t documents = 0;  ///< Of these, those that were given.
  std::uint64_t errors = 0;     ///< Answers that were errors; one may concern no record, or many.
  std::array<std::uint64_t, static_cast<std::size_t>(Skipped::reasons)> skipped{};

  std::uint64_t& operator[](Skipped reason) { return skipped.at(static_cast<std::size_t>(reason)); }
  std::uint64_t operator[](Skipped reason) const {
    return skipped.at(static_cast<std::size_t>(reason));
  }
  /// Whether any record was no document.
  bool skipped_any() const noexcept;
  ReadCounts& operator+=(const ReadCounts& other) noexcept;
};

/// "read 1,200 records: 800 documents, 300 requests, 100 metadata records". Without line feed.
std::string describe(const ReadCounts& counts);

}  // namespace quoth::ingest
