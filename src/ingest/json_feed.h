#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/feed_entry.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The entries of a JSON Feed, version 1 or 1.1 (https://jsonfeed.org). Not thread-safe.
class JsonFeed {
 public:
  /// `json` is UTF-8. Fails with invalid_feed.
  static Result<JsonFeed> parse(std::string_view json);
  JsonFeed(JsonFeed&&) noexcept;
  ~JsonFeed();

  /// The next entry; nothing at the end.
  std::optional<FeedEntry> next();

 private:
  struct Impl;
  explicit JsonFeed(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// Whether bytes that may end anywhere begin an object whose "version" is that of a JSON Feed.
bool begins_json_feed(std::string_view first_bytes);

}  // namespace quoth::ingest
