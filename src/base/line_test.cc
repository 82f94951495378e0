#include "base/line.h"

#include <gtest/gtest.h>

#include <vector>

namespace quoth::base {
namespace {

TEST(TakeLine, lines_may_end_anywhere_in_the_pieces) {
  for (std::size_t piece = 1; piece <= 12; ++piece) {
    const std::string text = "a\n\nlong line\nbc";
    std::string buffer, line;
    std::size_t start = 0, at = 0;
    const auto fill = [&] {
      buffer.assign(text, at, piece);
      start = 0;
      at += buffer.size();
      return !buffer.empty();
    };
    std::vector<std::string> lines;
    std::size_t too_long = 0;
    for (Line got = take_line(buffer, start, fill, 4, line); got != Line::none;
         got = take_line(buffer, start, fill, 4, line)) {
      if (got == Line::too_long) ++too_long;
      lines.push_back(line);
    }
    EXPECT_EQ(lines, (std::vector<std::string>{"a", "", "", "bc"})) << piece;
    EXPECT_EQ(too_long, 1U) << piece;
  }
}

}  // namespace
}  // namespace quoth::base
