#include "server/host_names.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(HostNames, know_their_own_machine) {
  const HostNames names("127.0.0.1", {});
  for (const char* host : {"localhost", "LOCALHOST:8573", "localhost.", "127.0.0.1:8573",
                           "127.0.0.1", "[::1]:8573", "[::1]"}) {
    EXPECT_TRUE(names.allow(host)) << host;
  }
}

TEST(HostNames, know_nobody_else) {
  const HostNames names("127.0.0.1", {});
  for (const char* host :
       {"", ":8573", "evil.example", "evil.example:8573", "127.0.0.1.evil.example",
        "localhost.evil.example", "localhost:80:80", "localhost:x", "localhost:123456",
        "localhost/", "a@localhost", "[::1", "[::1]x", "[]", "[::2]", "127.0.0.2",
        "localhost localhost", "localhost,evil.example"}) {
    EXPECT_FALSE(names.allow(host)) << host;
  }
}

TEST(HostNames, know_what_they_are_bound_to_and_what_they_are_told) {
  const HostNames names("192.0.2.7", {"Quotes.example", "bad host"});
  EXPECT_TRUE(names.allow("192.0.2.7:8573"));
  EXPECT_TRUE(names.allow("quotes.example"));
  EXPECT_TRUE(names.allow("QUOTES.EXAMPLE:443"));
  EXPECT_FALSE(names.allow("bad host"));
  EXPECT_TRUE(HostNames("2001:db8::7", {}).allow("[2001:DB8::7]:8573"));
}

}  // namespace
}  // namespace quoth::server
