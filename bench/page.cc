// What reading a page costs, on one core: "bench_page FILE…" reads each page three times and prints pages a second, milliseconds a page, and the
// parts that make it up, beside what an article of 430 words may cost at fast's 80,000 words a second: 5.4 ms.

#include "page/page.h"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "page/blocks.h"
#include "page/main_text.h"
#include "page/metadata.h"
#include "page/title.h"
#include "page/tree.h"

namespace {

using namespace quoth;

constexpr int rounds = 3;
constexpr double budget = 5.4;  // Milliseconds.

/// Of the processor, so that other programs on the machine do not count.
double milliseconds(std::clock_t since) {
  return 1000.0 * static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
}

/// The parts of read_page, each timed alone; what is left of the whole are the facts.
struct Parts {
  double tree = 0, metadata = 0, blocks = 0, text = 0;
  double memory = 0;  // Bytes of the tree.

  void add(const std::string& html) {
    std::clock_t start = std::clock();
    const auto parsed = page::Tree::parse(html, page::Tree::Extent::page);
    tree += milliseconds(start);
    if (!parsed) return;
    memory += static_cast<double>(parsed->memory());
    start = std::clock();
    const page::Metadata data = page::read_metadata(*parsed);
    metadata += milliseconds(start);
    start = std::clock();
    const page::Blocks flat = page::flatten(*parsed);
    blocks += milliseconds(start);
    const std::string title = page::find_title(data).value_or("");
    start = std::clock();
    static_cast<void>(page::main_text(flat, data, title).text.size());
    text += milliseconds(start);
  }
};

}  // namespace

int main(int count, char** files) {
  std::vector<std::string> pages;
  for (int k = 1; k < count; ++k) {
    std::ifstream file(files[k], std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (pages.empty()) return 2;
  double all = 0, bytes = 0;
  Parts parts;
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& html : pages) {
      const std::clock_t start = std::clock();
      static_cast<void>(page::read_page(html, "").has_value());
      all += milliseconds(start);
      parts.add(html);
      bytes += static_cast<double>(html.size());
    }
  }
  const double reads = rounds * static_cast<double>(pages.size());
  fmt::print(
      "{} pages of {:.0f} kB, {:.0f} pages a second, {:.2f} ms a page: {:.0f} % of the {} ms that "
      "fast has for an article\n",
      pages.size(), bytes / reads / 1000, reads / all * 1000, all / reads,
      100 * all / reads / budget, budget);
  const double facts = all - parts.tree - parts.metadata - parts.blocks - parts.text;
  const auto print = [&](const char* name, double spent) {
    fmt::print("{:10} {:.3f} ms, {:2.0f} %\n", name, spent / reads, 100 * spent / all);
  };
  print("tree", parts.tree);
  print("metadata", parts.metadata);
  print("blocks", parts.blocks);
  print("main text", parts.text);
  print("facts", facts);
  fmt::print("the tree takes {:.2f} bytes a byte of page, and {:.0f} MB a second\n",
             parts.memory / bytes, bytes / parts.tree / 1000);
}
