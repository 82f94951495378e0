#include "database/writer.h"

#include <gtest/gtest.h>

#include <string>

#include "database/forgetting.h"
#include "database/hand_decisions.h"
#include "database/made_up_articles.h"
#include "database/stored_document.h"
#include "database/verification.h"

namespace quoth::database {
namespace {

class WriterTest : public RecordTest {
 protected:
  std::int64_t count(const std::string& what) {
    return connection().number("SELECT count(*) FROM " + what);
  }

  std::int64_t found(const std::string& words) {
    return Statement(connection(), "SELECT count(*) FROM content WHERE content MATCH ?1")
        .find(words)
        .value_or(-1);
  }

  void expect_whole() {
    const Verified verified = verify(connection(), {});
    EXPECT_EQ(verified.wrong, 0U) << (verified.faults.empty() ? "" : verified.faults.front());
  }

  std::string line_of(std::int64_t version) {
    const auto stored = DocumentReader(connection()).read(version);
    if (!stored) return "";
    return to_json(stored->recorded.document, stored->recorded.record, stored->recorded.facts,
                   stored->recorded.engine, {.with_text = true});
  }
};

store::RecordedDocument harbour(const std::string& key, const std::string& verb = "open") {
  return article(key,
                 "“The harbour will " + verb +
                     " again in spring,” said Ana Ruiz. Max Roe of the union said he doubted that "
                     "the money was there.",
                 {"Ana Ruiz", "Max Roe"},
                 {{"Ana Ruiz", "“The harbour will " + verb + " again in spring,”"},
                  {"Max Roe", "that the money was there"}});
}

TEST_F(WriterTest, no_quotation_has_the_id_that_stands_for_none) {
  auto document = harbour("a");
  document.facts.published.reset();
  add(std::move(document));
  EXPECT_EQ(connection().number("SELECT min(id) FROM quotation"), 1);
  expect_whole();
}

TEST_F(WriterTest, a_document_is_read_back_as_it_was_added) {
  const store::RecordedDocument document = harbour("a");
  const std::string line = to_json(document.document, document.record, document.facts,
                                   document.engine, {.with_text = true});
  EXPECT_EQ(add(document), Added::as_new);
  EXPECT_EQ(line_of(1), line);
  EXPECT_EQ(found("harbour"), 1);
  expect_whole();
}

TEST_F(WriterTest, the_same_document_twice_changes_nothing) {
  add(harbour("a"));
  const std::int64_t runs = count("run");
  EXPECT_EQ(add(harbour("a")), Added::known);
  EXPECT_EQ(count("quotation"), 2);
  EXPECT_EQ(count("run"), runs);
  EXPECT_EQ(add(harbour("b")), Added::as_new);  // The same text elsewhere is another sighting.
  EXPECT_EQ(count("text"), 1);
  EXPECT_EQ(count("sighting"), 2);
  expect_whole();
}

TEST_F(WriterTest, a_new_text_is_a_new_version_that_keeps_the_old_and_knows_what_changed) {
  add(harbour("a"));
  EXPECT_EQ(add(harbour("a", "not open")), Added::as_version);
  EXPECT_EQ(count("version"), 2);
  EXPECT_EQ(count("change WHERE kind = 1"), 1);  // Altered.
  EXPECT_EQ(count("change WHERE kind = 0"), 1);  // Repeated.
  // Of what is repeated, one is found; of what was altered, both.
  EXPECT_EQ(found("money"), 1);
  EXPECT_EQ(found("harbour"), 2);
  add(article("a", "Max Roe of the union said nothing more about it.", {"Max Roe"}, {}));
  EXPECT_EQ(count("change WHERE kind = 2"), 2);  // Vanished.
  EXPECT_EQ(found("money"), 1);
  EXPECT_EQ(add(harbour("a")), Added::known);  // An earlier wording is no news.
  expect_whole();
}

TEST_F(WriterTest, read_again_a_version_gets_the_new_quotations_and_nothing_else_changes) {
  add(harbour("a"));
  add(harbour("a", "not open"));
  store::RecordedDocument better = harbour("a");
  better.engine.model = "better.qmodel";
  better.record.quotations.pop_back();
  better.facts.title = "Another title";
  EXPECT_EQ(add(better), Added::known);
  EXPECT_EQ(add(better, true), Added::again);
  EXPECT_EQ(count("quotation WHERE version = 1"), 1);
  EXPECT_NE(line_of(1).find("better.qmodel"), std::string::npos);
  EXPECT_EQ(line_of(1).find("Another title"), std::string::npos);
  EXPECT_EQ(count("change WHERE kind = 3"),
            1);  // What the first version does not have any more was added in the second.
  EXPECT_EQ(add(better, true), Added::known);
  expect_whole();
}

TEST_F(WriterTest, ids_of_quotations_sort_by_day) {
  store::RecordedDocument old = harbour("old"), undated = harbour("undated");
  old.facts.published = "1999-12-31";
  undated.facts.published.reset();
  add(harbour("new"));
  add(old);
  add(undated);
  EXPECT_EQ(connection().number("SELECT version FROM quotation ORDER BY id DESC LIMIT 1"), 1);
  EXPECT_EQ(connection().number("SELECT version FROM quotation ORDER BY id LIMIT 1"), 3);
  expect_whole();
}

TEST_F(WriterTest, one_full_name_is_one_person_where_the_company_is_the_same) {
  add(harbour("a"));
  add(harbour("b"));
  EXPECT_EQ(connection().number("SELECT count(DISTINCT identity) FROM entity"), 2);
  // Nobody else of the article is known: someone of the same name.
  add(article("c", "Ana Ruiz won the race.", {"Ana Ruiz"}, {}));
  EXPECT_EQ(connection().number("SELECT count(DISTINCT identity) FROM entity"), 3);
  add(article("d", "Ruiz and Roe met.", {"Ruiz", "Roe"}, {}));  // A surname is nobody.
  EXPECT_EQ(count("entity WHERE identity IS NULL"), 2);
  expect_whole();
}

TEST_F(WriterTest, an_item_of_a_knowledge_base_is_one_person_under_any_name) {
  auto first = harbour("a"),
       second = article("b", "Anita Ruiz Gil won the race.", {"Anita Ruiz Gil"}, {});
  first.record.entities[0].kb = "Q1";
  second.record.entities[0].kb = "Q1";
  add(first);
  add(second);
  EXPECT_EQ(connection().number("SELECT count(DISTINCT identity) FROM entity WHERE kb = 'Q1'"), 1);
  auto other = harbour("c");
  other.record.entities[0].kb = "Q2";
  add(other);
  EXPECT_EQ(
      connection().number("SELECT count(DISTINCT identity) FROM entity WHERE name = 'Ana Ruiz'"),
      2);
}

TEST_F(WriterTest, what_people_decided_holds_when_documents_are_read_again) {
  add(harbour("a"));
  add(article("c", "Ana Ruiz won the race.", {"Ana Ruiz"}, {}));
  const auto two = find_identities(connection(), "ana ruiz", 9);
  ASSERT_EQ(two.size(), 2U);
  ASSERT_FALSE(merge_identities(connection(), two[1].id, two[0].id));
  EXPECT_EQ(find_identities(connection(), "ana ruiz", 9).size(), 1U);
  auto again = article("c", "Ana Ruiz won the race.", {"Ana Ruiz"}, {});
  again.engine.model = "other";
  EXPECT_EQ(add(again, true), Added::again);
  EXPECT_EQ(find_identities(connection(), "ana ruiz", 9).size(), 1U);
  expect_whole();
  const auto own = split_identity(connection(), two[0].id, "c");
  ASSERT_TRUE(own) << own.error().message;
  again.engine.model = "third";
  add(again, true);
  EXPECT_EQ(connection().number("SELECT identity FROM entity WHERE version = 2"), *own);
  EXPECT_EQ(connection().number("SELECT identity FROM entity WHERE version = 1"), two[0].id);
  expect_whole();
}

TEST_F(WriterTest, a_forgotten_article_is_gone_and_stays_away) {
  add(harbour("a"));
  add(harbour("a", "hardly open"));
  add(article("b", "Something else happened, said Max Roe.", {"Max Roe"},
              {{"Max Roe", "Something else happened"}}));
  const auto forgotten = forget_document(connection(), "a", {});
  ASSERT_TRUE(forgotten) << forgotten.error().message;
  EXPECT_EQ(forgotten->versions, 2U);
  EXPECT_TRUE(has_traces(connection()));
  ASSERT_FALSE(erase_traces(connection()));
  EXPECT_FALSE(has_traces(connection()));
  EXPECT_EQ(found("harbour"), 0);
  EXPECT_EQ(found("else"), 1);
  expect_whole();
  EXPECT_EQ(add(harbour("a")), Added::forgotten);
  EXPECT_EQ(add(harbour("elsewhere")), Added::forgotten);
  EXPECT_EQ(count("version"), 1);
  EXPECT_FALSE(forget_document(connection(), "a", {}));
}

TEST_F(WriterTest, a_person_s_quotations_are_taken_out_of_the_text_too) {
  auto document = harbour("a");
  document.facts.title = "“The harbour will open again in spring”";
  add(document);
  add(harbour("a", "surely open"));
  const auto ana = find_identities(connection(), "Ana Ruiz", 2);
  ASSERT_EQ(ana.size(), 1U);
  const auto forgotten = forget_person(connection(), ana.front().id);
  ASSERT_TRUE(forgotten) << forgotten.error().message;
  EXPECT_EQ(forgotten->quotations, 2U);
  ASSERT_FALSE(erase_traces(connection()));
  for (const std::int64_t version : {1, 2}) {
    EXPECT_EQ(line_of(version).find("harbour"), std::string::npos);
    EXPECT_NE(line_of(version).find("money"), std::string::npos);
    EXPECT_NE(line_of(version).find("\"redacted\""), std::string::npos);
  }
  EXPECT_EQ(found("harbour"), 0);
  expect_whole();
  EXPECT_EQ(add(document), Added::known);
  EXPECT_EQ(add(harbour("b")), Added::as_new);  // Of the same text at another place, what is left.
  EXPECT_EQ(add(harbour("c", "never open")), Added::as_new);
  EXPECT_EQ(found("harbour"), 0);
  EXPECT_EQ(found("money"), 3);
  EXPECT_EQ(line_of(4).find("harbour"), std::string::npos);
  expect_whole();
}

TEST_F(WriterTest, verify_finds_what_was_changed_behind_its_back) {
  add(harbour("a"));
  for (const char* sql :
       {"UPDATE text SET hash = zeroblob(32)",
        "UPDATE quotation SET spans = x'0100ff7f00000000' WHERE number = 0",
        "UPDATE quotation SET identity = NULL WHERE number = 0", "UPDATE alias SET documents = 7",
        "UPDATE quotation SET state = 3 WHERE number = 0",
        "INSERT INTO content (content, rowid, words) SELECT 'delete', id, 'that the money was "
        "there' "
        "FROM quotation WHERE number = 1"}) {
    connection().run("SAVEPOINT before");
    connection().run(sql);
    ASSERT_FALSE(connection().error()) << connection().error()->message;
    EXPECT_GT(verify(connection(), {}).wrong, 0U) << sql;
    connection().run("ROLLBACK TO before; RELEASE before");
  }
  expect_whole();
}

TEST_F(WriterTest, a_fault_is_noted_once) {
  for (int time = 0; time < 2; ++time) {
    Writer writer(connection(), {"test", "", false});
    writer.note_fault("a.txt", {ErrorCode::invalid_utf8, "a.txt: byte 7"});
    ASSERT_FALSE(writer.finish());
  }
  EXPECT_EQ(count("fault"), 1);
  EXPECT_EQ(count("run"), 1);
}

}  // namespace
}  // namespace quoth::database
