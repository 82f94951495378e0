// How long a claim takes to check in a record: of each shape the 50th, 95th and 99th percentile, and the longest.
//
//   bench_check RECORD.db [QUOTATIONS]
//
// Claims are made of QUOTATIONS (default 100) quotations of the record, evenly spread, and of texts that are hard on purpose. Each is checked once before it
// is timed, so the files are in memory; the first figures are of that first round, in which most are read from the disk's cache or the disk.
// Times are by the clock and, as others may use the machine meanwhile, of the processor.

#include <fmt/core.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "database/record_file.h"
#include "search/checker.h"

namespace {

using quoth::search::Claim;

struct Shape {
  std::string name;
  std::vector<Claim> claims;
};

/// The text without its words from the half on.
std::string half_of(const std::string& text) {
  const std::size_t space = text.find(' ', text.size() / 2);
  return text.substr(0, space);
}

/// Each shape of claims that is made of quotations.
std::vector<Shape> made_of(quoth::database::Connection& connection, std::int64_t wanted) {
  std::vector<Shape> shapes(5);
  shapes[0].name = "as said";
  shapes[1].name = "as said, by whom";
  shapes[2].name = "the first half";
  shapes[3].name = "two joined";
  shapes[4].name = "with a word changed";
  quoth::search::HitReader hits(connection);
  const std::int64_t count = connection.number("SELECT count(*) FROM quotation");
  quoth::database::Statement ids(connection, "SELECT id FROM quotation ORDER BY id");
  const std::int64_t step = std::max<std::int64_t>(1, count / std::max<std::int64_t>(1, wanted));
  std::int64_t at = 0;
  std::string before;
  ids.start();
  while (ids.next()) {
    if (at++ % step != 0) continue;
    const auto hit = hits.read(ids.integer(0));
    if (!hit || hit->text.size() > 1500) continue;
    shapes[0].claims.push_back({hit->text, {}, {}});
    if (hit->speaker) shapes[1].claims.push_back({hit->text, hit->speaker->name, {}});
    shapes[2].claims.push_back({half_of(hit->text), {}, {}});
    if (!before.empty()) shapes[3].claims.push_back({before + " " + hit->text, {}, {}});
    before = hit->text;
    std::string changed = hit->text;
    const std::size_t space = changed.find(' ', changed.size() / 3);
    if (space != std::string::npos) changed.insert(space, " never");
    shapes[4].claims.push_back({changed, {}, {}});
  }
  return shapes;
}

/// All of many quotations in one, up to the longest claim that is taken.
std::string longest(const Shape& shape, std::size_t first) {
  std::string text;
  for (std::size_t k = first; k < shape.claims.size(); ++k) {
    if (text.size() + shape.claims[k].text.size() + 1 > Claim::most_bytes) break;
    text += shape.claims[k].text + " ";
  }
  return text;
}

Shape hard(const Shape& as_said) {
  Shape shape{"hard on purpose", {}};
  for (const char* text :
       {"the", "it is what it is", "we will do it", "no comment", "people",
        "the people of the government", "government people said new year time",
        "I said that he had said that it was the time",
        "that the new president of the country would be there in the last week of the year",
        "the the the the the the the the", "police people government president year new two",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z", "1 2 3 4 5 6 7 8 9 10",
        "NEAR(the AND people*) OR NOT government:x ^year \"unended", "war war war war war war war",
        "there is no doubt in my mind that we will be able to do this and we have to do it now"})
    shape.claims.push_back({text, {}, {}});
  const std::size_t step = std::max<std::size_t>(1, as_said.claims.size() / 8);
  for (std::size_t first = 0; first < as_said.claims.size(); first += step)
    shape.claims.push_back({longest(as_said, first), {}, {}});
  std::string words;
  for (int k = 0; k < 10000; ++k) words += "people ";
  shape.claims.push_back({words, {}, {}});
  return shape;
}

double percentile(std::vector<double> sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[std::min(sorted.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string figures(std::vector<double> times) {
  if (times.empty()) return "none";
  std::sort(times.begin(), times.end());
  return fmt::format("p50 {:5.1f} p95 {:5.1f} p99 {:5.1f} most {:5.1f}", percentile(times, 0.5),
                     percentile(times, 0.95), percentile(times, 0.99), times.back());
}

void time_shape(quoth::search::Checker& checker, const Shape& shape, const char* round) {
  std::vector<double> clock, processor;
  std::size_t found = 0, slowest = 0;
  for (std::size_t k = 0; k < shape.claims.size(); ++k) {
    const auto start = std::chrono::steady_clock::now();
    const double start_of_processor = processor_milliseconds();
    const auto finding = checker.check(shape.claims[k]);
    processor.push_back(processor_milliseconds() - start_of_processor);
    clock.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
    if (processor[k] > processor[slowest]) slowest = k;
    found += finding && finding->verdict < quoth::search::Verdict::paraphrase ? 1U : 0U;
  }
  fmt::print("{:5} {:20} {:4} claims {:4} found  clock {}  processor {} ms\n", round, shape.name,
             shape.claims.size(), found, figures(clock), figures(processor));
  if (std::getenv("QUOTH_BENCH_SLOWEST") != nullptr && !shape.claims.empty())
    fmt::print("       {}\n", shape.claims[slowest].text.substr(0, 150));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_check RECORD.db [QUOTATIONS]\n");
    return 2;
  }
  auto file = quoth::database::RecordFile::open_for_reading(argv[1]);
  if (!file) {
    fmt::print(stderr, "{}\n", file.error().message);
    return 2;
  }
  std::vector<Shape> shapes =
      made_of(file->connection(), argc > 2 ? std::max(1, std::atoi(argv[2])) : 100);
  shapes.push_back(hard(shapes[0]));
  quoth::search::Checker checker(file->connection());
  fmt::print("{} quotations\n", file->connection().number("SELECT count(*) FROM quotation"));
  for (const char* round : {"first", "warm"}) {
    for (const Shape& shape : shapes) time_shape(checker, shape, round);
  }
  return 0;
}
