#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace quoth::base {
namespace {

using namespace std::string_literals;

class MappedFileTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }

  std::filesystem::path write(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return path_;
  }

  const std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("quoth_mapped_file_") +
       testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(MappedFileTest, holds_the_bytes_of_the_file) {
  const auto file = MappedFile::open(write("who\0said"s));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->text(), "who\0said"s);
}

TEST_F(MappedFileTest, an_empty_file_is_no_error) {
  const auto file = MappedFile::open(write(""));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->text(), "");
}

TEST_F(MappedFileTest, views_survive_a_move) {
  auto file = MappedFile::open(write("stays"));
  ASSERT_TRUE(file);
  const std::string_view view = file->text();
  const MappedFile moved = *std::move(file);
  EXPECT_EQ(moved.text().data(), view.data());
}

TEST_F(MappedFileTest, says_which_file_is_missing) {
  const auto file = MappedFile::open("/nonexistent/weights.qmodel");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::file_not_found);
  EXPECT_EQ(file.error().message, "/nonexistent/weights.qmodel: No such file or directory");
}

TEST_F(MappedFileTest, a_folder_is_unreadable) {
  const auto file = MappedFile::open("/tmp");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::file_unreadable);
}

}  // namespace
}  // namespace quoth::base
