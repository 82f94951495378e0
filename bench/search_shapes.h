// The shapes of questions that bench_search asks.
#pragma once

#include <fmt/core.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "record_sample.h"
#include "search/checker.h"
#include "search/profile.h"
#include "search/searcher.h"

namespace quoth::bench {

/// All that asks and answers.
struct Bench {
  explicit Bench(database::Connection& of) : connection(of), searcher(of), checker(of) {}
  database::Connection& connection;
  search::Searcher searcher;
  search::Checker checker;
};

/// Asks; whether anything was found.
using Question = std::function<bool(Bench&)>;

struct Shape {
  const char* name;
  double limit;  ///< Milliseconds.
  Question (*make)(Sample&, Chance&);
};

inline Question asked(search::Query query) {
  return [query = std::move(query)](Bench& bench) {
    const auto answer = bench.searcher.search(query);
    if (!answer) {
      fmt::print(stderr, "{}\n", answer.error().message);
      std::exit(2);
    }
    return !answer->hits.empty();
  };
}

inline Question words(std::string text, search::Sort sort = search::Sort::newest) {
  search::Query query;
  query.words = std::move(text);
  query.sort = sort;
  return asked(std::move(query));
}

inline std::string adjacent(const std::vector<std::string>& all, Chance& chance,
                            std::size_t count) {
  const std::size_t at = chance.below(all.size() - count + 1);
  std::string phrase = "\"";
  for (std::size_t k = 0; k < count; ++k) phrase.append(k > 0 ? " " : "").append(all[at + k]);
  return phrase + "\"";
}

inline Question profile(const std::string& identity) {
  return [number = std::stoll(identity)](Bench& bench) {
    return search::profile_of(bench.connection, number).has_value();
  };
}

inline Question check(std::string text, std::string by = {}) {
  return [claim = search::Claim{std::move(text), std::move(by), {}}](Bench& bench) {
    const auto found = bench.checker.check(claim);
    return found && found->verdict != search::Verdict::not_found;
  };
}

/// With one word in the middle replaced.
inline std::string altered(const search::Hit& hit, const std::string& word) {
  std::vector<std::string> all = Sample::words(hit);
  all[all.size() / 2] = word;
  std::string text;
  for (const std::string& each : all) text.append(text.empty() ? "" : " ").append(each);
  return text;
}

constexpr double search_limit = 50, check_limit = 100;  // Milliseconds.

inline const Shape shapes[] = {
    {"search: a common word", search_limit,
     [](Sample&, Chance& c) { return words(Sample::common(c)); }},
    {"search: a word", search_limit,
     [](Sample& s, Chance& c) { return words(Sample::heavy(s.quotation(c), c)); }},
    {"search: two words of one quotation", search_limit,
     [](Sample& s, Chance& c) {
       const search::Hit hit = s.quotation(c);
       return words(Sample::heavy(hit, c) + " " + Sample::heavy(hit, c));
     }},
    {"search: two words of two quotations", search_limit,
     [](Sample& s, Chance& c) {
       return words(Sample::heavy(s.quotation(c), c) + " " + Sample::heavy(s.quotation(c), c));
     }},
    {"search: a phrase of three words", search_limit,
     [](Sample& s, Chance& c) { return words(adjacent(Sample::words(s.quotation(c)), c, 3)); }},
    {"search: a phrase of common words in any order", search_limit,
     [](Sample&, Chance& c) {
       return words(
           fmt::format("\"{} {} {}\"", Sample::common(c), Sample::common(c), Sample::common(c)));
     }},
    {"search: four letters of a word", search_limit,
     [](Sample& s, Chance& c) {
       return words(Sample::heavy(s.quotation(c), c).substr(0, 4) + "*");
     }},
    {"search: either of two words, not a third", search_limit,
     [](Sample& s, Chance& c) {
       return words(Sample::heavy(s.quotation(c), c) + " OR " + Sample::common(c) + " -" +
                    Sample::common(c) + "x");
     }},
    {"search: a word that nobody said", search_limit,
     [](Sample&, Chance& c) { return words("qx" + std::to_string(c.next()) + " the"); }},
    {"search: a speaker", search_limit,
     [](Sample& s, Chance& c) {
       search::Query query;
       query.speaker = Sample::speaker(s.quotation(c));
       return asked(query);
     }},
    {"search: the most quoted speaker, a word of others", search_limit,
     [](Sample& s, Chance& c) {
       search::Query query;
       query.speaker = s.most_quoted();
       query.words = Sample::heavy(s.quotation(c), c);
       return asked(query);
     }},
    {"search: the most quoted speaker, a phrase of common words", search_limit,
     [](Sample& s, Chance& c) {
       search::Query query;
       query.speaker = s.most_quoted();
       query.words = fmt::format("\"{} {}\"", Sample::common(c), Sample::common(c));
       return asked(query);
     }},
    {"search: a speaker and a common word", search_limit,
     [](Sample& s, Chance& c) {
       search::Query query;
       query.speaker = Sample::speaker(s.quotation(c));
       query.words = Sample::common(c);
       return asked(query);
     }},
    {"search: a speaker about another", search_limit,
     [](Sample& s, Chance& c) {
       search::Query query;
       query.speaker = s.most_quoted();
       query.about = Sample::speaker(s.quotation(c));
       return asked(query);
     }},
    {"search: an act, a kind, a common word and two years", search_limit,
     [](Sample&, Chance& c) {
       search::Query query;
       query.act = static_cast<Quotation::Act>(c.below(8));
       query.kind = static_cast<Quotation::Kind>(c.below(3));
       query.words = Sample::common(c);
       const auto year = 2006 + c.below(14);
       query.since = std::to_string(year);
       query.until = std::to_string(year + 1);
       return asked(query);
     }},
    {"search: nothing but an order", search_limit, [](Sample&, Chance&) { return asked({}); }},
    {"search: two words by relevance", search_limit,
     [](Sample& s, Chance& c) {
       return words(Sample::common(c) + " " + Sample::heavy(s.quotation(c), c),
                    search::Sort::relevance);
     }},
    {"search: a common word by relevance", search_limit,
     [](Sample&, Chance& c) { return words(Sample::common(c), search::Sort::relevance); }},
    {"search: a common word by mentions", search_limit,
     [](Sample&, Chance& c) { return words(Sample::common(c), search::Sort::mentions); }},
    {"profile: somebody", check_limit,
     [](Sample& s, Chance& c) { return profile(Sample::speaker(s.quotation(c))); }},
    {"profile: the most quoted", check_limit,
     [](Sample& s, Chance&) { return profile(s.most_quoted()); }},
    {"check: the very words", check_limit,
     [](Sample& s, Chance& c) { return check(s.quotation(c).text); }},
    {"check: the very words, by their speaker", check_limit,
     [](Sample& s, Chance& c) {
       const search::Hit hit = s.quotation(c);
       return check(hit.text, Sample::speaker(hit));
     }},
    {"check: one word changed", check_limit,
     [](Sample& s, Chance& c) {
       const search::Hit hit = s.quotation(c);
       return check(altered(hit, Sample::heavy(s.quotation(c), c)));
     }},
    {"check: one word changed, by somebody else", check_limit,
     [](Sample& s, Chance& c) {
       const search::Hit hit = s.quotation(c);
       return check(altered(hit, Sample::common(c)), Sample::speaker(s.quotation(c)));
     }},
    {"check: common words alone", check_limit,
     [](Sample&, Chance& c) {
       std::string text = Sample::common(c);
       for (int k = 0; k < 5; ++k) text.append(" ").append(Sample::common(c));
       return check(text);
     }},
    {"check: words of six quotations", check_limit,
     [](Sample& s, Chance& c) {
       std::string text = Sample::heavy(s.quotation(c), c);
       for (int k = 0; k < 5; ++k) text.append(" ").append(Sample::heavy(s.quotation(c), c));
       return check(text);
     }},
};

}  // namespace quoth::bench
