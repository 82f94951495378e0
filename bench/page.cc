// How fast pages are read, on one core: "bench_page FILE…" reads each page three times and prints pages a second, milliseconds a page, and the
// share of gumbo (limits and tree), beside what an article of 430 words may cost at fast's 80,000 words a second: 5.4 ms.

#include "page/page.h"

#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "page/tree.h"

namespace {

using namespace quoth;

constexpr int rounds = 3;
constexpr double budget = 5.4;  // Milliseconds.

/// Of the processor, so that other programs on the machine do not count.
double milliseconds(std::clock_t since) {
  return 1000.0 * static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** files) {
  std::vector<std::string> pages;
  for (int k = 1; k < count; ++k) {
    std::ifstream file(files[k], std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (pages.empty()) return 2;
  double all = 0, tree = 0, bytes = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& html : pages) {
      const std::clock_t start = std::clock();
      static_cast<void>(page::read_page(html, "").has_value());
      all += milliseconds(start);
      const std::clock_t again = std::clock();
      static_cast<void>(page::Tree::parse(html, page::Tree::Extent::page).has_value());
      tree += milliseconds(again);
      bytes += static_cast<double>(html.size());
    }
  }
  const double reads = rounds * static_cast<double>(pages.size());
  fmt::print("{} pages of {:.0f} kB, {:.0f} pages a second, {:.2f} ms a page\n", pages.size(),
             bytes / reads / 1000, reads / all * 1000, all / reads);
  fmt::print(
      "gumbo {:.2f} ms a page: {:.0f} % of reading, {:.0f} % of the {} ms that fast has for an "
      "article\n",
      tree / reads, 100 * tree / all, 100 * tree / reads / budget, budget);
}
