#include "search/family.h"

#include <gtest/gtest.h>

#include "database/families.h"
#include "database/made_up_articles.h"

namespace quoth::search {
namespace {

class FamilyTest : public database::RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    add("a", "We will rebuild the old stone harbour before the autumn storms reach the islands",
        "2021-03-06");
    add("b", "We will not rebuild the old stone harbour before the autumn storms reach the islands",
        "2021-03-05");
    add("c", "We will rebuild the old stone harbour before the autumn storms", "");
    ASSERT_TRUE(database::join_families(connection(), database::JoinScope::all));
  }

  void add(const std::string& key, const std::string& words, const std::string& day) {
    const std::string quoted = "“" + words + ",”";
    auto document = database::article(key, quoted + " said Ana Ruiz in " + key + ".", {"Ana Ruiz"},
                                      {{"Ana Ruiz", quoted}});
    document.facts.published = day;
    RecordTest::add(std::move(document));
  }
};

TEST_F(FamilyTest, a_family_has_its_head_first_then_its_renderings_by_day_with_what_differs) {
  FamilyReader reader(connection());
  const auto list = reader.list(variants::Severity::none, 10);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list.front().members, 3U);
  EXPECT_EQ(list.front().severity, variants::Severity::grave);
  const auto family = reader.read(list.front().id);
  ASSERT_TRUE(family);
  ASSERT_EQ(family->members.size(), 3U);
  EXPECT_EQ(family->exact, 1U);
  EXPECT_EQ(family->altered, 2U);
  EXPECT_EQ(family->publishers, 1U);
  // The one whose day is unknown comes last.
  EXPECT_EQ(family->members[0].hit.key, "b");
  EXPECT_EQ(family->members[1].hit.key, "a");
  EXPECT_EQ(family->members[2].hit.key, "c");
  EXPECT_EQ(family->first, family->head);
  EXPECT_FALSE(family->members[0].comparison);
  ASSERT_TRUE(family->members[1].comparison);
  EXPECT_EQ(family->members[1].comparison->severity, variants::Severity::grave);
  EXPECT_EQ(family->members[1].comparison->a.id, family->head);
  EXPECT_EQ(reader.family_of(family->members[2].hit.id), family->id);
}

TEST_F(FamilyTest, what_is_no_family_is_nothing_and_a_list_keeps_to_its_severity) {
  FamilyReader reader(connection());
  EXPECT_FALSE(reader.read(7));
  EXPECT_FALSE(reader.family_of(7));
  EXPECT_EQ(reader.list(variants::Severity::grave, 10).size(), 1U);
  EXPECT_TRUE(reader.list(variants::Severity::none, 0).empty());
  EXPECT_FALSE(connection().error());
}

TEST_F(FamilyTest, no_more_members_are_read_than_were_asked_for_but_all_are_counted) {
  FamilyReader reader(connection());
  const auto family = reader.read(reader.list(variants::Severity::none, 1).front().id, 2);
  ASSERT_TRUE(family);
  EXPECT_EQ(family->members.size(), 2U);
  EXPECT_EQ(family->exact + family->altered, 3U);
  const std::string json = to_json(*family);
  EXPECT_TRUE(json.starts_with("{\"id\":" + std::to_string(family->id))) << json;
  EXPECT_NE(json.find("\"publishers\":1,\"exact\":1,\"altered\":2,\"members\":[{\"hit\":{"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find("\"comparison\":null},{\"hit\":"), std::string::npos) << json;
}

}  // namespace
}  // namespace quoth::search
