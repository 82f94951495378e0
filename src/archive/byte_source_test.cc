#include "archive/byte_source.h"

#include <gtest/gtest.h>

#include <vector>

#include "archive/made_up_archive.h"
#include "archive/memory_stream.h"

namespace quoth::archive {
namespace {

using Like = MemoryStream::Like;

TEST(ByteSource, lines_may_end_anywhere_in_the_pieces) {
  for (std::size_t piece = 1; piece <= 12; ++piece) {
    ByteSource source = memory_source("a\n\nlong line\nbc", Like::disk, piece);
    std::vector<std::string> lines;
    std::size_t too_long = 0;
    std::string line;
    for (auto got = source.next_line(line, 4); got != ByteSource::Line::none;
         got = source.next_line(line, 4)) {
      if (got == ByteSource::Line::too_long) ++too_long;
      lines.push_back(line);
    }
    EXPECT_EQ(lines, (std::vector<std::string>{"a", "", "", "bc"})) << piece;
    EXPECT_EQ(too_long, 1U) << piece;
  }
}

TEST(ByteSource, peeks_as_far_as_asked_and_keeps_its_place_in_the_file) {
  std::string text;
  for (int k = 0; k < 5000; ++k) text += static_cast<char>('a' + k % 26);
  ByteSource source = memory_source(text, Like::disk, 7);
  std::size_t at = 0;
  for (std::size_t step = 1; at + step < text.size(); at += step, step = (step * 5) % 97 + 1) {
    ASSERT_EQ(source.peek(step).substr(0, step), text.substr(at, step));
    EXPECT_EQ(source.offset(), at);
    source.skip(step);
  }
  EXPECT_EQ(source.pass_over(10000), text.size() - at);
  EXPECT_TRUE(source.peek(1).empty());
  EXPECT_FALSE(source.fault());
}

TEST(ByteSource, a_compressed_source_knows_the_member_that_holds_a_byte) {
  const std::string one = gzip("one"), two = gzip("twenty"), three = gzip("three");
  ByteSource source = memory_source(one + two + three);
  EXPECT_EQ(source.peek(14).substr(0, 14), "onetwentythree");
  EXPECT_EQ(source.offset(), 0U);
  EXPECT_TRUE(source.is_at_member());
  source.skip(3);
  EXPECT_EQ(source.offset(), one.size());
  EXPECT_TRUE(source.is_at_member());
  source.skip(5);
  EXPECT_EQ(source.offset(), one.size());
  EXPECT_FALSE(source.is_at_member());
  source.skip(1);
  EXPECT_EQ(source.offset(), one.size() + two.size());
}

TEST(ByteSource, read_all_gives_everything_or_nothing) {
  std::string bytes;
  EXPECT_TRUE(memory_source("12345").read_all(bytes, 5));
  EXPECT_EQ(bytes, "12345");
  EXPECT_FALSE(memory_source("12345").read_all(bytes, 4));
  EXPECT_TRUE(bytes.empty());
}

}  // namespace
}  // namespace quoth::archive
