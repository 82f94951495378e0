#include "variants/stem.h"

#include <gtest/gtest.h>

namespace quoth::variants {
namespace {

TEST(Stem, is_one_for_the_forms_of_a_word) {
  const auto stem = [](std::string_view form) { return stem_of(form, Glossary::shared()); };
  EXPECT_EQ(stem("wins"), stem("won"));
  EXPECT_EQ(stem("promised"), stem("promise"));
  EXPECT_EQ(stem("stopped"), stem("stop"));
  EXPECT_EQ(stem("countries"), stem("country"));
  EXPECT_NE(stem("school"), stem("road"));
}

}  // namespace
}  // namespace quoth::variants
