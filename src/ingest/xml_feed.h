#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ingest/feed_entry.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The entries of a feed in XML: RSS 0.91 to 2.0, RSS 1.0 (RDF), Atom 1.0. Elements are told by their names and by the prefixes that the root
/// binds to the namespaces of content and Dublin Core. Entities of a document's own are not expanded. Not thread-safe.
class XmlFeed {
 public:
  /// `xml` is UTF-8. Fails with invalid_feed: no XML, or another root. Where XML breaks off, the entries before are read.
  static Result<XmlFeed> parse(std::string xml);
  XmlFeed(XmlFeed&&) noexcept;
  ~XmlFeed();

  /// The next entry; nothing at the end.
  std::optional<FeedEntry> next();

  /// Where and why the XML broke off; nothing: it is whole.
  std::optional<Error> fault() const;

 private:
  struct Impl;
  explicit XmlFeed(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::ingest
