#include "attribution/subject_candidates.h"

#include <gtest/gtest.h>

#include <string>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::NameType;
using F = SubjectFeature;

/// The candidates of one quotation of a made-up text, by name.
class Seen {
 public:
  explicit Seen(const MadeUpText& text, std::string_view title = {}, std::size_t index = 0)
      : record_(recorded(text)) {
    const auto drafts = quotes::make_quotations(text.text(), text.segmented(), text.tagged());
    candidates_ = SubjectCandidates(text.context(), record_.entities, title)
                      .of(drafts, record_.quotations.at(index), index);
  }

  const SubjectCandidate* find(std::string_view name) const {
    for (const SubjectCandidate& one : candidates_) {
      if (record_.entities[one.entity].name == name) return &one;
    }
    return nullptr;
  }

  float of(std::string_view name, F feature) const {
    const SubjectCandidate* one = find(name);
    EXPECT_NE(one, nullptr) << name;
    return one == nullptr ? -1.0F : one->features[static_cast<std::size_t>(feature)];
  }

 private:
  Record record_;
  std::vector<SubjectCandidate> candidates_;
};

TEST(SubjectCandidates, who_is_mentioned_in_a_content_is_seen_in_its_order) {
  MadeUpText text("Ana Ruiz said that Mary Hill will join Acme.");
  text.name("Ana Ruiz", NameType::person)
      .name("Mary Hill", NameType::person)
      .name("Acme", NameType::organization);
  text.attribute("Ana Ruiz", "said", {"that Mary Hill will join Acme"});
  const Seen seen(text);
  EXPECT_EQ(seen.of("Mary Hill", F::first_in_content), 1.0F);
  EXPECT_EQ(seen.of("Mary Hill", F::place_in_content), 1.0F / 40);
  EXPECT_EQ(seen.of("Acme", F::second_in_content), 1.0F);
  EXPECT_EQ(seen.of("Acme", F::organization), 1.0F);
  EXPECT_EQ(seen.of("Acme", F::alone_in_content), 0.0F);
  EXPECT_EQ(text.slice(seen.find("Mary Hill")->mention), "Mary Hill");
  EXPECT_EQ(seen.of("Ana Ruiz", F::in_content), 0.0F);
  EXPECT_EQ(seen.of("Ana Ruiz", F::speaker), 1.0F);
  EXPECT_EQ(seen.of("Ana Ruiz", F::beside_content), 1.0F);
  EXPECT_EQ(seen.of("Ana Ruiz", F::entities_in_content), 2.0F / 6);
}

TEST(SubjectCandidates, a_speaker_who_says_we_is_seen) {
  MadeUpText text("Acme said \u201cWe will pay\u201d.");
  text.name("Acme", NameType::organization);
  text.attribute("Acme", "said", {"\u201cWe will pay\u201d"});
  const Seen seen(text);
  EXPECT_EQ(seen.of("Acme", F::speaker_says_we), 1.0F);
  EXPECT_EQ(seen.of("Acme", F::speaker_says_i), 0.0F);
  EXPECT_EQ(seen.of("Acme", F::direct), 1.0F);
}

TEST(SubjectCandidates, a_country_in_capitals_is_no_pronoun) {
  MadeUpText text("Acme said that it left the US.");
  text.name("Acme", NameType::organization).attribute("Acme", "said", {"that it left the US"});
  const Seen seen(text);
  EXPECT_EQ(seen.of("Acme", F::speaker_says_we), 0.0F);
  EXPECT_EQ(seen.of("Acme", F::may_be_it), 1.0F);
}

TEST(SubjectCandidates, far_off_only_the_titles_and_the_most_mentioned_are_seen) {
  MadeUpText text(
      "John Lee came. John Lee sat. Mary Hill left. Paul Smith left. It rained. It rained. It "
      "rained. Acme said that it is late.");
  text.name("John Lee", NameType::person)
      .name("John Lee", NameType::person, 2)
      .name("Mary Hill", NameType::person)
      .name("Paul Smith", NameType::person)
      .name("Acme", NameType::organization);
  text.attribute("Acme", "said", {"that it is late"});
  const Seen seen(text, "HILL resigns");
  EXPECT_EQ(seen.of("John Lee", F::most_mentioned), 1.0F);
  EXPECT_EQ(seen.of("John Lee", F::share_of_mentions), 1.0F);
  EXPECT_EQ(seen.of("Mary Hill", F::in_title), 1.0F);
  EXPECT_EQ(seen.of("Mary Hill", F::sentences_since), 5.0F / 8);
  EXPECT_EQ(seen.of("Acme", F::last_before), 1.0F);
  EXPECT_EQ(seen.find("Paul Smith"), nullptr);
}

TEST(SubjectCandidates, whom_only_the_enclosing_content_mentions_is_seen) {
  MadeUpText text("Ana Ruiz said that Mary Hill hopes that it rains.");
  text.name("Ana Ruiz", NameType::person).name("Mary Hill", NameType::person);
  text.attribute("Ana Ruiz", "said", {"that Mary Hill hopes that it rains"})
      .attribute("Mary Hill", "hopes", {"that it rains"});
  const Seen seen(text, {}, 1);
  EXPECT_EQ(seen.of("Mary Hill", F::in_parent_alone), 1.0F);
  EXPECT_EQ(seen.of("Mary Hill", F::nested), 1.0F);
  EXPECT_EQ(seen.of("Ana Ruiz", F::in_parent_alone), 0.0F);
}

}  // namespace
}  // namespace quoth::attribution
