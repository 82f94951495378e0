#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "database/connection.h"
#include "database/entry.h"
#include "database/family_rows.h"
#include "database/named_rows.h"
#include "database/stored_document.h"
#include "database/word_index.h"

namespace quoth::database {

/// Writes and removes the rows of one version's entities and quotations, the index of words with them.
class DocumentRows {
 public:
  explicit DocumentRows(Connection& connection);

  /// `identities`: of each entity, 0 for none.
  void add(std::int64_t version, const Entry& entry, const std::vector<std::int64_t>& identities);

  /// All rows of the version but its own and its changes.
  void remove(const StoredDocument& stored);
  void remove_quotation(const StoredDocument& stored, std::size_t index);

  /// Quotations that a later version repeats are found by no search.
  void set_state(const StoredDocument& stored, std::size_t index, QuotationState state);

  /// The same quotation on a text out of which something was taken.
  void redact_quotation(const StoredDocument& stored, std::size_t index, const Document& redacted);

  /// What was kept for the end of a transaction.
  void finish();

 private:
  std::int64_t next_id(std::uint32_t day);
  std::string packed_reasons(const std::vector<std::string>& why);
  void add_quotation(std::int64_t version, const Entry& entry, std::size_t index,
                     const std::vector<std::int64_t>& identities);
  void show(const StoredDocument& stored, std::size_t index);
  void hide(const StoredDocument& stored, std::size_t index);

  Connection& connection_;
  NamedRows reasons_;
  WordIndex words_;
  FamilyRows families_;
  Statement add_entity_, add_quotation_, add_about_, remove_about_, remove_quotation_,
      remove_entities_, set_state_, given_, set_given_;
  std::map<std::uint32_t, std::int64_t> days_;  // Ids given a day, where that changed.
};

}  // namespace quoth::database
