#include "search/checker.h"

#include <algorithm>
#include <string>
#include <utility>

#include "search/check_json.h"
#include "search/made_up_sayings.h"

namespace quoth::search {
namespace {

using Act = Quotation::Act;
using Kind = Quotation::Kind;
using variants::DifferenceClass;

constexpr const char* bridge = "The old bridge will be closed to lorries before the winter.";

class CheckerTest : public SayingsTest {
 protected:
  Finding check(const std::string& text, const std::string& by = {},
                const std::string& before = {}) {
    Checker checker(connection());
    auto finding = checker.check({text, by, before});
    EXPECT_TRUE(finding) << finding.error().message;
    return finding ? *std::move(finding) : Finding{};
  }

  ErrorCode error_of(const Claim& claim) {
    Checker checker(connection());
    const auto finding = checker.check(claim);
    EXPECT_FALSE(finding);
    return finding ? ErrorCode::record_corrupt : finding.error().code;
  }

  std::string verdict(const std::string& text, const std::string& by = {}) {
    return name(check(text, by).verdict);
  }

  static bool has(const Finding& finding, DifferenceClass difference) {
    if (finding.evidence.empty() || !finding.evidence[0].comparison) return false;
    const auto& classes = finding.evidence[0].comparison->classes;
    return std::find(classes.begin(), classes.end(), difference) != classes.end();
  }
};

TEST_F(CheckerTest, the_same_words_are_exact_whatever_the_marks_case_and_spelling) {
  add_saying({std::string("“") + bridge + "”"});
  for (const char* claim : {bridge, "“the old bridge will be closed to lorries before the winter”",
                            "The old bridge will be closed to lorries, before the winter!",
                            "THE OLD BRIDGE WILL BE CLOSED TO LORRIES BEFORE THE WINTER"})
    EXPECT_EQ(verdict(claim), "exact") << claim;
  const Finding finding = check(bridge, "Ana Ruiz");
  EXPECT_EQ(finding.verdict, Verdict::exact);
  ASSERT_TRUE(finding.by);
  EXPECT_EQ(finding.by->name, "Ana Ruiz");
  EXPECT_EQ(finding.evidence.at(0).hit.url, "https://post.example/1");
  EXPECT_EQ(finding.explanation, "Ana Ruiz said this, in these words (The Post, 2021-03-04).");
}

TEST_F(CheckerTest, contractions_and_numbers_are_the_same_words) {
  add_saying({"“We don't owe them one thousand dollars for the colour of our houses.”"});
  EXPECT_EQ(verdict("We do not owe them 1,000 dollars for the color of our houses"), "exact");
}

TEST_F(CheckerTest, reported_speech_is_told_to_be_the_articles_words) {
  add_saying({.words = "that the old bridge will be closed to lorries", .kind = Kind::indirect});
  const Finding finding = check("The old bridge will be closed to lorries");
  EXPECT_EQ(finding.verdict, Verdict::exact);
  EXPECT_NE(finding.explanation.find("without quotation marks"), std::string::npos);
}

TEST_F(CheckerTest, a_claim_that_is_part_of_what_is_said_is_partial) {
  add_saying(
      {"“The old bridge will be closed to lorries before the winter, and cars may follow.”"});
  EXPECT_EQ(verdict("The old bridge will be closed to lorries before the winter"), "partial");
  EXPECT_EQ(verdict("The old bridge will be closed … and cars may follow"), "partial");
}

TEST_F(CheckerTest, a_claim_that_is_more_than_what_is_said_is_partial) {
  add_saying({std::string("“") + bridge + "”"});
  EXPECT_EQ(verdict(std::string(bridge) + " Nobody has asked me about the price of fish."),
            "partial");
}

TEST_F(CheckerTest, a_pasted_paragraph_that_holds_a_quotation_whole_is_partial) {
  add_saying({std::string("“") + bridge + "”"});
  std::string paragraph = "Much was said on that evening about the town and its money. ";
  for (int k = 0; k < 12; ++k)
    paragraph += "Speaker number " + std::to_string(k) + " told of ships, coal and the weather. ";
  EXPECT_EQ(verdict(paragraph + bridge + " Then all went home by tram."), "partial");
}

TEST_F(CheckerTest, two_sentences_of_two_articles_are_two_parts) {
  add_saying({std::string("“") + bridge + "”"});
  add_saying({"“Nobody has asked me about the price of fish in the harbour.”"}, "2021-03-05");
  const Finding finding =
      check(std::string(bridge) + " Nobody has asked me about the price of fish in the harbour.");
  EXPECT_EQ(finding.verdict, Verdict::partial);
  EXPECT_EQ(finding.evidence.size(), 2U);
}

TEST_F(CheckerTest, other_words_are_altered_with_their_class) {
  add_saying({"“The old bridge will be closed to 20 lorries of Acme Foods before the winter.”"});
  struct Try {
    const char* claim;
    DifferenceClass difference;
    bool is_grave;
  };
  for (const Try& one : {
           Try{"The old bridge will not be closed to 20 lorries of Acme Foods before the winter",
               DifferenceClass::negation, true},
           Try{"The old bridge will be closed to 30 lorries of Acme Foods before the winter",
               DifferenceClass::number_or_amount, true},
           Try{"The old bridge may be closed to 20 lorries of Acme Foods before the winter",
               DifferenceClass::modality, true},
           Try{"The old bridge will possibly be closed to 20 lorries of Acme Foods before the "
               "winter",
               DifferenceClass::hedge_dropped, true},
           Try{"The old bridge will be closed to 20 lorries of Borg Steel before the winter",
               DifferenceClass::entity_swapped, true},
           Try{"The old bridge will be shut to 20 lorries of Acme Foods before the winter",
               DifferenceClass::wording, false},
           Try{"The old [stone] bridge will be closed to 20 lorries of Acme Foods before the "
               "winter",
               DifferenceClass::bracket_insertion, false},
           Try{"Before the winter the old bridge will be closed to 20 lorries of Acme Foods",
               DifferenceClass::reordering, false},
       }) {
    const Finding finding = check(one.claim, "Ana Ruiz");
    EXPECT_EQ(finding.verdict, Verdict::altered) << one.claim;
    EXPECT_TRUE(has(finding, one.difference)) << one.claim;
    ASSERT_FALSE(finding.evidence.empty()) << one.claim;
    EXPECT_EQ(finding.evidence[0].comparison->severity == variants::Severity::grave, one.is_grave)
        << one.claim;
  }
}

TEST_F(CheckerTest, a_denial_that_the_claim_leaves_out_is_no_part_but_altered) {
  add_saying({"“It is simply not in any way true that the old bridge will be closed to lorries.”"});
  const Finding finding = check("the old bridge will be closed to lorries");
  EXPECT_EQ(finding.verdict, Verdict::altered);
  EXPECT_STREQ(finding.evidence.at(0).judgement.rule, "cut_denial");
}

TEST_F(CheckerTest, words_of_somebody_else_are_other_speaker) {
  add_saying({std::string("“") + bridge + "”"});
  add_saying({.words = "“Fish are dear.”", .speaker = "Bo Lee"});
  const Finding finding = check(bridge, "Bo Lee");
  EXPECT_EQ(finding.verdict, Verdict::other_speaker);
  EXPECT_NE(finding.explanation.find("by Ana Ruiz, not by Bo Lee"), std::string::npos)
      << finding.explanation;
  EXPECT_TRUE(has(finding, DifferenceClass::speaker_changed));
  EXPECT_EQ(verdict(bridge, "Nobody Whom Anyone Knows"), "other_speaker");
  EXPECT_EQ(verdict(bridge, "Ruiz"), "exact") << "a surname may be short for the name";
}

TEST_F(CheckerTest, where_nobody_is_named_it_says_so) {
  add_saying({.words = std::string("“") + bridge + "”", .speaker = ""});
  const Finding finding = check(bridge, "Ana Ruiz");
  EXPECT_EQ(finding.verdict, Verdict::other_speaker);
  EXPECT_NE(finding.explanation.find("nobody is named"), std::string::npos) << finding.explanation;
}

TEST_F(CheckerTest, what_is_denied_or_doubted_is_never_exact) {
  add_saying({.words = "that the old bridge will be closed to lorries",
              .kind = Kind::indirect,
              .flags = {"denied"},
              .cue = "denied"});
  EXPECT_EQ(verdict("The old bridge will be closed to lorries"), "denied");
  EXPECT_EQ(verdict("The old bridge will be closed to lorries", "Ana Ruiz"), "denied");
  add_saying({.words = "that the harbour will be dredged by soldiers again",
              .kind = Kind::indirect,
              .cue = "doubted"});
  EXPECT_EQ(verdict("The harbour will be dredged by soldiers again"), "denied");
  add_saying({.words = "that herring will be sold without licences",
              .kind = Kind::indirect,
              .flags = {"hedged"}});
  EXPECT_EQ(verdict("Herring will be sold without licences"), "denied");
}

TEST_F(CheckerTest, what_is_not_said_asked_or_wanted_is_never_exact) {
  add_saying({.words = "that the old bridge will be closed to lorries",
              .kind = Kind::indirect,
              .negated = true});
  EXPECT_EQ(verdict("The old bridge will be closed to lorries"), "not_said");
  add_saying({.words = "whether the harbour will be dredged by soldiers again",
              .act = Act::ask,
              .kind = Kind::indirect});
  EXPECT_EQ(verdict("whether the harbour will be dredged by soldiers again"), "asked");
  EXPECT_EQ(verdict("the harbour will be dredged by soldiers again"), "asked");
  add_saying(
      {.words = "herring to be sold without licences", .act = Act::want, .kind = Kind::indirect});
  EXPECT_EQ(verdict("herring to be sold without licences"), "wanted");
}

TEST_F(CheckerTest, second_hand_words_are_reported_by_another) {
  add("Bo Lee said that Ana Ruiz had told him that the old bridge will be closed to lorries.",
      {{.words = "that Ana Ruiz had told him that the old bridge will be closed to lorries",
        .speaker = "Bo Lee",
        .kind = Kind::indirect},
       {.words = "that the old bridge will be closed to lorries",
        .kind = Kind::indirect,
        .flags = {"second_hand"},
        .parent = 0}});
  EXPECT_EQ(verdict("The old bridge will be closed to lorries"), "reported_by_another");
  EXPECT_EQ(verdict("The old bridge will be closed to lorries", "Ana Ruiz"), "reported_by_another");
  // It is not what Lee says, though his words hold it.
  EXPECT_NE(verdict("The old bridge will be closed to lorries", "Bo Lee"), "partial");
  EXPECT_NE(verdict("The old bridge will be closed to lorries", "Bo Lee"), "exact");
}

TEST_F(CheckerTest, another_voice_around_makes_words_second_hand_without_a_flag) {
  add("Bo Lee said that Ana Ruiz had told him that the old bridge will be closed to lorries.",
      {{.words = "that Ana Ruiz had told him that the old bridge will be closed to lorries",
        .speaker = "Bo Lee",
        .kind = Kind::indirect},
       {.words = "that the old bridge will be closed to lorries",
        .kind = Kind::indirect,
        .parent = 0}});
  EXPECT_EQ(verdict("The old bridge will be closed to lorries"), "reported_by_another");
}

TEST_F(CheckerTest, a_denial_around_counts) {
  add("Bo Lee denied that Ana Ruiz had told him that the old bridge will be closed to lorries.",
      {{.words = "that Ana Ruiz had told him that the old bridge will be closed to lorries",
        .speaker = "Bo Lee",
        .kind = Kind::indirect,
        .flags = {"denied"}},
       {.words = "that the old bridge will be closed to lorries",
        .kind = Kind::indirect,
        .flags = {"second_hand"},
        .parent = 0}});
  EXPECT_EQ(verdict("The old bridge will be closed to lorries"), "denied");
}

TEST_F(CheckerTest, what_is_said_once_and_denied_once_is_said_and_both_are_shown) {
  add_saying({.words = "that the old bridge will be closed to lorries",
              .kind = Kind::indirect,
              .flags = {"denied"}});
  add_saying({"“The old bridge will be closed to lorries.”"}, "2021-03-05");
  const Finding finding = check("The old bridge will be closed to lorries");
  EXPECT_EQ(finding.verdict, Verdict::exact);
  ASSERT_EQ(finding.evidence.size(), 2U);
  EXPECT_EQ(finding.evidence[1].judgement.verdict, Verdict::denied);
  EXPECT_NE(finding.explanation.find("denied"), std::string::npos);
}

TEST_F(CheckerTest, many_common_words_are_a_paraphrase_and_no_more) {
  add_saying({"“Before lorries came, closed it was, this bridge in winter, and old I was.”"});
  const Finding finding = check(bridge);
  EXPECT_EQ(finding.verdict, Verdict::paraphrase);
  EXPECT_FALSE(finding.evidence.at(0).comparison);
}

TEST_F(CheckerTest, what_is_not_there_is_not_found_and_never_false) {
  add_saying({std::string("“") + bridge + "”"});
  const Finding finding = check("Herring will be sold without licences from Monday on");
  EXPECT_EQ(finding.verdict, Verdict::not_found);
  EXPECT_TRUE(finding.evidence.empty());
  EXPECT_EQ(finding.searched.quotations, 1U);
  EXPECT_NE(finding.explanation.find("Not in this record"), std::string::npos);
  EXPECT_EQ(finding.explanation.find("false"), std::string::npos);
}

TEST_F(CheckerTest, only_articles_before_the_day_count_and_undated_ones_are_told) {
  add_saying({std::string("“") + bridge + "”"}, "2021-03-04");
  add_saying({"“The old bridge will be closed to lorries.”"}, "");
  EXPECT_EQ(check(bridge, {}, "2021-03-05").verdict, Verdict::exact);
  const Finding finding = check(bridge, {}, "2021-03-04");
  EXPECT_EQ(finding.verdict, Verdict::not_found);
  EXPECT_EQ(finding.searched.undated, 1U);
  EXPECT_NE(finding.explanation.find("unknown day"), std::string::npos);
  EXPECT_EQ(error_of({bridge, {}, "tomorrow"}), ErrorCode::invalid_option);
}

TEST_F(CheckerTest, claims_that_cannot_be_checked_are_errors) {
  EXPECT_EQ(error_of({"“…”", {}, {}}), ErrorCode::claim_empty);
  EXPECT_EQ(error_of({"", {}, {}}), ErrorCode::claim_empty);
  EXPECT_EQ(error_of({"\xFF we won", {}, {}}), ErrorCode::invalid_utf8);
  std::string words;
  for (int k = 0; k < 10000; ++k) words += "word ";
  EXPECT_EQ(error_of({words, {}, {}}), ErrorCode::claim_too_long);
}

TEST_F(CheckerTest, a_claim_of_light_words_alone_is_found) {
  add_saying({"“We will do it.”"});
  add_saying({"“No comment.”"});
  EXPECT_EQ(verdict("We will do it"), "exact");
  EXPECT_EQ(verdict("no comment"), "exact");
  EXPECT_EQ(verdict("They had it"), "not_found");
}

TEST_F(CheckerTest, words_that_mean_something_to_the_index_do_no_harm) {
  add_saying({std::string("“") + bridge + "”"});
  EXPECT_EQ(verdict("NEAR(\"old\" AND bridge*) OR NOT lorries:winter ^closed"), "paraphrase");
}

TEST_F(CheckerTest, the_answer_is_written_as_json) {
  add_saying({std::string("“") + bridge + "”"});
  const std::string json = to_json(check("Herring again", "Bo Lee"));
  EXPECT_TRUE(json.starts_with(
      R"({"claim":{"text":"Herring again","by":null,"by_text":"Bo Lee","before":null},)"
      R"("verdict":"not_found","explanation":")"))
      << json;
  EXPECT_TRUE(json.ends_with(
      R"("evidence":[],"searched":{"quotations":1,"is_whole":true,"undated_left_out":0}})"))
      << json;
}

}  // namespace
}  // namespace quoth::search
