#include "server/etag.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(ETag, IsWeakAndTellsDifferentThingsApart) {
  EXPECT_EQ(etag_of("a").substr(0, 3), "W/\"");
  EXPECT_EQ(etag_of("a").back(), '"');
  EXPECT_EQ(etag_of("a"), etag_of("a"));
  EXPECT_NE(etag_of("a"), etag_of("b"));
}

TEST(ETag, IsFoundInAList) {
  for (const char* field :
       {"W/\"x\"", "\"x\"", "*", "\"a\", W/\"x\"", "\"a\" , \"b\",\"x\"", " , \"x\""})
    EXPECT_TRUE(matches(field, "W/\"x\"")) << field;
}

TEST(ETag, IsNotFoundElsewhere) {
  for (const char* field : {"", "x", "\"y\"", "\"x", "W/x", "\"a\"", "W/", "w/\"x\"", "\"a,\"x"})
    EXPECT_FALSE(matches(field, "W/\"x\"")) << field;
}

}  // namespace
}  // namespace quoth::server
