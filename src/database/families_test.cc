#include "database/families.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "database/family_rows.h"
#include "database/forgetting.h"
#include "database/made_up_articles.h"
#include "database/record_file.h"
#include "database/verification.h"
#include "variants/difference_classes.h"

namespace quoth::database {
namespace {

using variants::DifferenceClass;

/// An article in which Ana Ruiz says the words, out of a publisher and of a day.
store::RecordedDocument story(const std::string& key, const std::string& words,
                              const std::string& publisher = "Daily",
                              const std::string& day = "2021-03-04") {
  const std::string quoted = "“" + words + ",”";
  auto made =
      article(key, quoted + " said Ana Ruiz in " + key + ".", {"Ana Ruiz"}, {{"Ana Ruiz", quoted}});
  made.facts.publisher = publisher;
  made.facts.published = day;
  return made;
}

const std::string cut =
    "We will rebuild the old stone harbour before the autumn storms reach the eastern islands";
const std::string whole = cut + " and nobody will lose a home";
const std::string denied =
    "We will not rebuild the old stone harbour before the autumn storms reach the eastern islands "
    "and nobody will lose a home";

class FamiliesTest : public RecordFolderTest {
 protected:
  RecordFile open(const std::string& path) {
    auto opened = RecordFile::open_for_writing(path, true);
    EXPECT_TRUE(opened) << opened.error().message;
    return *std::move(opened);
  }

  static void add(RecordFile& file, store::RecordedDocument document) {
    Writer writer(file.connection(), {"test", "made up", false});
    Entry entry(std::move(document));
    writer.add(entry);
    EXPECT_FALSE(writer.finish());
  }

  static JoinedFamilies join(RecordFile& file, JoinScope scope = JoinScope::all) {
    const auto joined = join_families(file.connection(), scope);
    EXPECT_TRUE(joined) << joined.error().message;
    return joined ? *joined : JoinedFamilies();
  }

  static void expect_whole(RecordFile& file) {
    const Verified verified = verify(file.connection(), {});
    EXPECT_EQ(verified.wrong, 0U) << (verified.faults.empty() ? "" : verified.faults.front());
  }

  static std::int64_t count(RecordFile& file, const std::string& what) {
    return file.connection().number("SELECT count(*) FROM " + what);
  }

  /// What the families are, whatever the ids: "head: members with classes".
  static std::vector<std::string> families(RecordFile& file) {
    Statement rows(file.connection(),
                   "SELECT f.id, (SELECT s.key FROM quotation q JOIN version v ON v.id = q.version "
                   "JOIN sighting s ON s.id = v.sighting WHERE q.id = f.head), s.key, a.classes "
                   "FROM family f JOIN variant a ON a.family = f.id JOIN quotation q ON q.id = "
                   "a.quotation JOIN version v ON v.id = q.version JOIN sighting s ON s.id = "
                   "v.sighting ORDER BY f.id, s.key");
    std::vector<std::string> found;
    std::int64_t last = 0;
    while (rows.next()) {
      if (rows.integer(0) != last) found.push_back(std::string(rows.text(1)) + ":");
      last = rows.integer(0);
      found.back() += " " + std::string(rows.text(2)) + "/" + std::to_string(rows.integer(3));
    }
    std::sort(found.begin(), found.end());
    return found;
  }
};

TEST_F(FamiliesTest, renderings_across_articles_are_a_family_with_its_head_first_and_classes) {
  RecordFile file = open(record());
  add(file, story("late", whole, "Daily", "2021-03-06"));
  add(file, story("early", cut, "Weekly", "2021-03-04"));
  add(file, story("wrong", denied, "Weekly", "2021-03-05"));
  add(file, story("other", "The museum has bought four paintings from a collector in Lisbon"));
  EXPECT_TRUE(families_are_due(file.connection()));
  const JoinedFamilies joined = join(file, JoinScope::due);
  EXPECT_EQ(joined.families, 1U);
  EXPECT_EQ(joined.renderings, 3U);
  EXPECT_FALSE(families_are_due(file.connection()));
  const auto bit = [](DifferenceClass difference) { return 1 << static_cast<int>(difference); };
  // The longest one is the head, so it is the others that lack words.
  EXPECT_EQ(families(file),
            (std::vector<std::string>{
                "wrong: early/" +
                std::to_string(bit(DifferenceClass::truncation) + bit(DifferenceClass::negation)) +
                " late/" + std::to_string(bit(DifferenceClass::negation)) + " wrong/1"}));
  EXPECT_EQ(file.connection().number("SELECT publishers FROM family"), 2);
  EXPECT_EQ(file.connection().number("SELECT exact FROM family"), 1);
  EXPECT_EQ(count(file, "family WHERE first = id AND head <> first"), 1);
  expect_whole(file);
}

TEST_F(FamiliesTest, the_order_in_which_articles_came_does_not_count) {
  std::vector<store::RecordedDocument> documents;
  for (int k = 0; k < 24; ++k) {
    const std::string n = std::to_string(k / 3);
    const std::string event = "flood" + n + " broke wall" + n + " by tower" + n + " under bridge" +
                              n + " into valley" + n + " towards station" + n;
    documents.push_back(story("a" + std::to_string(k),
                              "The " + event +
                                  (k % 3 == 0   ? " at night"
                                   : k % 3 == 1 ? " at dawn"
                                                : ""),
                              "P" + std::to_string(k % 2)));
  }
  RecordFile forwards = open(record());
  for (const auto& document : documents) add(forwards, document);
  RecordFile backwards = open(folder() + "/other.db");
  std::for_each(documents.rbegin(), documents.rend(),
                [&](const auto& document) { add(backwards, document); });
  join(forwards);
  join(backwards);
  EXPECT_EQ(families(forwards).size(), 8U);
  EXPECT_EQ(families(forwards), families(backwards));
}

TEST_F(FamiliesTest, joined_again_nothing_is_written) {
  RecordFile file = open(record());
  add(file, story("a", whole));
  add(file, story("b", cut));
  EXPECT_EQ(join(file).written, 1U);
  const std::int64_t before = file.connection().number("SELECT total_changes()");
  EXPECT_EQ(join(file).written, 0U);
  EXPECT_EQ(join(file, JoinScope::due).written, 0U);
  EXPECT_EQ(file.connection().number("SELECT total_changes()"), before);
}

TEST_F(FamiliesTest, what_one_article_says_twice_is_no_family) {
  RecordFile file = open(record());
  auto twice =
      article("a", "“" + whole + ",” said Ana Ruiz. She said: “" + cut + ".”", {"Ana Ruiz"},
              {{"Ana Ruiz", "“" + whole + ",”"}, {"Ana Ruiz", "“" + cut + ".”"}});
  add(file, std::move(twice));
  EXPECT_EQ(join(file).families, 0U);
}

TEST_F(FamiliesTest, a_join_of_what_is_due_finds_what_a_join_of_all_finds) {
  RecordFile file = open(record());
  {
    Writer writer(file.connection(), {"test", "made up", false});
    for (int k = 0; k < 600; ++k) {
      const std::string n = std::to_string(k);
      Entry entry(story("a" + n, "The committee" + n + " rejected proposal" + n + " about tariffs" +
                                     n + " after a debate" + n + " of hours"));
      writer.add(entry);
    }
    EXPECT_FALSE(writer.finish());
  }
  add(file, story("old", cut));
  EXPECT_EQ(join(file).families, 0U);
  add(file, story("new", whole, "Weekly"));
  add(file,
      story("copy", "The committee7 rejected proposal7 about tariffs7 after a debate7 of hours"));
  const JoinedFamilies joined = join(file, JoinScope::due);
  EXPECT_LT(joined.utterances, 20U);
  EXPECT_EQ(joined.families, 2U);
  const auto found = families(file);
  EXPECT_EQ(join(file).written, 0U);
  EXPECT_EQ(families(file), found);
  expect_whole(file);
}

TEST_F(FamiliesTest, a_family_is_whole_or_not_there_until_the_next_join) {
  RecordFile file = open(record());
  add(file, story("a", whole));
  add(file, story("b", cut));
  add(file, story("c", cut, "Weekly"));
  join(file);
  // A new version that repeats the quotation hides the old one.
  auto changed = story("b", cut);
  changed = article("b", "“" + cut + ",” said Ana Ruiz in b. More followed.", {"Ana Ruiz"},
                    {{"Ana Ruiz", "“" + cut + ",”"}});
  changed.facts.publisher = "Daily";
  add(file, std::move(changed));
  EXPECT_EQ(count(file, "family"), 0);
  EXPECT_EQ(count(file, "variant"), 0);
  EXPECT_TRUE(families_are_due(file.connection()));
  expect_whole(file);
  EXPECT_EQ(join(file, JoinScope::due).renderings, 3U);
  expect_whole(file);
}

TEST_F(FamiliesTest, where_the_head_is_forgotten_another_is_head) {
  RecordFile file = open(record());
  add(file, story("a", whole));
  add(file, story("b", cut));
  add(file, story("c", cut + " of November", "Weekly"));
  join(file);
  EXPECT_TRUE(families(file).front().starts_with("a:")) << families(file).front();
  ASSERT_TRUE(forget_document(file.connection(), "a", {}));
  ASSERT_EQ(families(file).size(), 1U);
  EXPECT_TRUE(families(file).front().starts_with("c:")) << families(file).front();
  expect_whole(file);
  // Of two one is forgotten: the family is gone.
  ASSERT_TRUE(forget_document(file.connection(), "b", {}));
  EXPECT_EQ(count(file, "family") + count(file, "variant"), 0);
  EXPECT_FALSE(families_are_due(file.connection()));
  expect_whole(file);
}

TEST_F(FamiliesTest, what_a_person_said_leaves_its_families_when_it_is_forgotten) {
  RecordFile file = open(record());
  add(file, story("a", whole));
  add(file, story("b", cut));
  join(file);
  const std::int64_t ana = file.connection().number("SELECT identity FROM quotation");
  ASSERT_TRUE(forget_person(file.connection(), ana));
  EXPECT_EQ(count(file, "family") + count(file, "variant"), 0);
  expect_whole(file);
}

TEST_F(FamiliesTest, verify_finds_families_that_are_wrong) {
  RecordFile file = open(record());
  add(file, story("a", whole));
  add(file, story("b", cut));
  join(file);
  for (const char* damage : {"UPDATE family SET members = 3", "UPDATE family SET head = 1",
                             "UPDATE family SET publishers = 2"}) {
    Transaction transaction(file.connection());
    file.connection().run(damage);
    EXPECT_EQ(verify(file.connection(), {}).wrong, 1U) << damage;
  }
  expect_whole(file);
}

}  // namespace
}  // namespace quoth::database
