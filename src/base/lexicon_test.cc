#include "base/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace quoth::base {
namespace {

TEST(Lexicon, gives_the_entries_of_a_list) {
  const auto entries = lexicon_entries("abbreviations");
  EXPECT_NE(std::find(entries.begin(), entries.end(), "mr"), entries.end());
}

TEST(Lexicon, keeps_tabs_inside_entries) {
  const auto entries = lexicon_entries("pronouns");
  EXPECT_NE(std::find(entries.begin(), entries.end(), "he\t1"), entries.end());
}

TEST(Lexicon, leaves_comments_and_empty_lines_out) {
  ASSERT_FALSE(lexicon_lists().empty());
  for (const LexiconList& list : lexicon_lists()) {
    ASSERT_FALSE(list.text.empty()) << list.name;
    EXPECT_EQ(list.text.back(), '\n') << list.name;
    for (const std::string_view entry : lexicon_entries(list.name)) {
      ASSERT_FALSE(entry.empty()) << list.name;
      ASSERT_NE(entry.front(), '#') << list.name;
    }
  }
}

TEST(Lexicon, an_unknown_list_is_empty) { EXPECT_EQ(lexicon("no_such_list"), ""); }

}  // namespace
}  // namespace quoth::base
