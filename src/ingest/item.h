#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quoth/document.h"
#include "quoth/record.h"

namespace quoth::ingest {

/// One document of an input and what the input says of it. The facts' key is the input's own id (the id field, else the URL, else
/// the path), their path is as given ("-": standard input).
struct Item {
  /// A page as it was found. To make its text takes long and needs nothing else of the input, so whoever has several threads does it there.
  struct RawPage {
    std::string bytes;
    std::string content_type;  ///< As a server stated it; may be empty.
    std::string place;         ///< "crawl.warc: byte 12: http://…", for messages.
  };

  Document document;  ///< Empty where there is a `page`.
  DocumentFacts facts;
  std::optional<RawPage> page;  ///< Set: with_text() (page_text.h) makes the document of it.
  /// A line of quoth.record/1 as it was found, where InputOptions::take_records asks for them; store/record_reader.h reads it.
  std::optional<std::string> record_line = {};
};

/// How to read inputs.
struct InputOptions {
  /// Fields of JSON Lines: what the record calls them and what the input does.
  std::string id_field = "id", text_field = "text", title_field = "title",
              published_field = "published", url_field = "url";
  std::vector<std::string> keep;  ///< Input fields that are copied into DocumentFacts::extra.
  std::string
      encoding;  ///< Empty: UTF-8, or UTF-16 by its byte order mark. "detect": by the bytes' statistics.
  bool replace_invalid = false;  ///< Malformed bytes become U+FFFD and reading goes on.
  bool take_records = false;     ///< Lines of JSON Lines that are finished records are items too.
};

}  // namespace quoth::ingest
