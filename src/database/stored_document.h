#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "database/connection.h"
#include "store/recorded_document.h"

namespace quoth::database {

/// What became of a quotation. Do not renumber.
enum class QuotationState : std::uint8_t {
  current = 0,   ///< In its article's newest version.
  altered = 1,   ///< A later version words it otherwise, or gives it to someone else.
  vanished = 2,  ///< A later version lacks it.
  repeated = 3,  ///< A later version has it too: search shows that one.
};

/// A version of an article, read back.
struct StoredDocument {
  store::RecordedDocument recorded;
  std::int64_t version = 0, sighting = 0, number = 0, text = 0;
  bool is_redacted = false;  ///< Quotations were taken out of the text.
  struct QuotationRow {
    std::int64_t id = 0;
    QuotationState state = QuotationState::current;
    std::int64_t number = 0;
    std::int64_t identity = 0, addressed = 0;  ///< 0: none.
  };
  std::vector<QuotationRow> quotations;  ///< Those of the record, in its order.
  std::vector<std::int64_t> identities;  ///< Of the record's entities; 0: none.
};

/// Reads documents. The record is exactly that which was added: to_json() writes the same line.
class DocumentReader {
 public:
  /// REQUIRES: the connection outlives this.
  explicit DocumentReader(Connection& connection);

  /// Nothing: there is no such version, or (the connection then has the error record_corrupt) it cannot be read.
  std::optional<StoredDocument> read(std::int64_t version);

  /// The newest version of the article; nothing where there is none.
  std::optional<std::int64_t> newest_version(std::int64_t sighting);

 private:
  bool read_document(std::int64_t version, std::optional<StoredDocument>& stored);
  void read_entities(StoredDocument& stored);
  void read_quotations(StoredDocument& stored);
  std::vector<std::string> reasons(std::string_view packed);
  void damaged(std::int64_t version, const char* what);

  Connection& connection_;
  Statement document_, entities_, quotations_, reason_, newest_;
};

}  // namespace quoth::database
