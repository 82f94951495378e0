#include "search/word_walk.h"

namespace quoth::search {
namespace {

constexpr std::size_t start_cost = 40;  // Of a statement of FTS5, in rows read in order.
constexpr std::size_t steps_before_start = 40;
constexpr std::size_t places_cost = 2;  // Of looking at where words stand.

constexpr std::string_view plain =
    "SELECT rowid FROM content WHERE content MATCH ?1 AND rowid <= ?2 AND rowid >= ?3 "
    "ORDER BY rowid DESC";
constexpr std::string_view placed =
    "SELECT rowid, places(content, ?4) FROM content WHERE content MATCH ?1 AND rowid <= ?2 AND "
    "rowid >= ?3 ORDER BY rowid DESC";

}  // namespace

WordWalk::WordWalk(database::Connection& connection, const WordMatch& match, bool weighs,
                   std::int64_t oldest)
    : rows_(connection, weighs || match.has_phrases() ? placed : plain),
      match_(match),
      uses_places_(weighs || match.has_phrases()),
      oldest_(oldest) {}

void WordWalk::go_on(Work& work) {
  while (rows_.next()) {
    here_ = rows_.integer(0);
    work.spend(uses_places_ ? places_cost : 1);
    if (!uses_places_) return;
    if (!rows_.is_null(1)) {
      weight_ = rows_.real(1);
      return;
    }
    if (work.is_spent()) {
      work.give_up();
      --*here_;  // This row is known to be none.
      return;
    }
  }
  here_.reset();
}

std::optional<std::int64_t> WordWalk::at_most(std::int64_t id, Work& work) {
  if (is_running_) {
    for (std::size_t k = 0; here_ && *here_ > id && !work.is_spent(); ++k) {
      if (k >= steps_before_start && !match_.has_prefixes()) break;
      go_on(work);
    }
    if (!here_ || *here_ <= id) return here_;
    if (work.is_spent()) {
      work.give_up();
      return id;
    }
  }
  if (uses_places_) {
    rows_.start(match_.expression(), id, oldest_, database::Blob{match_.plan()});
  } else {
    rows_.start(match_.expression(), id, oldest_);
  }
  work.spend(start_cost);
  is_running_ = true;
  go_on(work);
  return here_;
}

}  // namespace quoth::search
