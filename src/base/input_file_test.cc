#include "base/input_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

namespace quoth::base {
namespace {

TEST(InputFile, gives_all_bytes_in_pieces) {
  const std::string path = ::testing::TempDir() + "quoth_input_file";
  std::ofstream(path, std::ios::binary) << "one two";
  auto file = InputFile::open(path);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->is_regular());
  std::string bytes;
  char piece[3];
  while (const std::size_t count = file->read(piece, 3)) bytes.append(piece, count);
  EXPECT_EQ(bytes, "one two");
  EXPECT_EQ(file->error(), 0);
  std::remove(path.c_str());
}

TEST(InputFile, missing_files_and_folders_are_errors) {
  EXPECT_EQ(InputFile::open("/nowhere/at/all").error().code, ErrorCode::file_not_found);
  EXPECT_EQ(InputFile::open("/").error().code, ErrorCode::file_unreadable);
}

}  // namespace
}  // namespace quoth::base
