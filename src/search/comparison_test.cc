#include "search/comparison.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "search/comparison_json.h"
#include "search/hit.h"

namespace quoth::search {
namespace {

using variants::DifferenceClass;
using variants::Severity;

Rendering given(std::string text, std::string speaker = {}) {
  return {{}, std::move(text), Quotation::Kind::direct, std::move(speaker), EntityType::person};
}

/// The edits as a line: "kept[We ] deleted[will not ]".
std::string line(const Comparison& comparison) {
  std::string out;
  for (const ComparedEdit& edit : comparison.edits) {
    if (!out.empty()) out += ' ';
    out += name(edit.kind);
    out += '[' + edit.a + (edit.kind == variants::Edit::Kind::kept ? "" : "|" + edit.b) + ']';
  }
  return out;
}

TEST(Comparison, shows_the_edits_as_both_wrote_them) {
  const auto comparison =
      compare(given("“We will not raise taxes.”"), given("We may raise taxes now."));
  ASSERT_TRUE(comparison);
  EXPECT_EQ(line(*comparison),
            "kept[“We ] replaced[will not |may ] kept[raise taxes.”] inserted[|now.]");
  EXPECT_EQ(comparison->severity, Severity::grave);
}

TEST(Comparison, loses_no_byte_of_either_text) {
  const std::string a = "“After the vote,” he said … we'll talk — at $1.5 million a year.";
  const std::string b = "We will talk after the vote! At €2m, [perhaps]";
  const auto comparison = compare(given(a), given(b));
  ASSERT_TRUE(comparison);
  std::string of_a;
  std::size_t bytes_of_b = 0;
  for (const ComparedEdit& edit : comparison->edits) {
    of_a += edit.a;
    bytes_of_b += edit.b.size();
    EXPECT_NE(b.find(edit.b), std::string::npos);
  }
  EXPECT_EQ(of_a, a);
  EXPECT_EQ(bytes_of_b, b.size());
}

TEST(Comparison, takes_what_the_article_says_between_two_spans_for_no_omission_of_the_speaker) {
  Hit hit;
  hit.kind = Quotation::Kind::direct;
  hit.text = "“We will win,” … “and we will pay.”";
  hit.content = {{0, 18}, {40, 62}};
  const Rendering rendering = rendering_of(hit);
  ASSERT_EQ(rendering.breaks, std::vector<std::size_t>{18});
  EXPECT_EQ(rendering.text.substr(18, 5), " … ");
  const auto same = compare(rendering, given("We will win, and we will pay."));
  ASSERT_TRUE(same);
  EXPECT_EQ(same->edits.size(), 1U);
  EXPECT_EQ(same->edits[0].a, hit.text);
  EXPECT_EQ(same->severity, Severity::none);
}

TEST(Comparison, takes_a_contraction_whole) {
  const auto comparison = compare(given("We don't want it"), given("We do want it"));
  ASSERT_TRUE(comparison);
  EXPECT_EQ(line(*comparison), "kept[We ] deleted[don't |] kept[want it]");
  EXPECT_EQ(comparison->classes, std::vector{DifferenceClass::negation});
}

TEST(Comparison, names_the_gravest_class_first_and_each_once) {
  const auto comparison =
      compare(given("We will close 20 schools and 4 shops in the winter, I promise you all"),
              given("We will close 30 schools and 5 shops in the winter"));
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->classes,
            (std::vector{DifferenceClass::number_or_amount, DifferenceClass::truncation}));
}

TEST(Comparison, tells_that_another_is_named_for_the_same_words) {
  const auto comparison =
      compare(given("We will win.", "Ana Ruiz"), given("We will win", "Bo Lee"));
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->classes, std::vector{DifferenceClass::speaker_changed});
}

TEST(Comparison, calls_editing_what_is_editing) {
  const auto comparison = compare(given("The bridge is safe and it opens on Friday for everybody"),
                                  given("The bridge is safe"));
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->severity, Severity::editing);
  EXPECT_NE(std::string_view(remark(comparison->severity)).find("Ordinary editing"),
            std::string_view::npos);
}

TEST(Comparison, is_nothing_where_there_are_no_words) {
  EXPECT_FALSE(compare(given("We won"), given("“…”")));
  EXPECT_FALSE(compare(given(""), given("We won")));
}

TEST(Comparison, is_written_as_json) {
  auto comparison = compare(given("We won"), given("We won"));
  ASSERT_TRUE(comparison);
  comparison->a.id = 7;
  EXPECT_EQ(to_json(*comparison),
            R"({"a":{"id":7,"text":"We won"},"b":{"id":null,"text":"We won"},"severity":"none",)"
            R"("classes":["identical"],"remark":"The words are the same.",)"
            R"("edits":[{"kind":"kept","a":"We won","b":"We won","classes":[]}]})");
}

}  // namespace
}  // namespace quoth::search
