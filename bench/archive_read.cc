// Reads a web archive to its end and tells how many records and bytes of payload it has, and how fast they came.
//
// usage: bench_archive_read FILE [http]     (bench/archive makes the file; http: the head of each answer is read too)

#include <fmt/core.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "archive/arc_reader.h"
#include "archive/byte_source.h"
#include "archive/http_message.h"
#include "archive/warc_reader.h"

namespace {

using namespace quoth::archive;
using Clock = std::chrono::steady_clock;

struct Totals {
  std::uint64_t records = 0, answers = 0, bytes = 0, errors = 0;
};

Totals read_all(RecordReader& reader, bool reads_http) {
  Totals totals;
  std::string unfolded;
  while (const auto record = reader.next()) {
    if (!*record) {
      ++totals.errors;
      continue;
    }
    ++totals.records;
    totals.bytes += (**record).payload.size();
    if (!reads_http || (**record).kind != RecordKind::response) continue;
    const auto answer = read_http_answer((**record).payload, unfolded);
    if (answer && answer->status == 200) ++totals.answers;
  }
  return totals;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: bench_archive_read FILE [http]\n");
    return 2;
  }
  const auto began = Clock::now();
  auto source = ByteSource::open_decompressed(arguments[1]);
  if (!source) {
    fmt::print(stderr, "{}\n", source.error().message);
    return 2;
  }
  std::unique_ptr<RecordReader> reader = std::make_unique<WarcReader>(*source, arguments[1]);
  if (starts_arc(source->peek(16))) reader = std::make_unique<ArcReader>(*source, arguments[1]);
  const Totals totals = read_all(*reader, count > 2 && std::string_view(arguments[2]) == "http");
  const std::chrono::duration<double> seconds = Clock::now() - began;
  fmt::print(R"({{"records": {}, "answers": {}, "bytes": {}, "errors": {}, "seconds": {:.4f}}})"
             "\n",
             totals.records, totals.answers, totals.bytes, totals.errors, seconds.count());
  return 0;
}
