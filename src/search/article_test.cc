#include "search/article.h"

#include <gtest/gtest.h>

#include "database/made_up_articles.h"

namespace quoth::search {
namespace {

using ArticleTest = database::RecordTest;

store::RecordedDocument harbour(const std::string& verb) {
  return database::article(
      "a", "“The harbour will " + verb + " in spring,” said Ana Ruiz, née Über.", {"Ana Ruiz"},
      {{"Ana Ruiz", "“The harbour will " + verb + " in spring,”"}});
}

TEST_F(ArticleTest, an_article_is_read_with_its_versions_and_what_changed_in_them) {
  add(harbour("open"));
  add(harbour("close"));
  ArticleReader reader(connection());
  const auto article = reader.read(2);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->stored.number, 2);
  ASSERT_EQ(article->versions.size(), 2U);
  EXPECT_EQ(article->versions[0].altered, 0U);
  EXPECT_EQ(article->versions[1].altered, 1U);
  EXPECT_EQ(article->versions[1].added + article->versions[1].vanished, 0U);
  EXPECT_FALSE(reader.read(3));
  EXPECT_FALSE(connection().error());
}

TEST_F(ArticleTest, its_json_has_the_record_with_text_store_ids_families_and_identities) {
  add(harbour("open"));
  connection().run(
      "INSERT INTO family (id, head, first, publishers, exact, members) SELECT id, id, id, 1, 1, 1 "
      "FROM quotation; INSERT INTO variant (quotation, family, severity, classes) SELECT id, id, "
      "0, 1 FROM family");
  const auto article = ArticleReader(connection()).read(1);
  ASSERT_TRUE(article) << connection().error()->message;
  const std::string json = to_json(*article);
  const std::string id = std::to_string(article->stored.quotations.front().id);
  EXPECT_TRUE(json.starts_with(R"({"record":{"format":"quoth.record/1","doc":{)")) << json;
  EXPECT_NE(json.find("\"text\":\"“The harbour will open"), std::string::npos) << json;
  EXPECT_NE(json.find("\"store_id\":" + id + ",\"family\":" + id), std::string::npos) << json;
  EXPECT_NE(json.find(R"("confidence":0.9,"identity":1})"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("version":1,"number":1,"versions":[{"version":1,"number":1,"published":)"
                      R"("2021-03-04","changes":{"added":0,"altered":0,"vanished":0}}],)"
                      R"("is_redacted":false})"),
            std::string::npos)
      << json;
  // Offsets as asked for: the opening mark is one code point and three bytes.
  EXPECT_NE(json.find(R"("start":0,"end":34)"), std::string::npos) << json;
  EXPECT_NE(to_json(*article, OffsetUnit::byte).find(R"("start":0,"end":38)"), std::string::npos);
}

}  // namespace
}  // namespace quoth::search
