#include "database/identities.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "database/made_up_articles.h"

namespace quoth::database {
namespace {

/// Articles whose names come again and again, in several forms, some with an id in a knowledge base, some articles in two versions.
std::vector<store::RecordedDocument> articles_of_few_names(std::size_t count) {
  std::mt19937 chance(7);
  const auto pick = [&](const std::vector<std::string>& list) {
    return list[chance() % list.size()];
  };
  std::vector<store::RecordedDocument> made;
  for (std::size_t k = 0; k < count; ++k) {
    std::vector<std::string> names;
    std::string text;
    for (std::size_t left = 2 + chance() % 5; left > 0; --left) {
      names.push_back(pick({"Ana", "Max", "Ida"}) + pick({" ", " ", " B. ", " C. "}) +
                      pick({"Ruiz", "Roe", "Lind", "Falk", "Berg"}));
      text += names.back() + " was there. ";
    }
    auto document =
        article("news/" + std::to_string(chance() % (count - count / 5)), text, names, {});
    for (Entity& entity : document.record.entities) {
      if (chance() % 4 == 0) entity.kb = "Q" + std::to_string(1 + chance() % 20);
      if (chance() % 4 == 0) entity.type = EntityType::organization;
    }
    made.push_back(std::move(document));
  }
  return made;
}

std::vector<std::string> rows(Connection& connection, const std::string& columns,
                              const std::string& table) {
  std::vector<std::string> all;
  Statement row(connection, "SELECT concat FROM (SELECT " + columns + " AS concat FROM " + table +
                                ") ORDER BY 1");
  row.start();
  while (row.next()) all.emplace_back(row.text(0));
  return all;
}

using IdentitiesTest = RecordFolderTest;

TEST_F(IdentitiesTest, are_the_same_whether_rows_are_kept_or_read_anew_for_each_article) {
  auto kept = RecordFile::open_for_writing(folder() + "/kept.db", true);
  auto anew = RecordFile::open_for_writing(folder() + "/anew.db", true);
  ASSERT_TRUE(kept && anew);
  Writer one(kept->connection(), {"test", "made up", false});
  for (const auto& document : articles_of_few_names(250)) {
    Entry entry(document), again(document);
    ASSERT_TRUE(one.add(entry));
    Writer own(anew->connection(), {"test", "made up", false});
    ASSERT_TRUE(own.add(again));
    ASSERT_FALSE(own.finish());
  }
  ASSERT_FALSE(one.finish());
  for (const auto& [table, columns] :
       {std::pair("identity", "id || ' ' || type || ' ' || ifnull(kb, '')"),
        std::pair("alias", "identity || ' ' || name || ' ' || documents"),
        std::pair("entity", "version || ' ' || number || ' ' || identity")}) {
    EXPECT_EQ(rows(kept->connection(), columns, table), rows(anew->connection(), columns, table));
  }
  EXPECT_GT(kept->connection().number("SELECT max(documents) FROM alias"), 5);
  EXPECT_GT(kept->connection().number("SELECT count(*) FROM identity"), 60);
}

}  // namespace
}  // namespace quoth::database
