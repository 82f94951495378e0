// The pages of tests/cases, each made after a bug report about some other tool.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <fstream>
#include <iterator>
#include <string>

#include "page/page.h"

namespace quoth::page {
namespace {

namespace dom = simdjson::dom;

const std::string folder = QUOTH_SOURCE_DIR "/tests/cases/";

std::string string_of(dom::element value) { return std::string(std::string_view(value)); }

void check(dom::element page_case) {
  SCOPED_TRACE(string_of(page_case["id"]));
  std::ifstream file(folder + string_of(page_case["file"]), std::ios::binary);
  const std::string html{std::istreambuf_iterator<char>(file), {}};
  const auto page = read_page(html, "");
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->title, string_of(page_case["title"]));
  EXPECT_EQ(page->published, string_of(page_case["published"]));
  for (const dom::element part : dom::array(page_case["contains"])) {
    EXPECT_NE(page->text.find(string_of(part)), std::string::npos) << string_of(part);
  }
  for (const dom::element part : dom::array(page_case["absent"])) {
    EXPECT_EQ(page->text.find(string_of(part)), std::string::npos) << string_of(part);
  }
  dom::array order;
  std::size_t at = 0;
  if (page_case["order"].get(order) != simdjson::SUCCESS) return;
  for (const dom::element part : order) {
    const std::size_t found = page->text.find(string_of(part), at);
    ASSERT_NE(found, std::string::npos) << string_of(part);
    at = found;
  }
}

TEST(Cases, of_pages_are_read_as_a_person_reads_them) {
  std::ifstream lines(folder + "html.jsonl");
  dom::parser parser;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) check(parser.parse(line));
  EXPECT_GE(count, 5U);
}

}  // namespace
}  // namespace quoth::page
