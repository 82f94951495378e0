#include "search/word_walk.h"

#include <string>

#include "database/quotation_blobs.h"

namespace quoth::search {
namespace {

constexpr std::size_t start_cost = 1000;   // Of a statement of FTS5, in rows read in order.
constexpr std::size_t most_steps = 100;    // Before contents are read instead.
constexpr std::size_t most_misses = 8;     // Before the index is left alone.
constexpr std::size_t places_cost = 3;     // Of looking at where words stand.
constexpr std::size_t reading_cost = 120;  // Of an article.

constexpr std::string_view plain =
    "SELECT rowid FROM content WHERE content MATCH ?1 AND rowid <= ?2 AND rowid >= ?3 "
    "ORDER BY rowid DESC";
constexpr std::string_view placed =
    "SELECT rowid, places(content, ?4) FROM content WHERE content MATCH ?1 AND rowid <= ?2 AND "
    "rowid >= ?3 ORDER BY rowid DESC";

}  // namespace

WordWalk::WordWalk(database::Connection& connection, const WordMatch& match,
                   const database::FullText& full_text, bool weighs, std::int64_t oldest)
    : rows_(connection, weighs || match.has_phrases() ? placed : plain),
      spans_(connection, "SELECT version, spans FROM quotation WHERE id = ?1 AND state < 3"),
      articles_(connection, 1),
      match_(match),
      full_text_(full_text),
      uses_places_(weighs || match.has_phrases()),
      oldest_(oldest) {}

void WordWalk::go_on(Work& work) {
  is_sure_ = true;
  while (rows_.next()) {
    here_ = rows_.integer(0);
    work.spend(uses_places_ ? places_cost : 1);
    if (!uses_places_) return;
    if (!rows_.is_null(1)) {
      weight_here_ = rows_.real(1);
      return;
    }
    if (work.is_spent()) {
      --*here_;  // This row is known to be none; of the next nothing is known.
      is_sure_ = false;
      return;
    }
  }
  here_.reset();
}

bool WordWalk::has_words(std::int64_t id, Work& work) {
  work.spend(reading_cost);
  std::optional<double> weight;
  spans_.start(id);
  if (spans_.next()) {
    const std::string* text = articles_.read(spans_.integer(0));
    Quotation quotation;
    if (text != nullptr && database::unpack_spans(spans_.blob(1), *text, {}, quotation)) {
      std::string content;
      for (const Span span : quotation.content) {
        if (!content.empty()) content.push_back('\n');
        content.append(*text, span.start, span.end - span.start);
      }
      weight = match_.weigh(content, full_text_);
    }
  }
  spans_.rewind();
  weight_ = weight.value_or(0);
  return weight.has_value();
}

std::optional<std::int64_t> WordWalk::at_most(std::int64_t id, Work& work) {
  if (!is_running_) {
    if (uses_places_) {
      rows_.start(match_.expression(), id, oldest_, database::Blob{match_.plan()});
    } else {
      rows_.start(match_.expression(), id, oldest_);
    }
    work.spend(start_cost);
    is_running_ = true;
    go_on(work);
  }
  const std::size_t steps = misses_ < most_misses ? most_steps : 0;
  for (std::size_t k = 0; k < steps && here_ && *here_ > id; ++k) go_on(work);
  if (here_ && (*here_ > id || (*here_ == id && !is_sure_))) {
    ++misses_;
    return has_words(id, work) ? id : id - 1;
  }
  misses_ = 0;
  weight_ = weight_here_;
  return here_;
}

}  // namespace quoth::search
