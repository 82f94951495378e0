#include "server/etag.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(ETag, is_weak_and_tells_different_things_apart) {
  EXPECT_EQ(etag_of("a").substr(0, 3), "W/\"");
  EXPECT_EQ(etag_of("a").back(), '"');
  EXPECT_EQ(etag_of("a"), etag_of("a"));
  EXPECT_NE(etag_of("a"), etag_of("b"));
}

TEST(ETag, is_found_in_a_list) {
  for (const char* field :
       {"W/\"x\"", "\"x\"", "*", "\"a\", W/\"x\"", "\"a\" , \"b\",\"x\"", " , \"x\""})
    EXPECT_TRUE(matches(field, "W/\"x\"")) << field;
}

TEST(ETag, is_not_found_elsewhere) {
  for (const char* field : {"", "x", "\"y\"", "\"x", "W/x", "\"a\"", "W/", "w/\"x\"", "\"a,\"x"})
    EXPECT_FALSE(matches(field, "W/\"x\"")) << field;
}

}  // namespace
}  // namespace quoth::server
