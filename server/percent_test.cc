#include "server/percent.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(PercentDecoding, gives_what_stands_for_escapes) {
  EXPECT_EQ(percent_decoded("a%20b%C3%A9", Plus::itself), "a bé");
  EXPECT_EQ(percent_decoded("%e2%80%9C", Plus::itself), "“");
  EXPECT_EQ(percent_decoded("", Plus::itself), "");
}

TEST(PercentDecoding, takes_a_plus_for_a_space_in_a_query_alone) {
  EXPECT_EQ(percent_decoded("a+b", Plus::space), "a b");
  EXPECT_EQ(percent_decoded("a+b", Plus::itself), "a+b");
  EXPECT_EQ(percent_decoded("a%2Bb", Plus::space), "a+b");
}

TEST(PercentDecoding, refuses_broken_escapes_controls_and_what_is_no_utf8) {
  for (const char* text :
       {"%", "%4", "%G0", "%0g", "a%", "%00", "%1b", "%7f", "%C3", "%ff", "%ED%A0%80", "%C0%AE"}) {
    EXPECT_FALSE(percent_decoded(text, Plus::space)) << text;
  }
}

TEST(PercentDecoding, decodes_once) { EXPECT_EQ(percent_decoded("%252e", Plus::itself), "%2e"); }

}  // namespace
}  // namespace quoth::server
