#include "server/routes.h"

#include <gtest/gtest.h>

#include <set>

namespace quoth::server {
namespace {

using Segments = std::vector<std::string>;

TEST(Routes, are_found_by_method_and_path) {
  const Match found = match("GET", {"api", "v1", "articles", "77"});
  ASSERT_NE(found.route, nullptr);
  EXPECT_EQ(found.route->path, "/api/v1/articles/{version}");
  EXPECT_EQ(found.number, 77);
  EXPECT_EQ(found.allowed, "GET, HEAD, OPTIONS");
}

TEST(Routes, serve_head_as_get) {
  EXPECT_EQ(match("HEAD", {"api", "v1", "stats"}).route,
            match("GET", {"api", "v1", "stats"}).route);
}

TEST(Routes, tell_what_else_is_there) {
  const Match found = match("GET", {"api", "v1", "extract"});
  EXPECT_EQ(found.route, nullptr);
  EXPECT_EQ(found.allowed, "POST, OPTIONS");
}

TEST(Routes, are_not_found_by_parts_or_more) {
  for (const Segments& segments :
       {Segments{}, Segments{"api"}, Segments{"api", "v1"}, Segments{"api", "v1", ""},
        Segments{"api", "v1", "stats", ""}, Segments{"api", "v1", "stats", "x"},
        Segments{"API", "v1", "stats"}, Segments{"api", "v1", "articles"},
        Segments{"api", "v1", "articles", "x"}, Segments{"api", "v1", "articles", "0"},
        Segments{"api", "v1", "articles", "-1"},
        Segments{"api", "v1", "articles", "99999999999999999999"}}) {
    EXPECT_EQ(match("GET", segments).allowed, "");
  }
}

TEST(Routes, know_their_parameters_by_whole_names) {
  const Route& route = *match("GET", {"api", "v1", "people"}).route;
  EXPECT_TRUE(knows_parameter(route, "q"));
  EXPECT_TRUE(knows_parameter(route, "limit"));
  EXPECT_FALSE(knows_parameter(route, "li"));
  EXPECT_FALSE(knows_parameter(route, "q limit"));
  EXPECT_FALSE(knows_parameter(route, ""));
}

TEST(Routes, that_change_the_record_need_the_token_and_are_kept_nowhere) {
  std::set<std::string_view> writing;
  for (const Route& route : routes()) {
    if (route.needs_token) writing.insert(route.path);
    EXPECT_TRUE(!route.needs_token || (route.is_private && route.method == "POST")) << route.path;
    EXPECT_EQ(route.most_body_bytes > 0, route.method == "POST") << route.path;
  }
  EXPECT_EQ(writing,
            (std::set<std::string_view>{"/api/v1/documents", "/api/v1/people/{identity}/merge",
                                        "/api/v1/people/{identity}/split"}));
}

}  // namespace
}  // namespace quoth::server
