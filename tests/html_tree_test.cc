// Real pages through our tree and through gumbo: those of ../shared, where it is there.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "archive/arc_reader.h"
#include "archive/byte_source.h"
#include "archive/http_message.h"
#include "archive/warc_reader.h"
#include "page/blocks.h"
#include "page/gumbo_twin.h"
#include "page/tree.h"

namespace quoth::page {
namespace {

const std::filesystem::path data =
    std::filesystem::path(QUOTH_SOURCE_DIR) / ".." / "shared" / "data";

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Pages that were compared, and the names of those whose trees differ.
struct Comparison {
  std::size_t pages = 0;
  std::vector<std::string> unequal;

  void add(std::string_view html, const std::string& name) {
    const auto bytes = comparable(html);
    if (!bytes) return;
    const auto tree = Tree::parse(*bytes, Tree::Extent::page, Dialect::gumbo);
    if (!tree) return;
    ++pages;
    if (outline_of(*tree) != GumboTwin(*bytes, Tree::Extent::page).outline())
      unequal.push_back(name);
  }
};

TEST(HtmlTree, is_gumbos_on_the_benchmarks_pages) {
  if (!std::filesystem::exists(data / "html")) GTEST_SKIP() << "../shared is not there";
  Comparison comparison;
  for (const auto& path : files_of(data / "html" / "scrapinghub" / "html")) {
    auto source = archive::ByteSource::open_decompressed(path.string());
    ASSERT_TRUE(source) << path;
    std::string html;
    ASSERT_TRUE(source->read_all(html, MarkupLimits::bytes));
    comparison.add(html, path.filename().string());
  }
  EXPECT_EQ(comparison.pages, 181U);
  EXPECT_EQ(comparison.unequal, std::vector<std::string>());
}

TEST(HtmlTree, is_gumbos_on_the_archives_pages) {
  if (!std::filesystem::exists(data / "warc")) GTEST_SKIP() << "../shared is not there";
  Comparison comparison;
  for (const auto& path : files_of(data / "warc")) {
    auto source = archive::ByteSource::open_decompressed(path.string());
    if (!source) continue;
    std::unique_ptr<archive::RecordReader> reader =
        std::make_unique<archive::WarcReader>(*source, path.string());
    if (archive::starts_arc(source->peek(16))) {
      reader = std::make_unique<archive::ArcReader>(*source, path.string());
    }
    std::string unfolded;
    while (const auto record = reader->next()) {
      if (!*record || (**record).kind != archive::RecordKind::response) continue;
      const auto answer = archive::read_http_answer((**record).payload, unfolded);
      if (!answer || answer->content_type.find("html") == std::string_view::npos) continue;
      comparison.add(answer->body, path.filename().string());
    }
  }
  RecordProperty("pages", static_cast<int>(comparison.pages));
  EXPECT_GE(comparison.pages, 100U);
  EXPECT_EQ(comparison.unequal, std::vector<std::string>());
}

}  // namespace
}  // namespace quoth::page
