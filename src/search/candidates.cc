#include "search/candidates.h"

#include <utility>

#include "search/index_walk.h"
#include "search/outlet_walk.h"

namespace quoth::search {
namespace {

constexpr std::size_t row_cost = 3;  // Of reading a quotation, in rows of an index read in order.

constexpr std::string_view by_speaker =
    "SELECT id FROM quotation WHERE identity = ?1 AND state < 3 AND id <= ?2 AND id >= ?3 "
    "ORDER BY id DESC";
constexpr std::string_view by_addressee =
    "SELECT id FROM quotation WHERE addressed = ?1 AND state < 3 AND id <= ?2 AND id >= ?3 "
    "ORDER BY id DESC";
constexpr std::string_view by_subject =
    "SELECT quotation FROM about WHERE identity = ?1 AND quotation <= ?2 AND quotation >= ?3 "
    "ORDER BY quotation DESC";
constexpr std::string_view by_act =
    "SELECT id FROM quotation WHERE act = ?1 AND act > 0 AND state < 3 AND id <= ?2 AND id >= ?3 "
    "ORDER BY id DESC";
constexpr std::string_view by_nothing =
    "SELECT id FROM quotation WHERE ?1 = 0 AND id <= ?2 AND id >= ?3 ORDER BY id DESC";

}  // namespace

Candidates::Candidates(database::Connection& connection, const database::FullText& full_text,
                       const Resolved& resolved, Work work)
    : connection_(connection),
      resolved_(resolved),
      work_(work),
      id_(resolved.newest),
      row_(connection,
           "SELECT version, kind, act, identity FROM quotation WHERE id = ?1 AND state < 3") {
  const Understood& query = resolved.query;
  add_persons(query.speaker, by_speaker);
  add_persons(query.addressee, by_addressee);
  add_persons(query.about, by_subject);
  if (query.act && *query.act != Quotation::Act::say) {
    walks_.push_back(std::make_unique<IndexWalk>(connection, by_act, static_cast<int>(*query.act),
                                                 resolved.oldest));
  }
  if (resolved.publisher != 0)
    walks_.push_back(std::make_unique<OutletWalk>(connection, resolved.publisher, resolved.oldest));
  if (resolved.words) {
    auto words = std::make_unique<WordWalk>(connection, *resolved.words, full_text,
                                            query.sort == Sort::relevance, resolved.oldest);
    words_ = words.get();
    walks_.push_back(std::move(words));
  }
  if (walks_.empty())
    walks_.push_back(std::make_unique<IndexWalk>(connection, by_nothing, 0, resolved.oldest));
}

void Candidates::add_persons(const std::vector<Suggestion>& persons, std::string_view sql) {
  Walks walks;
  for (const Suggestion& person : persons) {
    walks.push_back(
        std::make_unique<IndexWalk>(connection_, sql, person.identity, resolved_.oldest));
  }
  if (walks.size() == 1) {
    walks_.push_back(std::move(walks.front()));
  } else if (!walks.empty()) {
    walks_.push_back(std::make_unique<AnyWalk>(std::move(walks)));
  }
}

bool Candidates::agree() {
  // As many walks in a row as there are have kept the id.
  for (std::size_t kept = 0, k = 0; kept < walks_.size(); k = (k + 1) % walks_.size()) {
    // Each walk is asked once at least: a search that ends before would end at the same place again when it goes on.
    if (k == 0 && work_.is_spent()) return false;
    const auto there = walks_[k]->at_most(id_, work_);
    if (!there) {
      is_done_ = true;
      return false;
    }
    kept = *there < id_ ? 0 : kept + 1;
    id_ = *there;
  }
  return true;
}

bool Candidates::meets_rest(Candidate& candidate) {
  row_.start(candidate.id);
  work_.spend(row_cost);
  bool meets = row_.next();
  if (meets) {
    const Understood& query = resolved_.query;
    meets = (!query.kind || row_.integer(1) == static_cast<int>(*query.kind)) &&
            (!query.act || row_.integer(2) == static_cast<int>(*query.act));
    candidate.version = row_.integer(0);
    candidate.identity = row_.integer(3);
  }
  row_.rewind();
  return meets;
}

std::optional<Candidate> Candidates::next() {
  while (!is_done_ && id_ >= resolved_.oldest && !connection_.error() && agree()) {
    Candidate candidate;
    candidate.id = id_--;
    if (meets_rest(candidate)) {
      if (words_ != nullptr) candidate.weight = words_->weight();
      return candidate;
    }
  }
  is_done_ = is_done_ || id_ < resolved_.oldest;
  return {};
}

}  // namespace quoth::search
