// Tells how fast near duplicates are looked for, and how many there are.
//
// usage: bench_near_duplicates ARTICLES.jsonl [TIMES]     (each article {"text": …}; again TIMES times with another first line)

#include "ingest/near_duplicates.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::vector<std::string> texts;
  simdjson::dom::parser parser;
  simdjson::padded_string file;
  if (simdjson::padded_string::load(argv[1]).get(file) != simdjson::SUCCESS) return 2;
  std::string_view rest(file);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view text;
    if (parser.parse(rest.data(), end)["text"].get(text) == simdjson::SUCCESS)
      texts.emplace_back(text);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const int times = argc > 2 ? std::atoi(argv[2]) : 10;
  quoth::ingest::NearDuplicates articles;
  std::size_t shown = 0, found = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int time = 0; time < times; ++time) {
    for (const std::string& text : texts) {
      ++shown;
      found += articles.first_like("COPY " + std::to_string(time) + "\n" + text) ? 1U : 0U;
    }
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  fmt::print("{} articles, {} near duplicates, {:.0f} articles/s\n", shown, found,
             static_cast<double>(shown) / seconds);
  return 0;
}
