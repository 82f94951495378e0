#include "server/bearer_token.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace quoth::server {
namespace {

namespace fs = std::filesystem;

std::string file_with(const std::string& text, fs::perms permissions) {
  const std::string path =
      testing::TempDir() + "token_" + testing::UnitTest::GetInstance()->current_test_info()->name();
  std::ofstream(path) << text;
  fs::permissions(path, permissions);
  return path;
}

constexpr auto own = fs::perms::owner_read | fs::perms::owner_write;

TEST(BearerToken, is_the_word_after_bearer) {
  const BearerToken token("0123456789abcdef");
  EXPECT_TRUE(token.is_in("Bearer 0123456789abcdef"));
  EXPECT_TRUE(token.is_in("bearer  0123456789abcdef "));
  for (const char* field :
       {"", "Bearer", "Bearer ", "0123456789abcdef", "Basic 0123456789abcdef",
        "Bearer 0123456789abcdeF", "Bearer 0123456789abcdef0", "Bearer 0123456789abcde"}) {
    EXPECT_FALSE(token.is_in(field)) << field;
  }
}

TEST(BearerToken, is_read_from_a_files_first_line) {
  const auto token = BearerToken::of_file(file_with("  0123456789abcdef\r\nmore\n", own));
  ASSERT_TRUE(token);
  EXPECT_TRUE(token->is_in("Bearer 0123456789abcdef"));
}

TEST(BearerToken, is_refused_where_it_is_no_secret) {
  const auto is_short = BearerToken::of_file(file_with("password\n", own));
  ASSERT_FALSE(is_short);
  EXPECT_EQ(is_short.error().code, ErrorCode::invalid_option);
  const auto is_open =
      BearerToken::of_file(file_with("0123456789abcdef\n", own | fs::perms::others_read));
  ASSERT_FALSE(is_open);
  EXPECT_NE(is_open.error().message.find("chmod 600"), std::string::npos);
  EXPECT_EQ(BearerToken::of_file("/nowhere/token").error().code, ErrorCode::file_not_found);
}

}  // namespace
}  // namespace quoth::server
