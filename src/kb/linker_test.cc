#include "kb/linker.h"

#include <gtest/gtest.h>

#include <cmath>

#include "kb/test_base.h"

namespace quoth::kb {
namespace {

std::string linked(const NamedEntity& entity, const LinkContext& context = {}) {
  const Linker linker(test_base());
  const auto link = linker.link(entity, context);
  return link ? std::string(link->id) : "";
}

TEST(Linker, the_more_frequent_meaning_wins) {
  EXPECT_EQ(linked({.name = "Obama", .types = person, .mentions = {}}), "Q76");
}

TEST(Linker, two_meanings_that_are_near_each_other_are_not_linked) {
  EXPECT_EQ(linked({.name = "Barack Obama", .types = person, .mentions = {}}), "");
}

TEST(Linker, the_articles_words_decide_between_them) {
  LinkContext context;
  context.words = ArticleWords("The President of the United States, the 44th, spoke.");
  EXPECT_EQ(linked({.name = "Barack Obama", .types = person, .mentions = {}}, context), "Q76");
  context.words = ArticleWords("His father, a Kenyan economist, spoke.");
  EXPECT_EQ(linked({.name = "Barack Obama", .types = person, .mentions = {}}, context), "Q649593");
}

TEST(Linker, the_other_forms_decide_between_them) {
  EXPECT_EQ(linked({.name = "Barack Obama", .types = person, .mentions = {"Barack Hussein Obama"}}),
            "Q76");
}

TEST(Linker, a_name_that_mostly_meant_something_else_is_not_linked) {
  EXPECT_EQ(linked({.name = "Washington", .types = person, .mentions = {}}), "");
  EXPECT_EQ(linked({.name = "George Washington", .types = person, .mentions = {}}), "Q23");
}

TEST(Linker, a_thing_of_another_type_is_not_linked) {
  EXPECT_EQ(linked({.name = "NASA", .types = organization, .mentions = {}}),
            "");  // Counted once only.
  EXPECT_EQ(linked({.name = "National Aeronautics and Space Administration",
                    .types = organization,
                    .mentions = {"NASA"}}),
            "Q23548");
  EXPECT_EQ(linked({.name = "National Aeronautics and Space Administration",
                    .types = person,
                    .mentions = {}}),
            "");
}

/// A city, and a team that links call by the city's name more often.
std::shared_ptr<const KnowledgeBase> base_of_boston() {
  KnowledgeBaseWriter writer;
  writer.add(Item{.id = "Q100",
                  .name = "Boston",
                  .description = "",
                  .title = "Boston, Massachusetts",
                  .types = place});
  writer.add(Item{.id = "Q131371",
                  .name = "Boston Celtics",
                  .description = "",
                  .title = "Boston Celtics",
                  .aliases = {"Celtics"},
                  .types = organization});
  writer.add(AliasCount{"Boston", "Boston Celtics", 200});
  writer.add(AliasCount{"Boston", "Boston, Massachusetts", 10});
  WriteSummary summary;
  auto bytes = writer.bytes(summary);
  auto base = KnowledgeBase::from_bytes(*std::move(bytes), "boston.qkb");
  return *std::move(base);
}

TEST(Linker, a_places_name_is_not_linked_to_an_organisation_without_its_other_names) {
  const Linker linker(base_of_boston(), {.min_margin = 0});
  const auto id = [&](TypeSet types, std::vector<std::string_view> mentions) {
    const auto link =
        linker.link({.name = "Boston", .types = types, .mentions = std::move(mentions)}, {});
    return link ? std::string(link->id) : "";
  };
  EXPECT_EQ(id(organization, {"Boston"}), "");
  EXPECT_NE(id(organization | place, {"Boston"}), "Q131371");
  EXPECT_EQ(id(organization, {"Boston", "Celtics"}), "Q131371");
}

TEST(Linker, middle_names_may_be_missing_of_persons) {
  EXPECT_EQ(linked({.name = "George X. Washington", .types = person, .mentions = {}}), "Q23");
  EXPECT_EQ(linked({.name = "George X. Washington", .types = organization, .mentions = {}}), "");
}

TEST(Linker, unknown_names_and_odd_bytes_are_not_linked) {
  for (const char* name : {"Nobody", "", "\xFF\xFE", ".", "the "}) {
    EXPECT_EQ(linked({.name = name, .types = person, .mentions = {"\xFF"}}), "") << name;
  }
}

TEST(Linker, the_margin_is_the_callers) {
  const Linker bold(test_base(), {.min_margin = 0});
  const Linker shy(test_base(), {.min_margin = 20});
  EXPECT_TRUE(bold.link({.name = "Barack Obama", .types = person, .mentions = {}}, {}));
  EXPECT_FALSE(shy.link({.name = "Obama", .types = person, .mentions = {}}, {}));
}

TEST(Linker, an_answer_tells_why_and_how_sure) {
  const Linker linker(test_base());
  const auto links =
      linker.link(std::vector<NamedEntity>{{.name = "Obama", .types = person, .mentions = {}},
                                           {.name = "Nobody", .types = 0, .mentions = {}}},
                  {});
  ASSERT_EQ(links.size(), 2U);
  ASSERT_TRUE(links[0]);
  EXPECT_FALSE(links[1]);
  EXPECT_GT(links[0]->confidence, 0.9F);
  EXPECT_LE(links[0]->confidence, 1.0F);
  EXPECT_NEAR(links[0]->features[static_cast<std::size_t>(Feature::prior)], std::log(121.0 / 124.0),
              1e-9);
}

TEST(LinkFeatures, types_agree_or_not) {
  EXPECT_GT(type_score(person, person | place), 0);
  EXPECT_LT(type_score(organization, person), 0);
  EXPECT_EQ(type_score(0, person), 0);
  EXPECT_EQ(type_score(person, 0), 0);
}

TEST(LinkFeatures, the_more_of_the_description_the_article_has_the_better) {
  const ArticleWords article("The Turkish president, a politician, met them.");
  EXPECT_EQ(description_score("", article), 0);
  EXPECT_EQ(description_score("Kenyan economist", article), 0);
  EXPECT_GT(description_score("turkish politician", article),
            description_score("turkish economist", article));
  EXPECT_GT(description_score("turkish economist", article), 0);
}

TEST(LinkFeatures, other_forms_are_names_of_the_item_or_not) {
  const auto base = test_base();
  const std::uint32_t obama = *base->find_item("Q76");
  const std::vector<std::string_view> none, one{"Obama", "Smith"},
      both{"obama", "Barack Hussein Obama"};
  EXPECT_EQ(mentions_score(*base, obama, none), 0);
  EXPECT_GT(mentions_score(*base, obama, one), 0);
  EXPECT_GT(mentions_score(*base, obama, both), mentions_score(*base, obama, one));
}

TEST(LinkFeatures, nobody_speaks_before_birth_and_few_after_death) {
  ItemView item;
  item.types = person;
  item.start_year = 1950;
  item.end_year = 2000;
  EXPECT_EQ(years_score(item, std::nullopt), 0);
  EXPECT_EQ(years_score(item, 1990), 0);
  EXPECT_EQ(years_score(item, 2001), 0);
  EXPECT_LT(years_score(item, 1955), years_score(item, 2010));
  EXPECT_LT(years_score(item, 2010), 0);
}

TEST(LinkFeatures, prior_is_the_logarithm_of_a_share) { EXPECT_DOUBLE_EQ(prior_score(3, 3), 0); }

}  // namespace
}  // namespace quoth::kb
