#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "database/connection.h"

namespace quoth::database {

/// The full-text index over contents (table content). It takes rows fast only in the order of their ids, so changes are kept until write().
/// The index holds no text of its own: to take a row out, the very words that were put in must be given.
class WordIndex {
 public:
  explicit WordIndex(Connection& connection);

  void add(std::int64_t quotation, std::string words);
  void remove(std::int64_t quotation, std::string words);
  void write();

 private:
  struct Change {
    std::string words;
    bool is_removal = false;
  };
  Statement add_, remove_;
  std::multimap<std::int64_t, Change> changes_;
};

}  // namespace quoth::database
