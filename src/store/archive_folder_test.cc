#include "store/archive_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace quoth::store {
namespace {

class ArchiveFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "archive_folder_test";
    std::filesystem::remove_all(path_);
  }
  void TearDown() override { std::filesystem::remove_all(path_); }

  std::string bytes_of(const std::string& name) const {
    std::ifstream in(path_ + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::string path_;
};

Checkpoint after(std::uint64_t items) {
  Checkpoint checkpoint;
  checkpoint.items = items;
  checkpoint.input = "a \"b\".warc";
  checkpoint.input_items = items;
  checkpoint.counts = {{"documents", items - 1}, {"errors", 1}};
  return checkpoint;
}

TEST_F(ArchiveFolderTest, parts_and_checkpoint_are_read_again_on_resume) {
  {
    auto folder = ArchiveFolder::open(path_, "base", false);
    ASSERT_TRUE(folder);
    ASSERT_FALSE(folder->add({"{}\n{}\n", "{\"error\"}\n", "\x01\x02"}, after(3)));
    ASSERT_FALSE(folder->add({"{}\n", "", ""}, after(4)));
  }
  EXPECT_EQ(bytes_of("part-00000.jsonl"), "{}\n{}\n");
  EXPECT_EQ(bytes_of("errors-00000.jsonl"), "{\"error\"}\n");
  EXPECT_FALSE(std::filesystem::exists(path_ + "/errors-00001.jsonl"));
  auto folder = ArchiveFolder::open(path_, "base", true);
  ASSERT_TRUE(folder);
  EXPECT_EQ(folder->checkpoint().parts, 2U);
  EXPECT_EQ(folder->checkpoint().items, 4U);
  EXPECT_EQ(folder->checkpoint().input, "a \"b\".warc");
  EXPECT_EQ(folder->checkpoint().counts.at("documents"), 3U);
  EXPECT_EQ(*folder->signatures(0), "\x01\x02");
  EXPECT_EQ(*folder->signatures(1), "");
}

TEST_F(ArchiveFolderTest, a_part_that_the_checkpoint_does_not_know_is_written_again) {
  {
    auto folder = ArchiveFolder::open(path_, "base", false);
    ASSERT_FALSE(folder->add({"first\n", "", ""}, after(1)));
  }
  std::ofstream(path_ + "/part-00001.jsonl") << "from a process that was killed\n";
  auto folder = ArchiveFolder::open(path_, "base", true);
  ASSERT_FALSE(folder->add({"second\n", "", ""}, after(2)));
  EXPECT_EQ(bytes_of("part-00001.jsonl"), "second\n");
  EXPECT_EQ(folder->checkpoint().parts, 2U);
}

TEST_F(ArchiveFolderTest, another_run_is_not_mixed_in) {
  {
    auto folder = ArchiveFolder::open(path_, "base", false);
    ASSERT_FALSE(folder->finish(after(1)));
    const auto second = ArchiveFolder::open(path_, "base", true);
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.find("another process"), std::string::npos);
  }
  const auto again = ArchiveFolder::open(path_, "base", false);
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().message.find("--resume"), std::string::npos);
  const auto other = ArchiveFolder::open(path_, "fast", true);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::invalid_option);
  std::ofstream(path_ + "/checkpoint.json") << "{\"format\":";
  EXPECT_FALSE(ArchiveFolder::open(path_, "base", true));
}

TEST_F(ArchiveFolderTest, a_place_that_cannot_be_written_to_is_an_error) {
  std::ofstream(path_) << "a file";
  const auto folder = ArchiveFolder::open(path_, "base", false);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::output_unwritable);
}

}  // namespace
}  // namespace quoth::store
