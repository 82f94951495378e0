#include "server/page.h"

#include <gtest/gtest.h>

#include <array>

namespace quoth::server {
namespace {

using Segments = std::vector<std::string>;

const std::string script(2000, 's');
const std::array<EmbeddedFile, 3> files{
    {{"/assets/a-1.js", "text/javascript; charset=utf-8", script, "\"one\""},
     {"/favicon.svg", "image/svg+xml", "<svg/>", "\"two\""},
     {"/index.html", "text/html; charset=utf-8", "<!doctype html>", "\"three\""}}};

std::string value(const Response& response, std::string_view name) {
  for (const HeaderField& field : response.fields) {
    if (field.name == name) return field.value;
  }
  return "";
}

RequestHead with(std::vector<HeaderField> fields) {
  RequestHead head;
  head.fields = std::move(fields);
  return head;
}

TEST(Page, answers_each_of_its_views_with_its_start) {
  const Page page(files);
  for (const Segments& segments :
       {Segments{}, Segments{"person", "7"}, Segments{"quotation", "1"}, Segments{"article", "2"},
        Segments{"family", "3"}, Segments{"check"}, Segments{"extract"}}) {
    ASSERT_TRUE(page.has(segments));
    const Response response = page.answer(segments, with({}));
    EXPECT_EQ(response.body, "<!doctype html>");
    EXPECT_EQ(value(response, "Cache-Control"), "no-cache");
  }
}

TEST(Page, has_nothing_else) {
  const Page page(files);
  for (const Segments& segments :
       {Segments{"person"}, Segments{"person", "7", "8"}, Segments{"nowhere"}, Segments{"assets"},
        Segments{"assets", "b.js"}, Segments{"check", ""}, Segments{"api"}}) {
    EXPECT_FALSE(page.has(segments));
  }
  EXPECT_FALSE(Page({}).has({}));
}

TEST(Page, keeps_assets_for_ever) {
  const Page page(files);
  const Response response = page.answer({"assets", "a-1.js"}, with({}));
  EXPECT_EQ(response.body, script);
  EXPECT_EQ(value(response, "Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_NE(value(response, "Cache-Control").find("immutable"), std::string::npos);
}

TEST(Page, is_gzipped_for_who_takes_it) {
  const Page page(files);
  const Response response = page.answer({"assets", "a-1.js"}, with({{"accept-encoding", "gzip"}}));
  EXPECT_EQ(value(response, "Content-Encoding"), "gzip");
  EXPECT_LT(response.body.size(), 100U);
  EXPECT_EQ(value(response, "Vary"), "Accept-Encoding");
}

TEST(Page, is_not_sent_to_who_has_it) {
  const Page page(files);
  const Response response = page.answer({}, with({{"if-none-match", "W/\"three\""}}));
  EXPECT_EQ(response.status, 304U);
  EXPECT_EQ(response.body, "");
}

TEST(Page, forbids_scripts_of_others_and_inline) {
  const std::string policy = value(Page(files).answer({}, with({})), "Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(policy.find("script-src 'self';"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
}

}  // namespace
}  // namespace quoth::server
