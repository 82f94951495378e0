#include "base/rule_choice.h"

#include <gtest/gtest.h>

namespace quoth::base {
namespace {

TEST(RuleChoice, takes_all_that_are_not_left_out) {
  EXPECT_TRUE(RuleChoice().has("surname"));
  const RuleChoice without({"surname", "acronym"});
  EXPECT_FALSE(without.has("surname"));
  EXPECT_FALSE(without.has("acronym"));
  EXPECT_TRUE(without.has("short_form"));
}

}  // namespace
}  // namespace quoth::base
