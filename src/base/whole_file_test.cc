#include "base/whole_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace quoth::base {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(WholeFile, replaces_what_was_there_and_leaves_no_draft) {
  const std::string path = testing::TempDir() + "whole_file_test";
  ASSERT_FALSE(write_whole_file(path, std::string(100'000, 'a')));
  ASSERT_FALSE(write_whole_file(path, "short"));
  EXPECT_EQ(bytes_of(path), "short");
  EXPECT_FALSE(std::filesystem::exists(path + ".new"));
  std::filesystem::remove(path);
}

TEST(WholeFile, a_failure_names_the_place_and_keeps_what_was_there) {
  const std::string folder = testing::TempDir() + "whole_file_folder";
  const std::string path = folder + "/file";
  const auto error = write_whole_file(path, "x");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::output_unwritable);
  EXPECT_NE(error->message.find(path), std::string::npos);

  std::filesystem::create_directories(folder);
  ASSERT_FALSE(write_whole_file(path, "kept"));
  std::filesystem::create_directory(path + ".new");  // The draft cannot be written.
  EXPECT_TRUE(write_whole_file(path, "lost"));
  EXPECT_EQ(bytes_of(path), "kept");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace quoth::base
