#include "entities/resolver.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;

const std::vector<float>& no_weights() {
  static const std::vector<float> zeros(9 * 16, 0.0F);
  return zeros;
}

Resolution resolved(const MadeUpText& text, std::string_view title = {}) {
  const auto& model = MadeUpText::model();
  const Resolver resolver(
      {no_weights(), model->text("lexicon.pronouns"), model->text("lexicon.first_names")});
  return resolver.resolve(text.text(), text.segmented(), text.tagged(), title);
}

TEST(Resolver, asks_no_rule_that_is_left_out) {
  MadeUpText text("John Legend sang. Legend slept.");
  text.name("John Legend", NameType::person).name("Legend", NameType::person, 2);
  const auto& model = MadeUpText::model();
  const Resolver resolver({no_weights(), model->text("lexicon.pronouns"),
                           model->text("lexicon.first_names"), base::RuleChoice({"surname"})});
  const Resolution resolution = resolver.resolve(text.text(), text.segmented(), text.tagged(), "");
  EXPECT_EQ(resolution.entities.size(), 2U);
}

struct Named {
  std::string name, why;
  EntityType type = EntityType::unnamed;
};

Named speaker_of(const MadeUpText& text, std::string_view source, std::string_view title = {}) {
  const Resolution resolution = resolved(text, title);
  const auto found = resolution.sources.find(text.words(source));
  if (found == resolution.sources.end() || !found->second.entity) return {};
  const Entity& entity = resolution.entities[found->second.entity->entity];
  return {entity.name, found->second.why, entity.type};
}

TEST(Names, a_surname_means_the_fuller_name_before_it) {
  MadeUpText text("John Legend sang. Kanye West slept. Legend said that he won.");
  text.name("John Legend", NameType::person)
      .name("Kanye West", NameType::person)
      .name("Legend", NameType::person, 2);
  text.attribute("Legend said", "", {"that he won"});
  const Resolution resolution = resolved(text);
  ASSERT_EQ(resolution.entities.size(),
            3U);  // "Legend said" as a source is a noun of its own here.
  EXPECT_EQ(resolution.entities[0].name, "John Legend");
  EXPECT_EQ(resolution.entities[0].mentions.size(), 2U);
}

TEST(Names, of_two_people_with_one_surname_the_last_named_is_meant) {
  MadeUpText text("Ana Ruiz left. Ruiz slept. Bea Ruiz came. Ruiz said that it rains.");
  text.name("Ana Ruiz", NameType::person).name("Ruiz", NameType::person, 2);
  text.name("Bea Ruiz", NameType::person).name("Ruiz", NameType::person, 4);
  const Resolution resolution = resolved(text);
  ASSERT_EQ(resolution.entities.size(), 2U);
  EXPECT_EQ(resolution.entities[0].mentions.size(), 2U);
  EXPECT_EQ(resolution.entities[1].mentions.size(), 2U);
}

TEST(Names, titles_and_possessives_are_no_part_of_a_name) {
  MadeUpText text("President Bush's plan failed, Sen. Ana Ruiz said.");
  text.name("President Bush's", NameType::person).name("Sen. Ana Ruiz", NameType::person);
  text.attribute("Sen. Ana Ruiz", "said", {"President Bush's plan failed"});
  const Resolution resolution = resolved(text);
  EXPECT_EQ(resolution.entities[0].name, "Bush");
  EXPECT_EQ(resolution.entities[1].name, "Ana Ruiz");
}

TEST(Names, a_role_alone_is_no_name) {
  MadeUpText text("Fisheries Minister, Ian Macdonald said that it is over.");
  text.name("Fisheries Minister", NameType::person).name("Ian Macdonald", NameType::person);
  text.attribute("Fisheries Minister, Ian Macdonald", "said", {"that it is over"});
  EXPECT_EQ(speaker_of(text, "Fisheries Minister, Ian Macdonald").name, "Ian Macdonald");
}

TEST(Names, a_function_word_alone_is_no_name) {
  MadeUpText text("Ana Ruiz sang. The All of Me hitmaker said that it is over, and WHO agreed.");
  text.name("Ana Ruiz", NameType::person)
      .name("All", NameType::organization)
      .name("WHO", NameType::organization);
  const Resolution resolution = resolved(text);
  ASSERT_EQ(resolution.entities.size(), 2U);
  EXPECT_EQ(resolution.entities[1].name, "WHO");
}

TEST(Names, a_description_is_cut_off) {
  MadeUpText text("Senator Harry Reid of Nevada said that he agrees.");
  text.name("Harry Reid of Nevada", NameType::person);
  text.attribute("Senator Harry Reid of Nevada", "said", {"that he agrees"});
  EXPECT_EQ(speaker_of(text, "Senator Harry Reid of Nevada").name, "Harry Reid");
}

TEST(Names, an_acronym_in_brackets_means_what_stands_before_it) {
  MadeUpText text(
      "The Tidewater Rail Authority (TRA) closed. \"We have no choice,\" the TRA said.");
  text.name("Tidewater Rail Authority", NameType::organization).name("TRA", NameType::organization);
  text.name("TRA", NameType::organization, 2);
  text.attribute("the TRA", "said", {"\"We have no choice,\""});
  const Named named = speaker_of(text, "the TRA");
  EXPECT_EQ(named.name, "Tidewater Rail Authority");
}

TEST(Names, an_acronym_may_leave_out_the_country) {
  MadeUpText text("The Australian Department of Foreign Affairs knew. DFA said that it knew.");
  text.name("Australian Department of Foreign Affairs", NameType::organization)
      .name("DFA", NameType::organization);
  text.attribute("DFA", "said", {"that it knew"});
  EXPECT_EQ(speaker_of(text, "DFA").name, "Australian Department of Foreign Affairs");
}

TEST(Names, a_nickname_belongs_to_its_name) {
  MadeUpText text("\"They took my tent,\" said Tamas “Lefty” Borel, a fisherman.");
  text.name("Lefty” Borel", NameType::person);
  text.attribute("Tamas “Lefty” Borel, a fisherman", "said", {"\"They took my tent,\""});
  EXPECT_EQ(speaker_of(text, "Tamas “Lefty” Borel, a fisherman").name, "Tamas “Lefty” Borel");
}

TEST(Names, a_title_line_completes_a_surname) {
  MadeUpText text("Jackson died, Jackson said.");
  text.name("Jackson", NameType::person).name("Jackson", NameType::person, 2);
  text.attribute("Jackson said", "", {"Jackson died"});
  EXPECT_EQ(resolved(text, "Michael Jackson's doctor speaks").entities[0].name, "Michael Jackson");
}

TEST(Sources, a_person_at_the_end_of_the_noun_phrase_heads_it) {
  MadeUpText text("Apple chief Tim Cook, who lives here, said that it is new.");
  text.name("Apple", NameType::organization).name("Tim Cook", NameType::person);
  text.attribute("Apple chief Tim Cook, who lives here", "said", {"that it is new"});
  const Named named = speaker_of(text, "Apple chief Tim Cook, who lives here");
  EXPECT_EQ(named.name, "Tim Cook");
  EXPECT_EQ(named.why, "source:name_at_the_end");
}

TEST(Sources, an_apposition_names_the_head) {
  MadeUpText text("The Minister for Foreign Affairs, Alexander Downer, said that it is new.");
  text.name("Alexander Downer", NameType::person);
  text.attribute("The Minister for Foreign Affairs, Alexander Downer", "said", {"that it is new"});
  EXPECT_EQ(speaker_of(text, "The Minister for Foreign Affairs, Alexander Downer").name,
            "Alexander Downer");
}

TEST(Sources, joint_sources_have_members) {
  MadeUpText text("Rangers Ulla Stroem and Davo Petric said that they found it.");
  text.name("Ulla Stroem", NameType::person).name("Davo Petric", NameType::person);
  text.attribute("Rangers Ulla Stroem and Davo Petric", "said", {"that they found it"});
  const Resolution resolution = resolved(text);
  const auto& source = resolution.sources.at(text.words("Rangers Ulla Stroem and Davo Petric"));
  const Entity& joint = resolution.entities[source.entity->entity];
  EXPECT_EQ(joint.name, "Ulla Stroem | Davo Petric");
  EXPECT_EQ(joint.members.size(), 2U);
}

TEST(Sources, a_spokesman_is_somebody_unnamed) {
  MadeUpText text("A spokesman for the ministry said that it is new.");
  text.attribute("A spokesman for the ministry", "said", {"that it is new"});
  const Resolution resolution = resolved(text);
  ASSERT_EQ(resolution.entities.size(), 1U);
  EXPECT_EQ(resolution.entities[0].name, "spokesman for the ministry");
  EXPECT_EQ(resolution.entities[0].type, EntityType::unnamed);
}

TEST(Sources, the_same_noun_later_means_the_same) {
  MadeUpText text(
      "A spokesman for the ministry said that it is new. The spokesman added that it rains.");
  text.attribute("A spokesman for the ministry", "said", {"that it is new"});
  text.attribute("The spokesman", "added", {"that it rains"});
  const Named named = speaker_of(text, "The spokesman");
  EXPECT_EQ(named.name, "spokesman for the ministry");
  EXPECT_EQ(named.why, "coref:same_head");
}

TEST(Sources, a_role_later_means_the_person_introduced_with_it) {
  MadeUpText text("White House spokesman Tony Snow left. The spokesman said that it rains.");
  text.name("Tony Snow", NameType::person);
  text.attribute("The spokesman", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "The spokesman").name, "Tony Snow");
  EXPECT_EQ(speaker_of(text, "The spokesman").why, "coref:role");
}

TEST(Sources, an_apposition_introduces_a_role_too) {
  MadeUpText text("Ana Ruiz, the mayor of Oslo, left. The mayor said that it rains.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("The mayor", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "The mayor").name, "Ana Ruiz");
}

TEST(Sources, a_role_of_another_place_is_another_s) {
  MadeUpText text("Ana Ruiz, the mayor of Oslo, left. The mayor of Bergen said that it rains.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("The mayor of Bergen", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "The mayor of Bergen").name, "mayor of Bergen");
}

TEST(Sources, a_kind_later_means_the_organisation_named_so) {
  MadeUpText text("The Labour Party met. Vestas left. The party said that it rains.");
  text.name("Labour Party", NameType::organization).name("Vestas", NameType::organization);
  text.attribute("The party", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "The party").name, "Labour Party");
  EXPECT_EQ(speaker_of(text, "The party").why, "coref:kind");
}

TEST(Sources, a_lead_means_the_person_whom_the_text_introduces_next) {
  MadeUpText text("A congressman says that he won. U.S. Rep Bo Li smiled.");
  text.name("Bo Li", NameType::person).attribute("A congressman", "says", {"that he won"});
  EXPECT_EQ(speaker_of(text, "A congressman").name, "Bo Li");
  EXPECT_EQ(speaker_of(text, "A congressman").why, "coref:lead");
}

TEST(Sources, a_lead_stays_unnamed_where_two_persons_have_its_role) {
  MadeUpText text("A senator says that he won. Senator Bo Li smiled. Senator Ana Ruiz left.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("A senator", "says", {"that he won"});
  EXPECT_EQ(speaker_of(text, "A senator").why, "source:noun");
}

TEST(Sources, a_role_of_another_party_is_another_s) {
  MadeUpText text(
      "Republican candidate Bo Li met Democratic nominee Ana Ruiz. The GOP nominee said that he "
      "won.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("The GOP nominee", "said", {"that he won"});
  EXPECT_EQ(speaker_of(text, "The GOP nominee").name, "Bo Li");
}

TEST(Sources, a_former_president_is_not_the_president) {
  MadeUpText text("President Ana Ruiz met former President Bo Li. The President said that he won.");
  text.name("Ana Ruiz", NameType::person).name("Bo Li", NameType::person);
  text.attribute("The President", "said", {"that he won"});
  EXPECT_EQ(speaker_of(text, "The President").name, "Ana Ruiz");
}

TEST(Sources, a_kind_before_or_after_its_name_introduces_an_organisation) {
  MadeUpText text(
      "The newspaper Dagbladet met Jetstar, a low-cost airline. The airline said "
      "that it won. The newspaper said that it rained.");
  text.name("Dagbladet", NameType::organization).name("Jetstar", NameType::organization);
  text.attribute("The airline", "said", {"that it won"});
  text.attribute("The newspaper said", "", {"that it rained"});
  EXPECT_EQ(speaker_of(text, "The airline").name, "Jetstar");
  MadeUpText paper("The newspaper Dagbladet came. The newspaper said that it won.");
  paper.name("Dagbladet", NameType::organization);
  paper.mention(tag::TaggedMention::Origin::source, paper.words("The newspaper", 2));
  const Resolution resolution = resolved(paper);
  EXPECT_EQ(resolution.entities.size(), 1U);
}

TEST(Sources, an_article_with_a_bracket_is_one) {
  MadeUpText text("The Labour Party lost. “[t]he party left”, he said.");
  text.name("Labour Party", NameType::organization).attribute("[t]he party", "left", {"he"});
  EXPECT_EQ(speaker_of(text, "[t]he party").name, "Labour Party");
}

TEST(Sources, an_acronym_in_brackets_is_no_part_of_a_noun_s_name) {
  MadeUpText text("The high commissioner for refugees (HCR) said that it rains.");
  text.attribute("The high commissioner for refugees (HCR)", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "The high commissioner for refugees (HCR)").name,
            "high commissioner for refugees");
}

TEST(Sources, a_place_speaks_for_its_government) {
  MadeUpText text("Iran said that it is new.");
  text.name("Iran", NameType::place);
  text.attribute("Iran", "said", {"that it is new"});
  const Resolution resolution = resolved(text);
  const auto& source = resolution.sources.at(text.words("Iran"));
  EXPECT_EQ(resolution.entities[source.entity->entity].type, EntityType::organization);
}

TEST(Sources, a_name_that_the_tagger_missed_is_found_after_a_title) {
  MadeUpText text("Prime Minister Nouri Maliki said that it is new.");
  text.attribute("Prime Minister Nouri Maliki", "said", {"that it is new"});
  EXPECT_EQ(speaker_of(text, "Prime Minister Nouri Maliki").name, "Nouri Maliki");
}

TEST(Sources, she_is_no_man_and_no_company) {
  MadeUpText text("John Legend met Mary Smith at Sony. She said that it is new.");
  text.name("John Legend", NameType::person)
      .name("Mary Smith", NameType::person)
      .name("Sony", NameType::organization);
  text.attribute("She", "said", {"that it is new"});
  EXPECT_EQ(speaker_of(text, "She").name, "Mary Smith");
}

TEST(Sources, the_only_person_near_is_meant) {
  MadeUpText text("John Legend sang in London.\n\nPaul Smith stayed away. He said that it rains.");
  text.name("John Legend", NameType::person).name("Paul Smith", NameType::person);
  text.attribute("He", "said", {"that it rains"});
  const Named named = speaker_of(text, "He");
  EXPECT_EQ(named.name, "Paul Smith");
  EXPECT_EQ(named.why, "coref:only_person_near");
}

TEST(Sources, of_several_persons_near_the_last_speaker_is_meant) {
  MadeUpText text("Paul Smith said that it rains, and John Legend left. He said that it is late.");
  text.name("Paul Smith", NameType::person).name("John Legend", NameType::person);
  text.attribute("Paul Smith", "said", {"that it rains"})
      .attribute("He", "said that", {"it is late"});
  const Named named = speaker_of(text, "He");
  EXPECT_EQ(named.name, "Paul Smith");
  EXPECT_EQ(named.why, "coref:last_speaker");
}

TEST(Names, a_surname_means_someone_else_where_someone_else_was_named_last) {
  MadeUpText text("Ana Ruiz left. Bea Ruiz came. Ruiz sat. Ana Ruiz slept. Ruiz woke.");
  text.name("Ana Ruiz", NameType::person)
      .name("Bea Ruiz", NameType::person)
      .name("Ruiz", NameType::person, 3)
      .name("Ana Ruiz", NameType::person, 2)
      .name("Ruiz", NameType::person, 5);
  const Resolution resolution = resolved(text);
  ASSERT_EQ(resolution.entities.size(), 2U);
  EXPECT_EQ(resolution.entities[0].mentions.size(), 3U);
  EXPECT_EQ(resolution.entities[1].mentions.size(), 2U);
}

TEST(Sources, who_means_what_stands_right_before_it) {
  MadeUpText text("John Lee met Ana Ruiz, who said that it rains.");
  text.name("John Lee", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("who", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "who").name, "Ana Ruiz");
  EXPECT_EQ(speaker_of(text, "who").why, "coref:relative");
}

TEST(Sources, who_is_no_organisation_but_the_person_with_the_apposition) {
  MadeUpText text("John Bentel, a member of the State Department who said that it rains.");
  text.name("John Bentel", NameType::person).name("State Department", NameType::organization);
  text.attribute("who", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "who").name, "John Bentel");
}

TEST(Sources, which_without_anything_before_it_stays_open) {
  MadeUpText text("They came, which said that it rains.");
  text.attribute("which", "said", {"that it rains"});
  EXPECT_EQ(speaker_of(text, "which").name, "");
}

TEST(Sources, they_are_the_two_persons_that_the_sentence_before_starts_with) {
  MadeUpText text("Rangers Ulla Stroem and Davo Petric found the cub. They said it was hungry.");
  text.name("Ulla Stroem", NameType::person).name("Davo Petric", NameType::person);
  text.attribute("They", "said", {"it was hungry"});
  EXPECT_EQ(speaker_of(text, "They").name, "Ulla Stroem | Davo Petric");
  EXPECT_EQ(speaker_of(text, "They").why, "coref:two_persons");
}

TEST(Sources, the_two_are_the_only_two_persons_named_before) {
  for (const std::string source : {"The two men", "Both", "The pair"}) {
    MadeUpText text("Ulla Stroem met Davo Petric. " + source + " said it was hungry.");
    text.name("Ulla Stroem", NameType::person).name("Davo Petric", NameType::person);
    text.attribute(source, "said", {"it was hungry"});
    EXPECT_EQ(speaker_of(text, source).name, "Ulla Stroem | Davo Petric") << source;
    EXPECT_EQ(speaker_of(text, source).why, "coref:the_two") << source;
  }
  MadeUpText sides("Ulla Stroem met Davo Petric. Both sides said it was hungry.");
  sides.name("Ulla Stroem", NameType::person).name("Davo Petric", NameType::person);
  sides.attribute("Both sides", "said", {"it was hungry"});
  EXPECT_EQ(speaker_of(sides, "Both sides").name, "Both sides");
}

TEST(Sources, nouns_joined_by_and_are_a_group) {
  for (const auto& [source, type] :
       {std::pair<std::string, EntityType>{"The mayor and his deputy", EntityType::group},
        std::pair<std::string, EntityType>{"A clerk at Smith and Jones", EntityType::unnamed}}) {
    MadeUpText text(source + " said that it rains.");
    text.attribute(source, "said", {"that it rains"});
    EXPECT_EQ(speaker_of(text, source).type, type) << source;
  }
}

TEST(Sources, the_two_are_who_spoke_as_one_before) {
  MadeUpText text("YouTube and Vevo said that it rains. Ann Roe left. Both sides said it snows.");
  text.name("YouTube", NameType::organization).name("Vevo", NameType::organization);
  text.name("Ann Roe", NameType::person);
  text.attribute("YouTube and Vevo", "said", {"that it rains"});
  text.attribute("Both sides", "said", {"it snows"});
  EXPECT_EQ(speaker_of(text, "Both sides").name, "YouTube | Vevo");
}

TEST(Sources, a_pronoun_without_anybody_before_it_stays_open) {
  MadeUpText text("She said that it is new.");
  text.attribute("She", "said", {"that it is new"});
  EXPECT_EQ(speaker_of(text, "She").name, "");
}

}  // namespace
}  // namespace quoth::entities
