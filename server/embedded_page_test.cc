#include "server/embedded_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace quoth::server {
namespace {

const EmbeddedFile* find(std::string_view path) {
  for (const EmbeddedFile& file : embedded_page()) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

TEST(EmbeddedPage, holds_every_file_of_the_built_page_byte_for_byte) {
  const std::filesystem::path folder = std::filesystem::path(QUOTH_SOURCE_DIR) / "web" / "dist";
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    ++count;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const std::string path =
        std::string("/").append(entry.path().lexically_relative(folder).generic_string());
    const EmbeddedFile* file = find(path);
    ASSERT_NE(file, nullptr) << path;
    EXPECT_TRUE(file->bytes == bytes) << path;
  }
  EXPECT_EQ(embedded_page().size(), count);
}

TEST(EmbeddedPage, starts_at_an_html_file_that_asks_for_its_scripts_by_names_that_are_there) {
  const EmbeddedFile* index = find("/index.html");
  ASSERT_NE(index, nullptr);
  EXPECT_EQ(index->type, "text/html; charset=utf-8");
  const std::size_t at = index->bytes.find("/assets/");
  ASSERT_NE(at, std::string_view::npos);
  EXPECT_NE(find(index->bytes.substr(at, index->bytes.find('"', at) - at)), nullptr);
}

TEST(EmbeddedPage, tags_each_file_by_its_bytes) {
  for (const EmbeddedFile& file : embedded_page()) {
    EXPECT_EQ(file.etag.size(), 22U);
    EXPECT_EQ(file.etag.front(), '"');
    EXPECT_EQ(file.etag.back(), '"');
    EXPECT_EQ(std::ranges::count(embedded_page(), file.etag, &EmbeddedFile::etag), 1) << file.path;
  }
}

}  // namespace
}  // namespace quoth::server
