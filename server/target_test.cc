#include "server/target.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

using Segments = std::vector<std::string>;

TEST(Target, is_the_path_in_parts_and_the_query) {
  const auto target = Target::parse("/api/v1/search?q=a%20b&limit=3");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments, (Segments{"api", "v1", "search"}));
  EXPECT_EQ(target->query.value("q"), "a b");
  EXPECT_FALSE(target->authority);
}

TEST(Target, of_the_start_has_no_parts) {
  EXPECT_EQ(Target::parse("/")->segments, Segments{});
  EXPECT_EQ(Target::parse("/?q=a")->query.value("q"), "a");
}

TEST(Target, keeps_a_slash_at_the_end_apart) {
  EXPECT_EQ(Target::parse("/api/")->segments, (Segments{"api", ""}));
}

TEST(Target, takes_the_form_for_proxies) {
  const auto target = Target::parse("http://localhost:8573/person/7?a=b");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->authority, "localhost:8573");
  EXPECT_EQ(target->segments, (Segments{"person", "7"}));
  EXPECT_EQ(Target::parse("http://localhost")->segments, Segments{});
  EXPECT_EQ(Target::parse("http://localhost?q=a")->query.value("q"), "a");
}

TEST(Target, takes_the_asterisk) { EXPECT_TRUE(Target::parse("*")->is_asterisk); }

TEST(Target, refuses_ways_out_of_the_folder) {
  for (const char* text : {"/..", "/../etc/passwd", "/a/../b", "/%2e%2e/etc/passwd", "/.%2E/x",
                           "/a/./b", "/%2e", "/..%2f..%2fetc", "/a%2fb", "/a%5cb", "/a\\b",
                           "/..\\..\\x", "//etc/passwd", "/a//b", "/%00", "/a%0db", "/a%0ab"}) {
    EXPECT_FALSE(Target::parse(text)) << text;
  }
}

TEST(Target, refuses_what_is_no_address) {
  for (const char* text : {"", "a", "localhost:80", "?q=a", "/a b", "/a#b", "/\x7f", "/\xC3\xA9",
                           "/%C3", "ftp://localhost/", "/?q=%", "**"}) {
    EXPECT_FALSE(Target::parse(text)) << text;
  }
}

TEST(Target, refuses_paths_of_many_parts) {
  std::string path;
  for (int k = 0; k < 16; ++k) path += "/a";
  EXPECT_TRUE(Target::parse(path));
  EXPECT_FALSE(Target::parse(path + "/a"));
}

}  // namespace
}  // namespace quoth::server
