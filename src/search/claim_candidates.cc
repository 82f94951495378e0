#include "search/claim_candidates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>

#include "database/day.h"
#include "text/utf8.h"

namespace quoth::search {
namespace {

namespace trait = variants::trait;

constexpr std::size_t most_terms = 24;
constexpr std::size_t rows_of_a_word = 500;  // More: the word is common.
constexpr std::size_t rows_of_a_light_word = 100;
constexpr std::size_t rows_of_a_question = 300;
constexpr std::size_t most_pairs = 6;
constexpr double places_of_a_pair = 40'000;
constexpr double places_of_a_phrase = 100'000;
constexpr std::size_t least_phrase = 2, longest_phrase = 12;  // Words.

/// The longest stretch of letters and digits of a word as written, as the index parts words: "Ruiz" of "Ruiz's". Empty: nothing to ask for.
std::string_view asked_part(std::string_view written) {
  std::string_view longest;
  for (std::size_t start = 0; start < written.size();) {
    std::size_t end = start;
    while (end < written.size()) {
      const text::CodePoint point = text::decode(written, end);
      const auto value = static_cast<UChar32>(point.value);
      if (u_isalnum(value) == 0 && u_charType(value) != U_NON_SPACING_MARK) break;
      end += point.size;
    }
    if (end - start > longest.size()) longest = written.substr(start, end - start);
    if (end == start) end += text::decode(written, end).size;
    start = end;
  }
  return longest;
}

std::string quoted(std::string_view word) { return '"' + std::string(word) + '"'; }

std::string_view written(const variants::Words& words, std::size_t k) {
  const Span span = words[k].span;
  return words.content().substr(span.start, span.end - span.start);
}

}  // namespace

CandidateFinder::CandidateFinder(database::Connection& connection)
    : days_(connection, "SELECT day, given FROM day WHERE day BETWEEN ?1 AND ?2 ORDER BY day DESC"),
      rows_(connection,
            "SELECT rowid FROM content WHERE content MATCH ?1 AND rowid BETWEEN ?2 AND ?3 "
            "ORDER BY rowid DESC LIMIT ?4") {}

void CandidateFinder::read_days(IdRange range) {
  day_counts_.clear();
  quotations_ = 0;
  const auto day_of = [](std::int64_t id) {
    return std::min<std::int64_t>(id / database::quotations_a_day, UINT32_MAX);
  };
  days_.start(day_of(range.first), day_of(range.last));
  while (days_.next()) {
    day_counts_.push_back({days_.integer(0), days_.integer(1)});
    // Of no day the first id is given to nobody.
    quotations_ += static_cast<double>(days_.integer(1) - (days_.integer(0) == 0 ? 1 : 0));
  }
  days_.rewind();
}

/// How many of the range are not older than the one with this id.
double CandidateFinder::quotations_since(std::int64_t id) const {
  const std::int64_t day = id / database::quotations_a_day;
  double since = 0;
  for (const Day& one : day_counts_) {
    if (one.day < day) break;
    since += static_cast<double>(
        one.day > day ? one.given
                      : std::max<std::int64_t>(1, one.given - id % database::quotations_a_day));
  }
  return since;
}

/// The id from which on there are so many.
std::int64_t CandidateFinder::newest_id_of(double quotations) const {
  for (const Day& one : day_counts_) {
    const auto given = static_cast<double>(one.given);
    if (quotations <= given) {
      return one.day * database::quotations_a_day + static_cast<std::int64_t>(given - quotations);
    }
    quotations -= given;
  }
  return 0;
}

void CandidateFinder::probe(Term& term, IdRange range, std::size_t most) {
  rows_.start(term.question, range.first, range.last, most);
  while (rows_.next()) term.newest.push_back(rows_.integer(0));
  rows_.rewind();
  term.is_rare = term.newest.size() < most;
  const double seen = term.is_rare ? quotations_ : quotations_since(term.newest.back());
  term.share = static_cast<double>(term.newest.size()) / std::max(1.0, seen);
}

double CandidateFinder::weight_of(const Term& term) const {
  return std::log(1.0 + 1.0 / std::max(term.share, 1.0 / std::max(1.0, quotations_)));
}

/// The claim's words that weigh, once each; of a long claim the longest of each stretch.
std::vector<CandidateFinder::Term> CandidateFinder::terms_of(const variants::Words& claim) const {
  std::vector<Term> all;
  for (std::uint32_t k = 0; k < claim.size(); ++k) {
    if (claim[k].has(trait::light | trait::bracketed)) continue;
    const std::string_view part = asked_part(written(claim, k));
    if (part.size() < 2) continue;
    std::string question = quoted(part);
    const bool is_known = std::any_of(all.begin(), all.end(),
                                      [&](const Term& term) { return term.question == question; });
    if (!is_known) all.push_back({std::move(question), k, {}, false, 0.0});
  }
  if (all.size() <= most_terms) return all;
  std::vector<Term> chosen;
  for (std::size_t stretch = 0; stretch < most_terms; ++stretch) {
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(all.size() * stretch / most_terms);
    const auto end =
        all.begin() + static_cast<std::ptrdiff_t>(all.size() * (stretch + 1) / most_terms);
    chosen.push_back(*std::max_element(first, end, [](const Term& x, const Term& y) {
      return x.question.size() < y.question.size();
    }));
  }
  return chosen;
}

void CandidateFinder::ask(const std::string& question, double places_a_quotation,
                          double most_places, IdRange range, double weight) {
  const double reach = most_places / std::max(places_a_quotation, 1e-9);
  if (reach < quotations_) {
    range.first = std::max(range.first, newest_id_of(reach));
    is_whole_ = false;
  }
  rows_.start(question, range.first, range.last, rows_of_a_question);
  std::size_t found = 0;
  while (rows_.next()) {
    votes_.emplace_back(rows_.integer(0), weight);
    ++found;
  }
  rows_.rewind();
  if (found == rows_of_a_question) is_whole_ = false;
}

/// Of words that are all common: neighbours, the rarest first.
void CandidateFinder::ask_pairs(std::vector<Term>& terms, IdRange range) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t k = 0; k + 1 < terms.size(); ++k) {
    if (!terms[k].is_rare && !terms[k + 1].is_rare) pairs.emplace_back(k, k + 1);
  }
  const auto places = [&](const std::pair<std::size_t, std::size_t>& pair) {
    return terms[pair.first].share + terms[pair.second].share;
  };
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](const auto& x, const auto& y) { return places(x) < places(y); });
  if (pairs.size() > most_pairs) pairs.resize(most_pairs);
  for (const auto& pair : pairs) {
    const Term &one = terms[pair.first], &other = terms[pair.second];
    const std::uint32_t between = other.position - one.position + 2;
    ask("NEAR(" + one.question + " " + other.question + ", " + std::to_string(between) + ")",
        places(pair), places_of_a_pair, range, weight_of(one) + weight_of(other));
  }
}

/// The claim's first words one after the other, for claims with hardly a word that weighs: "We will do it", "No comment".
void CandidateFinder::ask_phrase(const variants::Words& claim, IdRange range) {
  std::string phrase;
  double places = 0;
  std::size_t words = 0;
  std::uint64_t before = 0;
  for (std::size_t k = 0; k < claim.size() && words < longest_phrase; ++k) {
    const std::string_view word = written(claim, k);
    if (word.empty()) continue;  // "not" of "don't".
    // "The the the": each place of each would be tried with each of the others.
    if (asked_part(word).empty() || claim[k].key == before) break;
    before = claim[k].key;
    if (!phrase.empty()) phrase += " + ";
    phrase += quoted(word);
    ++words;
    Term term{quoted(asked_part(word)), 0, {}, false, 0.0};
    probe(term, range, rows_of_a_light_word);
    places += term.share;
    if (term.newest.empty()) return;
  }
  if (words >= least_phrase) ask(phrase, places, places_of_a_phrase, range, 10.0);
}

ClaimCandidates CandidateFinder::find(const variants::Words& claim, IdRange range,
                                      std::size_t most) {
  constexpr std::size_t few_terms = 3;
  read_days(range);
  votes_.clear();
  is_whole_ = true;
  std::vector<Term> terms = terms_of(claim);
  for (Term& term : terms) {
    probe(term, range, rows_of_a_word);
    for (const std::int64_t id : term.newest) votes_.emplace_back(id, weight_of(term));
  }
  ask_pairs(terms, range);
  // Few words do not tell their quotation from the others that have them.
  if (terms.size() < few_terms) ask_phrase(claim, range);

  std::sort(votes_.begin(), votes_.end(),
            [](const auto& x, const auto& y) { return x.first > y.first; });
  std::vector<std::pair<std::int64_t, double>> sums;
  for (const auto& vote : votes_) {
    if (sums.empty() || sums.back().first != vote.first) sums.emplace_back(vote.first, 0.0);
    sums.back().second += vote.second;
  }
  const auto by_weight = [](const auto& x, const auto& y) {
    return x.second != y.second ? x.second > y.second : x.first > y.first;
  };
  const std::size_t kept = std::min(most, sums.size());
  std::partial_sort(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(kept), sums.end(),
                    by_weight);
  ClaimCandidates candidates;
  for (std::size_t k = 0; k < kept; ++k) candidates.ids.push_back(sums[k].first);
  candidates.quotations = static_cast<std::uint64_t>(quotations_);
  candidates.is_whole = is_whole_;
  return candidates;
}

}  // namespace quoth::search
