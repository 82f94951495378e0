#include "tag/pronouns.h"

#include <gtest/gtest.h>

namespace quoth::tag {
namespace {

TEST(Pronouns, are_known_whatever_their_case) {
  const Pronouns pronouns("she\t2\nI broken line\nthey\t3\n");
  EXPECT_EQ(pronouns.class_of("She"), 2);
  EXPECT_EQ(pronouns.class_of("THEY"), 3);
  EXPECT_EQ(pronouns.class_of("her"), 0);
  EXPECT_EQ(pronouns.class_of("a word longer than any pronoun"), 0);
  EXPECT_EQ(pronouns.class_of(""), 0);
}

}  // namespace
}  // namespace quoth::tag
