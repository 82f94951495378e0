// How long questions to a record on disk take, each shape of question with many different words and names of that very record.
//
//   bench_search RECORD.db [--questions N] [--only SHAPE] [--first K]
//
// Prints a line of JSON a shape: {"shape", "limit": milliseconds that it may take at the 95th percentile, "found": how many of its questions found
// something, "times": [milliseconds by the clock, …], "processor": [milliseconds of processor time, …]}. With --first only question K of each shape
// is asked, by this one process: what it takes cold. Opening the record
// is not counted; the kernel is told before to forget the record's pages (posix_fadvise).

#include <fcntl.h>
#include <fmt/core.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#if __has_include("search/checker.h")
#include "search/checker.h"
#define QUOTH_BENCH_CHECKS
#endif
#include "database/record_file.h"
#include "search/hit_reader.h"
#include "search/profile.h"
#include "search/searcher.h"
#include "variants/glossary.h"
#include "variants/traits.h"

namespace {

using Clock = std::chrono::steady_clock;
namespace search = quoth::search;
namespace database = quoth::database;

/// Numbers that look random; the same everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2862933555777941757U + 3037000493U) {}
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return state_ >> 33U;
  }
  std::uint64_t below(std::uint64_t count) { return next() % count; }

 private:
  std::uint64_t state_;
};

/// Words and names of a record, drawn by chance.
class Sample {
 public:
  explicit Sample(database::Connection& connection)
      : near_(connection, "SELECT id FROM quotation WHERE id >= ?1 AND state < 3 LIMIT 1"),
        day_(connection,
             "SELECT day FROM version WHERE id = (SELECT version FROM quotation WHERE id = ?1)"),
        hits_(connection),
        first_(connection.number("SELECT min(id) FROM quotation")),
        last_(connection.number("SELECT max(id) FROM quotation")),
        most_quoted_(connection.number("SELECT identity FROM (SELECT identity FROM quotation WHERE "
                                       "identity IS NOT NULL LIMIT 200000) "
                                       "GROUP BY identity ORDER BY count(*) DESC LIMIT 1")) {}

  /// A quotation of `least` words or more, by somebody who is known.
  search::Hit quotation(Chance& chance, std::size_t least = 6) {
    constexpr int tries = 200;
    search::Hit last;
    for (int k = 0; k < tries; ++k) {
      const auto range = static_cast<std::uint64_t>(last_ - first_ + 1);
      const auto at =
          first_ + static_cast<std::int64_t>((chance.next() << 31U | chance.next()) % range);
      auto hit = hits_.read(near_.find(at).value_or(last_));
      if (!hit) continue;
      last = *std::move(hit);
      if (last.speaker && last.speaker->identity != 0 && words(last).size() >= least) return last;
    }
    return last;
  }

  static std::vector<std::string> words(const search::Hit& hit) {
    std::vector<std::string> found;
    std::string word;
    for (const char byte : hit.text + " ") {
      const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
      if (is_letter) {
        word.push_back(byte);
      } else if (!word.empty()) {
        found.push_back(std::move(word));
        word.clear();
      }
    }
    return found;
  }

  /// A word that weighs; else any.
  static std::string heavy(const search::Hit& hit, Chance& chance) {
    const std::vector<std::string> all = words(hit);
    for (int k = 0; k < 40 && !all.empty(); ++k) {
      const std::string& word = all[chance.below(all.size())];
      std::string lower = word;
      for (char& byte : lower) byte = static_cast<char>(byte | 0x20);
      const auto traits = quoth::variants::Glossary::shared().meaning(lower).traits;
      if (word.size() > 3 && (traits & quoth::variants::trait::light) == 0) return word;
    }
    return all.empty() ? "people" : all.front();
  }

  static std::string common(Chance& chance) {
    constexpr std::array<std::string_view, 16> list = {
        "the", "of",   "to",   "and",    "in",  "is",     "that", "will",
        "we",  "said", "have", "people", "not", "police", "year", "government"};
    return std::string(list[chance.below(list.size())]);
  }

  static std::string speaker(const search::Hit& hit) {
    return std::to_string(hit.speaker ? hit.speaker->identity : 1);
  }
  std::string most_quoted() const { return std::to_string(most_quoted_); }

 private:
  database::Statement near_, day_;
  search::HitReader hits_;
  std::int64_t first_, last_, most_quoted_;
};

/// All that asks and answers.
struct Bench {
  explicit Bench(database::Connection& of)
      : connection(of),
        searcher(of)
#ifdef QUOTH_BENCH_CHECKS
        ,
        checker(of)
#endif
  {
  }
  database::Connection& connection;
  search::Searcher searcher;
#ifdef QUOTH_BENCH_CHECKS
  search::Checker checker;
#endif
};

/// Asks; whether anything was found.
using Question = std::function<bool(Bench&)>;

struct Shape {
  const char* name;
  double limit;  ///< Milliseconds.
  Question (*make)(Sample&, Chance&);
};

Question asked(search::Query query) {
  return [query = std::move(query)](Bench& bench) {
    const auto answer = bench.searcher.search(query);
    if (!answer) {
      fmt::print(stderr, "{}\n", answer.error().message);
      std::exit(2);
    }
    return !answer->hits.empty();
  };
}

Question words(std::string text, search::Sort sort = search::Sort::newest) {
  search::Query query;
  query.words = std::move(text);
  query.sort = sort;
  return asked(std::move(query));
}

std::string adjacent(const std::vector<std::string>& all, Chance& chance, std::size_t count) {
  const std::size_t at = chance.below(all.size() - count + 1);
  std::string phrase = "\"";
  for (std::size_t k = 0; k < count; ++k) phrase += (k > 0 ? " " : "") + all[at + k];
  return phrase + "\"";
}

Question profile(const std::string& identity) {
  return [number = std::stoll(identity)](Bench& bench) {
    return search::profile_of(bench.connection, number).has_value();
  };
}

#ifdef QUOTH_BENCH_CHECKS
Question check(std::string text, std::string by = {}) {
  return [claim = search::Claim{std::move(text), std::move(by), {}}](Bench& bench) {
    const auto found = bench.checker.check(claim);
    return found && found->verdict != search::Verdict::not_found;
  };
}

/// With one word in the middle replaced.
std::string altered(const search::Hit& hit, const std::string& word) {
  std::vector<std::string> all = Sample::words(hit);
  all[all.size() / 2] = word;
  std::string text;
  for (const std::string& each : all) text += (text.empty() ? "" : " ") + each;
  return text;
}
#endif

constexpr double search_limit = 50, check_limit = 100;

const Shape shapes[] = {
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
       return words("\"" + Sample::common(c) + " " + Sample::common(c) + " " + Sample::common(c) +
                    "\"");
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
       query.words = "\"" + Sample::common(c) + " " + Sample::common(c) + "\"";
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
       query.act = static_cast<quoth::Quotation::Act>(c.below(8));
       query.kind = static_cast<quoth::Quotation::Kind>(c.below(3));
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
#ifdef QUOTH_BENCH_CHECKS
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
       for (int k = 0; k < 5; ++k) text += " " + Sample::common(c);
       return check(text);
     }},
    {"check: words of six quotations", check_limit,
     [](Sample& s, Chance& c) {
       std::string text = Sample::heavy(s.quotation(c), c);
       for (int k = 0; k < 5; ++k) text += " " + Sample::heavy(s.quotation(c), c);
       return check(text);
     }},
#endif
};

struct Options {
  std::string record, only;
  std::size_t questions = 100;
  std::optional<std::size_t> first;
};

std::optional<Options> read_options(int argc, char** argv) {
  Options options;
  for (int k = 1; k < argc; ++k) {
    const std::string_view name = argv[k];
    if (!name.starts_with("--")) {
      options.record = name;
    } else if (k + 1 == argc) {
      return {};
    } else if (name == "--questions") {
      options.questions = static_cast<std::size_t>(std::atoi(argv[++k]));
    } else if (name == "--first") {
      options.first = static_cast<std::size_t>(std::atoi(argv[++k]));
    } else if (name == "--only") {
      options.only = argv[++k];
    } else {
      return {};
    }
  }
  if (options.record.empty()) return {};
  return options;
}

std::vector<Question> questions_of(const Shape& shape, const Options& options, Sample& sample) {
  std::vector<Question> questions;
  for (std::size_t k = 0; k < options.questions; ++k) {
    Chance chance(k + 1);
    if (!options.first || *options.first == k) questions.push_back(shape.make(sample, chance));
  }
  return questions;
}

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

/// Of this thread.
double processor_milliseconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

std::string listed(const std::vector<double>& times) {
  std::string list;
  for (const double time : times) list += fmt::format("{}{:.3f}", list.empty() ? "" : ",", time);
  return list;
}

void print(const Shape& shape, const std::vector<double>& times,
           const std::vector<double>& processor, std::size_t found) {
  fmt::print("{{\"shape\":\"{}\",\"limit\":{},\"found\":{},\"times\":[{}],\"processor\":[{}]}}\n",
             shape.name, shape.limit, found, listed(times), listed(processor));
  std::fflush(stdout);
}

/// Tells the kernel to drop what it keeps of the record's files.
void forget_pages(const std::string& path) {
  for (const char* ending : {"", "-wal"}) {
    const int file = ::open((path + ending).c_str(), O_RDONLY);
    if (file < 0) continue;
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
  }
}

/// The question is made on another connection, so that the one that is measured has read nothing.
int ask(const Options& options) {
  auto drawn = database::RecordFile::open_for_reading(options.record);
  if (!drawn) {
    fmt::print(stderr, "{}\n", drawn.error().message);
    return 2;
  }
  Sample sample(drawn->connection());
  for (const Shape& shape : shapes) {
    if (!options.only.empty() && options.only != shape.name) continue;
    const std::vector<Question> questions = questions_of(shape, options, sample);
    auto file = database::RecordFile::open_for_reading(options.record);
    if (!file) return 2;
    Bench bench(file->connection());
    if (options.first) {
      forget_pages(options.record);
    } else {
      for (const Question& question : questions) question(bench);
    }
    std::vector<double> times, processor;
    std::size_t found = 0;
    for (const Question& question : questions) {
      const auto begun = Clock::now();
      const double worked = processor_milliseconds();
      found += question(bench) ? 1U : 0U;
      processor.push_back(processor_milliseconds() - worked);
      times.push_back(milliseconds(Clock::now() - begun));
    }
    print(shape, times, processor, found);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = read_options(argc, argv);
  if (!options) {
    fmt::print(stderr,
               "usage: bench_search RECORD.db [--questions N] [--only SHAPE] [--first K]\n");
    return 2;
  }
  return ask(*options);
}
