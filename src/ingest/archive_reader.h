#pragma once

#include <memory>
#include <optional>
#include <string>

#include "archive/http_body.h"
#include "archive/record.h"
#include "ingest/byte_source.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// The pages and texts of a web archive (WARC, ARC, Common Crawl's WET). Every other record is counted by the reason for which it is no
/// document.
class ArchiveReader final : public Reader {
 public:
  /// REQUIRES: the records' source and the options outlive the reader.
  ArchiveReader(std::unique_ptr<archive::RecordReader> records, std::string path,
                const InputOptions& options);

  /// Codes: those of archive::RecordReader, document_too_large, invalid_utf8. The message names file, byte and,
  /// where there is one, URL.
  std::optional<Result<Item>> next() override;

  void add_skipped(ReadCounts& counts) const override { counts += counts_; }

 private:
  std::optional<Result<Item>> read(const archive::Record& record);
  std::optional<Result<Item>> read_answer(const archive::Record& record);
  std::optional<Result<Item>> read_body(const archive::Record& record, std::string_view body,
                                        std::string_view content_type);
  std::optional<Result<Item>> skip(Skipped reason);
  void add_facts(const archive::Record& record, DocumentFacts& facts) const;
  std::string place_of(const archive::Record& record) const;
  Error error_in(const archive::Record& record, ErrorCode code, std::string_view what) const;

  std::unique_ptr<archive::RecordReader> records_;
  std::string path_;
  const InputOptions& options_;
  archive::HttpBody body_;
  std::string unfolded_;          // Values that an answer has in several lines.
  std::optional<Error> pending_;  // Told after the document that it concerns.
  ReadCounts counts_;
};

}  // namespace quoth::ingest
