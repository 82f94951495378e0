#include "variants/content.h"

#include <gtest/gtest.h>

#include <vector>

namespace quoth::variants {
namespace {

std::string content_of(std::string_view text, const std::vector<std::string_view>& parts) {
  std::vector<Span> spans;
  for (const std::string_view part : parts) {
    const auto at = static_cast<std::uint32_t>(text.find(part));
    spans.push_back({at, at + static_cast<std::uint32_t>(part.size())});
  }
  std::string out = "before ";
  append_content(text, spans, out);
  return out.substr(7);
}

TEST(Content, marks_around_it_are_left_out_and_those_inside_stay) {
  EXPECT_EQ(content_of("“We call it ‘home’ now,” she said.", {"“We call it ‘home’ now,”"}),
            "We call it ‘home’ now,");
  EXPECT_EQ(content_of("that he 'may' go", {"that he 'may' go"}), "that he 'may' go");
}

TEST(Content, spans_are_parted_by_a_line_feed_and_white_space_is_one_space) {
  EXPECT_EQ(content_of("\"We won,\" she said. \"At \n last.\"", {"\"We won,\"", "\"At \n last.\""}),
            "We won,\nAt last.");
}

TEST(Content, of_marks_alone_nothing_is_left) {
  EXPECT_EQ(content_of("He said “ ”.", {"“ ”"}), "");
}

}  // namespace
}  // namespace quoth::variants
