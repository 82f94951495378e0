#include "page/class_words.h"

#include <gtest/gtest.h>

namespace quoth::page {
namespace {

ClassKinds kinds(std::string_view value) { return ClassWords::table().kinds(value); }

TEST(ClassWords, are_read_at_hyphens_capitals_and_digits) {
  EXPECT_EQ(kinds("article-body"), bit(ClassKind::body));
  EXPECT_EQ(kinds("ArticleBody2"), bit(ClassKind::body));
  EXPECT_EQ(kinds("js-comments_list"), bit(ClassKind::comment) | bit(ClassKind::related));
  EXPECT_EQ(kinds("newsletterSignup"), bit(ClassKind::letter));
}

TEST(ClassWords, count_as_the_start_of_a_longer_word) {
  EXPECT_EQ(kinds("relatedstuff"), bit(ClassKind::related));
  EXPECT_EQ(kinds("adhesive"), 0U);
}

TEST(ClassWords, that_are_unknown_tell_nothing) {
  EXPECT_EQ(kinds("css-1x2y3z grid"), 0U);
  EXPECT_EQ(kinds(""), 0U);
}

}  // namespace
}  // namespace quoth::page
