#include "variants/numeral.h"

#include <gtest/gtest.h>

namespace quoth::variants {
namespace {

TEST(Numeral, has_one_form_for_one_number) {
  EXPECT_EQ(numeral("1,000", 0), "1000");
  EXPECT_EQ(numeral("1", 3), "1000");
  EXPECT_EQ(numeral("1.5", 6), "1500000");
  EXPECT_EQ(numeral("0.125", 2), "12.5");
  EXPECT_EQ(numeral("007", 0), "7");
  EXPECT_EQ(numeral("2.50", 0), "2.5");
  EXPECT_EQ(numeral("0", 6), "0");
}

}  // namespace
}  // namespace quoth::variants
