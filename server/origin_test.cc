#include "server/origin.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

RequestHead with(std::vector<HeaderField> fields) {
  RequestHead head;
  head.fields = std::move(fields);
  return head;
}

TEST(Origin, is_our_own_where_no_browser_states_one) {
  EXPECT_TRUE(is_of_own_origin(with({}), "localhost:8573"));
}

TEST(Origin, is_our_own_where_it_is_the_host_we_are_asked_by) {
  EXPECT_TRUE(is_of_own_origin(with({{"origin", "http://localhost:8573"}}), "localhost:8573"));
  EXPECT_TRUE(is_of_own_origin(with({{"origin", "https://quotes.example"}}), "quotes.example"));
  EXPECT_TRUE(is_of_own_origin(
      with({{"origin", "http://localhost:8573"}, {"sec-fetch-site", "same-origin"}}),
      "localhost:8573"));
}

TEST(Origin, is_foreign_otherwise) {
  for (const char* origin :
       {"http://evil.example", "http://localhost:8574", "http://localhost", "null", "",
        "ftp://localhost:8573", "http://localhost:8573.evil.example"}) {
    EXPECT_FALSE(is_of_own_origin(with({{"origin", origin}}), "localhost:8573")) << origin;
  }
}

TEST(Origin, is_foreign_where_the_browser_says_so) {
  for (const char* site : {"cross-site", "same-site", ""})
    EXPECT_FALSE(is_of_own_origin(with({{"sec-fetch-site", site}}), "localhost:8573")) << site;
  EXPECT_FALSE(is_of_own_origin(
      with({{"origin", "http://localhost:8573"}, {"origin", "http://evil.example"}}),
      "localhost:8573"));
}

}  // namespace
}  // namespace quoth::server
