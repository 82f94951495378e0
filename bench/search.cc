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

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/record_file.h"
#include "search_shapes.h"

namespace {

using Clock = std::chrono::steady_clock;
using namespace quoth;
using namespace quoth::bench;

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
