#include "search/searcher.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "database/full_text.h"
#include "search/candidates.h"
#include "search/cursor.h"
#include "search/facets.h"
#include "search/hit_reader.h"
#include "search/people.h"
#include "search/understanding.h"

// Newest first stops as soon as a page is full, but for the first page, which goes on to the cap to count facets. The other orders rank
// what lies within the cap: ranking everything would read everything, and bm25() of FTS5 does.

namespace quoth::search {
namespace {

/// A candidate with what orders it.
struct Ranked {
  std::int64_t key = 0, id = 0, family = 0;
};

bool is_before(const Ranked& left, const Ranked& right) {
  return std::pair(left.key, left.id) > std::pair(right.key, right.id);
}

}  // namespace

struct Searcher::Impl {
  Impl(database::Connection& of, SearchLimits most)
      : connection(of),
        limits(most),
        full_text(of),
        people(of),
        hits(of),
        facets(of, people),
        family(of,
               "SELECT f.id, f.members FROM variant v JOIN family f ON f.id = v.family "
               "WHERE v.quotation = ?1") {}

  Result<Answer> search(const Query& query);
  std::vector<Candidate> collect(Candidates& source, const Resolved& resolved, std::size_t limit);
  std::vector<Ranked> ranked(const std::vector<Candidate>& candidates, Sort sort);
  void fill_newest(Answer& answer, const std::vector<Candidate>& candidates,
                   const Candidates& source, std::size_t limit);
  void fill_ranked(Answer& answer, const std::vector<Candidate>& candidates,
                   const Resolved& resolved, std::size_t limit);
  void add_hit(Answer& answer, std::int64_t id, const Resolved& resolved);

  database::Connection& connection;
  SearchLimits limits;
  database::FullText full_text;
  People people;
  HitReader hits;
  FacetCounter facets;
  database::Statement family;
};

std::vector<Candidate> Searcher::Impl::collect(Candidates& source, const Resolved& resolved,
                                               std::size_t limit) {
  // A later page needs no more than itself and whether there is another.
  const bool is_later = resolved.cursor && resolved.query.sort == Sort::newest;
  const std::size_t most = is_later ? limit + 1 : limits.candidates;
  std::vector<Candidate> candidates;
  while (candidates.size() < most) {
    const auto candidate = source.next();
    if (!candidate) break;
    candidates.push_back(*candidate);
  }
  return candidates;
}

std::vector<Ranked> Searcher::Impl::ranked(const std::vector<Candidate>& candidates, Sort sort) {
  std::vector<Ranked> order;
  std::set<std::int64_t> families;
  for (const Candidate& candidate : candidates) {
    Ranked ranked{std::llround(candidate.weight * 1e6), candidate.id, 0};
    if (sort == Sort::mentions) {
      ranked.key = 1;
      family.start(candidate.id);
      if (family.next()) {
        ranked.family = family.integer(0);
        ranked.key = family.integer(1);
      }
      family.rewind();
      // Of one utterance the newest rendering alone, or the first page would be one utterance.
      if (ranked.family != 0 && !families.insert(ranked.family).second) continue;
    }
    order.push_back(ranked);
  }
  std::sort(order.begin(), order.end(), is_before);
  return order;
}

void Searcher::Impl::add_hit(Answer& answer, std::int64_t id, const Resolved& resolved) {
  auto hit = hits.read(id);
  if (!hit) return;
  if (resolved.words) hit->highlights = resolved.words->highlights(hit->text, full_text);
  answer.hits.push_back(*std::move(hit));
}

void Searcher::Impl::fill_newest(Answer& answer, const std::vector<Candidate>& candidates,
                                 const Candidates& source, std::size_t limit) {
  Cursor next{Sort::newest, 0, 0, 0, answer.count, answer.is_exact};
  if (candidates.size() > limit) {
    next.top = candidates[limit].id;
    answer.next = written(next);
  } else if (source.is_spent()) {
    answer.is_complete = false;
    next.top = source.place();
    answer.next = written(next);
  }
}

void Searcher::Impl::fill_ranked(Answer& answer, const std::vector<Candidate>& candidates,
                                 const Resolved& resolved, std::size_t limit) {
  const std::vector<Ranked> order = ranked(candidates, resolved.query.sort);
  auto at = order.begin();
  if (resolved.cursor) {
    at = std::upper_bound(order.begin(), order.end(),
                          Ranked{resolved.cursor->key, resolved.cursor->id, 0}, is_before);
  }
  const Ranked* last = nullptr;
  for (std::size_t k = 0; k < limit && at != order.end(); ++k, ++at) {
    add_hit(answer, at->id, resolved);
    last = &*at;
  }
  if (last == nullptr || at == order.end()) return;
  answer.next = written({resolved.query.sort, candidates.front().id, last->key, last->id,
                         answer.count, answer.is_exact});
}

Result<Answer> Searcher::Impl::search(const Query& query) {
  auto resolved = resolve(query, connection, full_text, people);
  if (!resolved) return resolved.error();
  Candidates source(connection, full_text, *resolved, Work(limits.work));
  const std::vector<Candidate> candidates = collect(source, *resolved, query.limit);
  Answer answer;
  answer.query = resolved->query;
  if (resolved->cursor) {
    answer.count = resolved->cursor->count;
    answer.is_exact = resolved->cursor->is_exact;
  } else {
    answer.count = candidates.size();
    answer.is_exact = candidates.size() < limits.candidates && !source.is_spent();
    answer.facets = facets.count(candidates);
  }
  if (answer.query.sort == Sort::newest) {
    for (std::size_t k = 0; k < std::min(query.limit, candidates.size()); ++k)
      add_hit(answer, candidates[k].id, *resolved);
    fill_newest(answer, candidates, source, query.limit);
  } else {
    answer.is_complete = !source.is_spent();
    fill_ranked(answer, candidates, *resolved, query.limit);
  }
  if (connection.error()) return *connection.error();
  return answer;
}

Searcher::Searcher(database::Connection& connection, SearchLimits limits)
    : impl_(std::make_unique<Impl>(connection, limits)) {}
Searcher::~Searcher() = default;

Result<Answer> Searcher::search(const Query& query) { return impl_->search(query); }

}  // namespace quoth::search
