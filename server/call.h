#pragma once

#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>

#include "quoth/record.h"
#include "server/engine.h"
#include "server/query_string.h"
#include "server/record_reader.h"
#include "server/response.h"
#include "server/statistics_cache.h"

namespace quoth::server {

/// A request that reached its handler: host, origin, token, the number in its address, the names of its parameters, what offsets
/// count and its size are found good.
struct Call {
  const QueryString& query;
  std::int64_t number = 0;  ///< What stands for the route's {…}, from 1 on; 0: it has none.
  OffsetUnit offsets = OffsetUnit::codepoint;
  const std::string& body;
  const std::string& record;       ///< Path of the database.
  std::stop_token stop;            ///< Requested when the answer is no longer wanted.
  RecordReader* reader = nullptr;  ///< Where the route reads the record: within begin() and end().
  StatisticsCache* statistics = nullptr;  ///< As reader.
  const Engine* engine = nullptr;         ///< Where the route takes an engine's place.
  std::mutex* writing = nullptr;          ///< Where the route may write: held while it does.
};

/// A number of an address; nothing where it is none from 1 on.
std::optional<std::int64_t> number_of(std::string_view text) noexcept;

/// Whole numbers from `least` to `most` in a parameter; `usual` where it is not given, nothing where it is no such number.
std::optional<std::size_t> count_of(const QueryString& query, std::string_view name,
                                    std::size_t usual, std::size_t least, std::size_t most);

/// What `offsets` asks for: codepoint where it is not given; nothing where it is no unit.
std::optional<OffsetUnit> offset_unit_of(const QueryString& query);

}  // namespace quoth::server
