#include "search/people.h"

#include <gtest/gtest.h>

#include "database/hand_decisions.h"
#include "database/made_up_articles.h"

namespace quoth::search {
namespace {

class PeopleTest : public database::RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    add("a", "“One,” said John Legend. “Two,” he said. Jane Legend and Søren Åberg listened.",
        {"John Legend", "Jane Legend", "Søren Åberg"},
        {{"John Legend", "One"}, {"John Legend", "Two"}});
    add("b", "“Three,” said Max W. Roe. Kanye West smiled.", {"Max W. Roe", "Kanye West"},
        {{"Max W. Roe", "Three"}});
  }

  void add(const std::string& key, const std::string& text, const std::vector<std::string>& persons,
           const std::vector<database::Said>& said) {
    RecordTest::add(database::article(key, text, persons, said));
  }

  std::string names(const std::vector<Suggestion>& found) {
    std::string list;
    for (const Suggestion& person : found)
      list += (list.empty() ? "" : ", ") + person.name + " " + std::to_string(person.quotations);
    return list;
  }

  std::string named(const std::string& name) {
    const auto found = People(connection()).all_named(name);
    return found ? names(*found) : quoth::name(found.error().code);
  }
};

TEST_F(PeopleTest, are_found_by_name_by_surname_and_by_number) {
  EXPECT_EQ(named("John Legend"), "John Legend 2");
  EXPECT_EQ(named("JOHN LEGEND"), "John Legend 2");
  EXPECT_EQ(named("soren aberg"), "Søren Åberg 0");
  EXPECT_EQ(named("Max Roe"), "Max W. Roe 1");
  EXPECT_EQ(named("Max V. Roe"), "person_unknown");
  EXPECT_EQ(named("Legend"), "John Legend 2, Jane Legend 0");
  EXPECT_EQ(named("1"), "John Legend 2");
  EXPECT_EQ(named("99"), "person_unknown");
  EXPECT_EQ(named(""), "person_unknown");
  EXPECT_EQ(named("\xFF"), "person_unknown");
}

TEST_F(PeopleTest, one_alone_is_wanted_or_all_are_listed) {
  People people(connection());
  EXPECT_EQ(*people.find("West"), 5);
  const auto several = people.find("legend");
  ASSERT_FALSE(several);
  EXPECT_EQ(several.error().code, ErrorCode::person_ambiguous);
  EXPECT_NE(several.error().message.find("1 John Legend (2 quotations), 2 Jane Legend"),
            std::string::npos)
      << several.error().message;
}

TEST_F(PeopleTest, are_suggested_by_the_beginnings_of_their_names) {
  People people(connection());
  EXPECT_EQ(names(people.suggest("j", 10)), "John Legend 2, Jane Legend 0");
  EXPECT_EQ(names(people.suggest("jo", 10)), "John Legend 2");
  EXPECT_EQ(names(people.suggest("Leg", 10)), "John Legend 2, Jane Legend 0");
  EXPECT_EQ(names(people.suggest("Leg", 1)), "John Legend 2");
  EXPECT_EQ(names(people.suggest("SÖREN ab", 10)), "Søren Åberg 0");
  EXPECT_EQ(names(people.suggest("max w. ro", 10)), "Max W. Roe 1");
  EXPECT_EQ(names(people.suggest("", 10)), "");
}

TEST_F(PeopleTest, a_number_that_was_merged_is_that_of_whom_it_was_merged_into) {
  ASSERT_FALSE(database::merge_identities(connection(), 2, 1));
  const auto found = People(connection()).find("2");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, 1);
}

}  // namespace
}  // namespace quoth::search
