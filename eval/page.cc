// Reads pages for the scripts eval/main_text, eval/page_dates and training/page_blocks: "quoth_page blocks FILE…" prints one JSON object a
// block with what is measured of it, "quoth_page read" reads lines "FILE<TAB>URL" and prints one JSON object a page.

#include "page/page.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "page/block_features.h"
#include "page/blocks.h"
#include "page/title.h"
#include "page/tree.h"

namespace {

using namespace quoth;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') json += '\\';
    if (static_cast<unsigned char>(byte) < 0x20) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
    } else {
      json += byte;
    }
  }
  return json + '"';
}

int print_blocks(const std::string& path) {
  const std::string html = bytes_of(path);
  const auto tree = page::Tree::parse(html, page::Tree::Extent::page);
  if (!tree) return 1;
  const page::Metadata metadata = page::read_metadata(*tree);
  const std::string title = page::find_title(metadata).value_or("");
  const page::Blocks blocks = page::flatten(*tree);
  const auto rows = page::measure(blocks, metadata, title);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    std::cout << fmt::format("{{\"page\": {}, \"text\": {}, \"features\": [{:.6g}]}}\n",
                             quoted(std::string_view(path)), quoted(blocks[blocks.blocks[k]]),
                             fmt::join(rows[k], ", "));
  }
  return 0;
}

std::string quoted(const std::optional<std::string>& text) {
  return text ? quoted(std::string_view(*text)) : "null";
}

void print_page(const std::string& line) {
  const std::size_t tab = line.find('\t');
  const std::string path = line.substr(0, tab),
                    url = tab == std::string::npos ? "" : line.substr(tab + 1);
  const auto page = page::read_page(bytes_of(path), url);
  if (!page) {
    std::cout << fmt::format("{{\"page\": {}, \"error\": {}}}\n", quoted(std::string_view(path)),
                             quoted(std::string_view(name(page.error().code))));
    return;
  }
  std::cout << fmt::format(
      "{{\"page\": {}, \"title\": {}, \"author\": {}, \"publisher\": {}, \"published\": {}, "
      "\"modified\": {}, \"url\": {}, "
      "\"language\": {}, \"pull_quotes\": {}, \"text\": {}}}\n",
      quoted(std::string_view(path)), quoted(page->title), quoted(page->author),
      quoted(page->publisher), quoted(page->published), quoted(page->modified), quoted(page->url),
      quoted(page->language), page->pull_quotes.size(), quoted(std::string_view(page->text)));
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  const std::string_view what = count > 1 ? arguments[1] : "";
  int failed = 0;
  if (what == "names") std::cout << fmt::format("{}\n", fmt::join(page::feature_names, "\n"));
  if (what == "read") {
    for (std::string line; std::getline(std::cin, line);) print_page(line);
  }
  for (int k = 2; k < count && what == "blocks"; ++k) failed += print_blocks(arguments[k]);
  return failed > 0 ? 1 : 0;
}
