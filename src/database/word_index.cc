#include "database/word_index.h"

#include <utility>

namespace quoth::database {

WordIndex::WordIndex(Connection& connection)
    : add_(connection, "INSERT INTO content (rowid, words) VALUES (?1, ?2)"),
      remove_(connection, "INSERT INTO content (content, rowid, words) VALUES ('delete', ?1, ?2)") {
}

void WordIndex::add(std::int64_t quotation, std::string words) {
  changes_.emplace(quotation, Change{std::move(words), false});
}

void WordIndex::remove(std::int64_t quotation, std::string words) {
  // What is still to be put in is not put in.
  const auto [first, last] = changes_.equal_range(quotation);
  for (auto change = first; change != last; ++change) {
    if (change->second.is_removal) continue;
    changes_.erase(change);
    return;
  }
  changes_.emplace(quotation, Change{std::move(words), true});
}

void WordIndex::write() {
  for (const auto& [quotation, change] : changes_)
    (change.is_removal ? remove_ : add_).run(quotation, change.words);
  changes_.clear();
}

}  // namespace quoth::database
