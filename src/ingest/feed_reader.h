#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"
#include "ingest/item.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// Whether the bytes begin a feed: XML whose root is rss, feed or RDF (comments and the document's type may precede it), or an object whose
/// version is that of a JSON Feed.
bool looks_like_feed(std::string_view first_bytes);

/// The entries of a feed as documents: RSS 0.91 to 2.0, RSS 1.0, Atom 1.0, JSON Feed 1 and 1.1. The text is the entry's full content (HTML goes
/// through the page stage), else its summary, noted as `summary_only`. Key: the entry's id, else its URL, else the path.
class FeedReader : public Reader {
 public:
  /// The largest feed, in bytes: 64 MiB. Memory: about four times the feed, twenty times where it is all tags.
  static constexpr std::size_t max_bytes = std::size_t{64} << 20U;

  /// Starts at the feed's first byte. `source` must outlive the reader; `path` names it in facts and errors. InputOptions::encoding goes
  /// before what the XML says of itself, "detect" behind it.
  FeedReader(ByteSource& source, std::string path, InputOptions options);
  ~FeedReader() override;

  /// Codes: invalid_feed (no feed; XML that breaks off, entries before are read; an entry without text), document_too_large,
  /// invalid_utf8, unknown_encoding, file_unreadable.
  std::optional<Result<Item>> next() override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::ingest
