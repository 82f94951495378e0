#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "entities/resolver.h"
#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;

/// Whom the text means by the words; empty: nobody, or several.
std::string meant_by(const MadeUpText& text, std::string_view words) {
  static const std::vector<float> zeros(9 * 16, 0.0F);
  const auto& model = MadeUpText::model();
  const Resolver resolver(
      {zeros, model->text("lexicon.pronouns"), model->text("lexicon.first_names")});
  const Resolution resolution = resolver.resolve(text.text(), text.segmented(), text.tagged(), {});
  const Span span = text.context().span(text.words(words));
  std::string name;
  for (const Entity& entity : resolution.entities) {
    for (const Span mention : entity.mentions) {
      if (mention == span) name = name.empty() ? entity.name : "";
    }
  }
  return name;
}

TEST(Epithets, mean_the_person_introduced_by_the_noun) {
  MadeUpText text("Singer Bo Li met Ana Ruiz. It rained. Then the singer left.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  EXPECT_EQ(meant_by(text, "the singer"), "Bo Li");
}

TEST(Epithets, mean_nobody_who_is_named_later_in_the_sentence) {
  MadeUpText text("Bo Li met Ana Ruiz. Then the 42-year-old singer was asked about Ruiz again.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.name("Ruiz", NameType::person, 2);
  EXPECT_EQ(meant_by(text, "the 42-year-old singer"), "Bo Li");
}

TEST(Epithets, mean_nobody_whom_and_joins_to_them) {
  MadeUpText text("Ana Ruiz met Bo Li. Then the Donda hitmaker and Li quarrelled.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.name("Li", NameType::person, 2);
  EXPECT_EQ(meant_by(text, "the Donda hitmaker"), "Ana Ruiz");
}

TEST(Epithets, in_a_content_do_not_mean_its_speaker) {
  MadeUpText text("Bo Li met Ana Ruiz. Li said that the singer slept.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.name("Li", NameType::person, 2).attribute("Li said", "", {"that the singer slept"});
  MadeUpText told("Bo Li met Ana Ruiz. Li accused the singer of lying.");
  told.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  told.name("Li", NameType::person, 2);
  told.mention(tag::TaggedMention::Origin::source, told.words("Li", 2));
  EXPECT_NE(meant_by(told, "the singer"), "Bo Li");
  EXPECT_NE(meant_by(text, "the singer"), "Bo Li");
}

TEST(Epithets, mean_nobody_where_two_are_as_likely) {
  MadeUpText text("Both Bo Li and Ana Ruiz sang. It rained. It snowed. Then the singer left.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.name("Ana Ruiz", NameType::person);
  MadeUpText sure("Bo Li sang. It rained. Then the singer left.");
  sure.name("Bo Li", NameType::person);
  EXPECT_EQ(meant_by(sure, "the singer"), "");
}

TEST(Epithets, that_go_on_with_of_are_told_by_what_follows) {
  MadeUpText text("Bo Li slept. Bo Li rose. The singer of the band left.");
  text.name("Bo Li", NameType::person).name("Bo Li", NameType::person, 2);
  EXPECT_EQ(meant_by(text, "The singer"), "");
}

}  // namespace
}  // namespace quoth::entities
