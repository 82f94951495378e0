#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "quoth/document.h"

namespace quoth::ingest {

/// One document of an input and what the input says of it.
struct Item {
  Document document;
  std::string key;   ///< The input's own id: the id field, else the URL, else the path.
  std::string path;  ///< As given; "-" for standard input.
  std::size_t record =
      1;  ///< 1-based number of the line (JSON Lines) in the path; 1 for plain text.
  std::optional<std::string> title, published, url;
  std::vector<std::pair<std::string, std::string>> extra;  ///< Kept fields: name and JSON value.
};

/// How to read inputs.
struct InputOptions {
  /// Fields of JSON Lines: what the record calls them and what the input does.
  std::string id_field = "id", text_field = "text", title_field = "title",
              published_field = "published", url_field = "url";
  std::vector<std::string> keep;  ///< Input fields that are copied into Item::extra.
  std::string encoding;           ///< Empty: UTF-8, or UTF-16 by its byte order mark.
  bool replace_invalid = false;   ///< Malformed bytes become U+FFFD and reading goes on.
};

}  // namespace quoth::ingest
