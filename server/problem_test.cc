#include "server/problem.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(Problem, is_json_of_its_kind) {
  const Response response = not_found("no \"such\" thing");
  EXPECT_EQ(response.status, 404U);
  EXPECT_EQ(response.fields.front().value, "application/problem+json");
  EXPECT_EQ(
      response.body,
      R"({"type":"/problems/not_found","title":"Not found","status":404,"detail":"no \"such\" thing","code":"not_found"})");
}

TEST(Problem, of_the_library_keeps_its_code_and_leaves_the_path_out) {
  const Response response = problem_of(
      {ErrorCode::not_in_record, "/secret/record.db: nobody is there"}, "/secret/record.db");
  EXPECT_EQ(response.status, 404U);
  EXPECT_NE(response.body.find(R"("detail":"nobody is there","code":"not_in_record")"),
            std::string::npos);
}

TEST(Problem, that_passes_says_when_to_come_again) {
  const Response response = problem_of({ErrorCode::record_busy, "busy"}, "record.db");
  EXPECT_EQ(response.status, 503U);
  EXPECT_EQ(response.fields.back().name, "Retry-After");
}

TEST(Problem, of_our_own_tells_nothing) {
  const Response response =
      problem_of({ErrorCode::record_corrupt, "/secret/record.db: malformed"}, "record.db");
  EXPECT_EQ(response.status, 500U);
  EXPECT_EQ(response.body.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace quoth::server
