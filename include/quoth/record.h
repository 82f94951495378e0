#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quoth/document.h"
#include "quoth/quotation.h"

namespace quoth {

/// What the offsets of a written record count. Code points suit Python, UTF-16 units browsers.
enum class OffsetUnit : std::uint8_t { codepoint, byte, utf16 };

/// Where a record of a web archive lies.
struct ArchiveFacts {
  std::string file;
  std::uint64_t offset =
      0;  ///< Bytes from the file's start to the record, or to the gzip member that holds it.
  std::string id;  ///< WARC-Record-ID; empty: it states none.
};

/// What is known of a document besides its text, for the record's `doc`. Empty strings mean unknown (null) but for `key`.
struct DocumentFacts {
  std::string key;  ///< The input's own id.
  std::string path;
  std::size_t record = 1;  ///< 1-based number of the line or record in `path`.
  std::optional<std::string> title, published, url;
  std::optional<std::string> author, publisher, modified;
  /// Code of ISO 639-1, "und" where it cannot be told. Text of other languages than English is read as if it were English.
  std::string language = "en";
  std::optional<std::string>
      duplicate_of;  ///< Id of the earlier document that this one nearly repeats.
  std::vector<std::string>
      notes;  ///< What is odd about the input, for `doc.notes`; see docs/formats/record.md.
  std::optional<ArchiveFacts> archive;  ///< Where an archive's record lies.
  std::vector<Span> pull_quotes;  ///< Set apart on the page, a sentence of the article repeated.
  bool text_is_made =
      false;  ///< The text is not the input's bytes (a page's main text): it is always written.
  std::vector<std::pair<std::string, std::string>>
      extra;  ///< Name and JSON value, copied as they are.
};

/// Who computed a record, for its `engine`.
struct EngineFacts {
  std::string version, model, model_sha256;
};

/// How to write a record.
struct RecordOptions {
  OffsetUnit offsets = OffsetUnit::codepoint;
  bool with_text = false;  ///< Writes the document's text as `doc.text`.
};

/// One line of JSON Lines (no line feed at its end) in the format quoth.record/1; docs/formats/record.md.
/// REQUIRES: the record was extracted from the document; facts are valid UTF-8.
std::string to_json(const Document& document, const Record& record, const DocumentFacts& facts,
                    const EngineFacts& engine, const RecordOptions& options = {});

/// Rows of CSV (RFC 4180, CR LF), one a quotation; csv_header() names the columns.
std::string to_csv(const Document& document, const Record& record, const DocumentFacts& facts,
                   const RecordOptions& options = {});
std::string csv_header();

/// "sha256:" and the hash of the text: the document's id in every record.
std::string document_id(const Document& document);

}  // namespace quoth
