#include "search/hit.h"

#include <gtest/gtest.h>

#include "database/made_up_articles.h"
#include "search/hit_json.h"
#include "search/hit_reader.h"

namespace quoth::search {
namespace {

class HitTest : public database::RecordTest {
 protected:
  std::vector<Hit> all() {
    std::vector<Hit> hits;
    HitReader reader(connection());
    database::Statement ids(connection(), "SELECT id FROM quotation ORDER BY id");
    ids.start();
    while (ids.next()) {
      auto hit = reader.read(ids.integer(0));
      if (hit) hits.push_back(*std::move(hit));
    }
    return hits;
  }
};

store::RecordedDocument harbour() {
  auto made = database::article(
      "news/1",
      "Yesterday in Gdańsk: “The harbour will open — soon,” said Ana Ruiz. Max Roe doubted it.",
      {"Ana Ruiz", "Max Roe"}, {{"Ana Ruiz", "“The harbour will open — soon,”"}, {"", "it"}});
  made.facts.publisher = "The Post";
  made.facts.url = "https://post.example/1";
  Quotation& said = made.record.quotations[0];
  said.about = {{1, 0.0F}};
  said.flags = {"hedged"};
  made.record.quotations[1].parent = 0;
  return made;
}

TEST_F(HitTest, a_hit_has_all_that_was_recorded_of_its_quotation) {
  add(harbour());
  const std::vector<Hit> hits = all();
  ASSERT_EQ(hits.size(), 2U);
  const Hit& hit = hits[0];
  EXPECT_EQ(hit.text, "“The harbour will open — soon,”");
  EXPECT_EQ(hit.before, "Yesterday in Gdańsk: ");
  EXPECT_EQ(hit.after, " said Ana Ruiz. Max Roe doubted it.");
  EXPECT_EQ(hit.number, "q1");
  ASSERT_TRUE(hit.speaker);
  EXPECT_EQ(hit.speaker->name, "Ana Ruiz");
  EXPECT_NEAR(hit.speaker->confidence.value_or(0), 0.9F, 1e-4);
  ASSERT_EQ(hit.about.size(), 1U);
  EXPECT_EQ(hit.about[0].name, "Max Roe");
  EXPECT_EQ(hit.flags, std::vector<std::string>{"hedged"});
  EXPECT_EQ(hit.why, std::vector<std::string>{"anchor:0.97"});
  EXPECT_EQ(hit.publisher, "The Post");
  EXPECT_FALSE(hits[1].speaker);
  EXPECT_EQ(hits[1].parent, hit.id);
}

TEST_F(HitTest, an_id_that_is_none_gives_nothing_and_no_error) {
  add(harbour());
  EXPECT_FALSE(HitReader(connection()).read(7));
  EXPECT_FALSE(connection().error());
}

TEST_F(HitTest, what_surrounds_a_content_is_cut_at_words) {
  const std::string much(400, 'x');
  add(database::article("a", much + " before that “We won,” said Ana Ruiz. " + much, {"Ana Ruiz"},
                        {{"Ana Ruiz", "“We won,”"}}));
  const std::vector<Hit> hits = all();
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].before, "before that ");
  EXPECT_EQ(hits[0].after, " said Ana Ruiz.");
}

TEST_F(HitTest, json_counts_highlights_in_the_unit_asked_for) {
  add(harbour());
  Hit hit = all()[0];
  const auto at = static_cast<std::uint32_t>(hit.text.find("soon"));
  hit.highlights = {{at, at + 4}};
  EXPECT_NE(to_json(hit).find(R"("highlights":[{"start":25,"end":29}])"), std::string::npos)
      << to_json(hit);
  EXPECT_NE(to_json(hit, OffsetUnit::byte).find(R"("highlights":[{"start":29,"end":33}])"),
            std::string::npos);
  EXPECT_NE(to_json(hit).find(R"("speaker":{"identity":1,"name":"Ana Ruiz","type":"person",)"
                              R"("confidence":0.9})"),
            std::string::npos);
  EXPECT_NE(to_json(hit).find(R"("family":null,"mentions":1,"parent":null)"), std::string::npos);
}

TEST(DeepLink, a_short_text_is_given_whole_and_a_long_one_by_its_ends) {
  Hit hit;
  hit.url = "https://post.example/1";
  hit.content = {{0, 10}};
  hit.text = "“well-off, we won”";
  EXPECT_EQ(deep_link(hit),
            "https://post.example/1#:~:text="
            "%E2%80%9Cwell%2Doff%2C%20we%20won%E2%80%9D");
  hit.text =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
      "fifteen sixteen";
  EXPECT_EQ(deep_link(hit),
            "https://post.example/1#:~:text=one%20two%20three%20four%20five,"
            "twelve%20thirteen%20fourteen%20fifteen%20sixteen");
}

TEST(DeepLink, the_ends_are_those_of_the_first_and_the_last_span) {
  Hit hit;
  hit.url = "https://post.example/1#top";
  hit.content = {{0, 5}, {9, 14}};
  hit.text = "we won … at last";
  EXPECT_EQ(deep_link(hit), "https://post.example/1#top:~:text=we%20won,at%20last");
}

TEST(DeepLink, there_is_none_without_an_address_on_the_web) {
  Hit hit;
  hit.text = "we won";
  hit.content = {{0, 6}};
  EXPECT_FALSE(deep_link(hit));
  hit.url = "javascript:alert(1)";
  EXPECT_FALSE(deep_link(hit));
}

}  // namespace
}  // namespace quoth::search
