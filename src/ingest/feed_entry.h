#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace quoth::ingest {

/// What an entry of a feed says of one article. Empty strings: it does not say.
struct FeedEntry {
  enum class Markup : std::uint8_t { plain, html };

  std::string content;  ///< In UTF-8.
  Markup markup = Markup::html;
  bool is_summary = false;  ///< The feed has no more of the article.
  std::string id, url, title, author, published, modified,
      publisher;  ///< Dates as the feed writes them.
};

}  // namespace quoth::ingest
