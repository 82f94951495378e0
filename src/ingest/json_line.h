#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/item.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// Reads one line of JSON Lines after the other; the parser's memory is reused. Not thread-safe.
class JsonLineParser {
 public:
  explicit JsonLineParser(const InputOptions& options);
  ~JsonLineParser();
  JsonLineParser(JsonLineParser&&) noexcept;

  /// Fails with invalid_json, invalid_utf8 or document_too_large; the message names `path` and line `number`.
  Result<Item> parse(std::string_view line, const std::string& path, std::size_t number);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::ingest
