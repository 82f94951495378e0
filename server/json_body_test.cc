#include "server/json_body.h"

#include <gtest/gtest.h>

#include <array>

namespace quoth::server {
namespace {

constexpr std::array<std::string_view, 2> names{"text", "by"};

std::optional<JsonBody> read(std::string_view body, std::string& fault) {
  return JsonBody::read(body, names, fault);
}

TEST(JsonBody, gives_its_texts) {
  std::string fault;
  const auto body = read(R"({"text": "“We won”\n", "by": null})", fault);
  ASSERT_TRUE(body) << fault;
  EXPECT_EQ(body->find("text"), "“We won”\n");
  EXPECT_EQ(body->find("by"), std::nullopt);
  EXPECT_EQ(body->value("by"), "");
}

TEST(JsonBody, tells_what_is_wrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "no JSON object"},
      {"[]", "no JSON object"},
      {"{\"text\": \"a\"", "no JSON"},
      {"{\"text\": 1}", "text is no text"},
      {"{\"other\": \"a\"}", "not known"},
      {R"({"text": "a", "text": "b"})", "text twice"},
      {"{\"text\": \"\xff\"}", "no JSON"},
      {R"({"text": "\ud800"})", "no JSON"},
      {R"({"text": ["a"]})", "text is no text"},
      {R"({"text": "a"} {})", "no JSON"}};
  for (const auto& [body, part] : cases) {
    std::string fault;
    EXPECT_FALSE(read(body, fault)) << body;
    EXPECT_NE(fault.find(part), std::string::npos) << body << " → " << fault;
  }
}

TEST(JsonBody, ends_on_deep_nesting) {
  std::string fault;
  EXPECT_FALSE(read("{\"text\":" + std::string(100'000, '['), fault));
}

}  // namespace
}  // namespace quoth::server
