#include "database/record_file.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stop_token>
#include <thread>

#include "database/family_rows.h"
#include "database/made_up_articles.h"
#include "database/schema.h"
#include "database/verification.h"

namespace quoth::database {
namespace {

using RecordFileTest = RecordFolderTest;

TEST_F(RecordFileTest, a_new_record_has_the_newest_version_and_is_known_as_one) {
  auto file = RecordFile::open_for_writing(record(), true);
  ASSERT_TRUE(file) << file.error().message;
  Connection& connection = file->connection();
  EXPECT_EQ(connection.number("PRAGMA user_version"),
            static_cast<std::int64_t>(schema_steps().size()));
  EXPECT_EQ(connection.number("PRAGMA application_id"), application_id);
  EXPECT_EQ(connection.number("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(connection.number("PRAGMA synchronous"), 2);  // FULL.
  EXPECT_FALSE(connection.error());
}

TEST_F(RecordFileTest, one_process_writes_and_others_read_meanwhile) {
  auto file = RecordFile::open_for_writing(record(), true);
  ASSERT_TRUE(file);
  const auto second = RecordFile::open_for_writing(record(), true);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::record_busy);
  Transaction transaction(file->connection());
  file->connection().run("INSERT INTO publisher (name) VALUES ('x')");
  auto reading = RecordFile::open_for_reading(record());
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->connection().number("SELECT count(*) FROM publisher"), 0);
  ASSERT_FALSE(transaction.commit());
  EXPECT_EQ(reading->connection().number("SELECT count(*) FROM publisher"), 1);
}

TEST_F(RecordFileTest, what_is_not_committed_is_gone) {
  auto file = RecordFile::open_for_writing(record(), true);
  {
    Transaction transaction(file->connection());
    file->connection().run("INSERT INTO publisher (name) VALUES ('x')");
    file->connection().run("INSERT INTO nowhere VALUES (1)");
  }
  EXPECT_TRUE(file->connection().error());
  file->connection().forget_error();
  EXPECT_EQ(file->connection().number("SELECT count(*) FROM publisher"), 0);
}

TEST_F(RecordFileTest, a_statement_ends_soon_after_a_stop) {
  ASSERT_TRUE(RecordFile::open_for_writing(record(), true));
  auto file = RecordFile::open_for_reading(record());
  ASSERT_TRUE(file);
  std::stop_source stop;
  file->connection().stop_when(stop.get_token());
  const char* endless =
      "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n) SELECT count(*) FROM n";
  std::thread later([&stop] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stop.request_stop();
  });
  EXPECT_EQ(file->connection().number(endless), 0);
  later.join();
  ASSERT_TRUE(file->connection().error());
  EXPECT_EQ(file->connection().error()->code, ErrorCode::record_busy);
}

TEST_F(RecordFileTest, nothing_is_held_up_after_the_end_of_reading) {
  auto writing = RecordFile::open_for_writing(record(), true);
  ASSERT_TRUE(writing);
  writing->connection().run("INSERT INTO publisher (name) VALUES ('x'), ('y')");
  auto reading = RecordFile::open_for_reading(record());
  ASSERT_TRUE(reading);
  reading->connection().run("BEGIN");
  Statement names(reading->connection(), "SELECT name FROM publisher");
  names.start();
  EXPECT_TRUE(names.next());
  writing->connection().run("INSERT INTO publisher (name) VALUES ('z')");
  Connection& writer = writing->connection();
  writer.run("PRAGMA busy_timeout = 0");
  EXPECT_EQ(writer.number("PRAGMA wal_checkpoint(TRUNCATE)"), 1);
  reading->connection().end_reading();
  EXPECT_EQ(writer.number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  // What was rewound can be used again.
  names.start();
  EXPECT_TRUE(names.next());
}

TEST_F(RecordFileTest, what_is_no_record_is_refused_with_a_remedy) {
  const auto missing = RecordFile::open_for_reading(record());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::file_not_found);
  EXPECT_FALSE(RecordFile::open_for_writing(record(), false));
  std::ofstream(record()) << "this is a text, and a longer one than a header, so that nobody takes "
                             "it for an empty file of pages";
  EXPECT_EQ(RecordFile::open_for_reading(record()).error().code, ErrorCode::record_corrupt);
  EXPECT_EQ(RecordFile::open_for_writing(record(), true).error().code, ErrorCode::record_corrupt);
  EXPECT_EQ(RecordFile::open_for_writing(folder() + "/none/record.db", true).error().code,
            ErrorCode::output_unwritable);
}

TEST_F(RecordFileTest, a_database_of_something_else_and_a_newer_record_are_left_alone) {
  {
    auto other = Connection::open(record(), Connection::Access::create);
    other->run("CREATE TABLE recipe (name TEXT)");
  }
  EXPECT_EQ(RecordFile::open_for_writing(record(), true).error().code, ErrorCode::record_corrupt);
  std::filesystem::remove(record());
  {
    auto file = RecordFile::open_for_writing(record(), true);
    file->connection().run("PRAGMA user_version = 99");
  }
  EXPECT_EQ(RecordFile::open_for_writing(record(), true).error().code, ErrorCode::record_too_new);
  EXPECT_EQ(RecordFile::open_for_reading(record()).error().code, ErrorCode::record_too_new);
}

TEST_F(RecordFileTest, a_step_of_the_schema_is_whole_or_not_at_all) {
  auto connection = Connection::open(record(), Connection::Access::create);
  constexpr const char* steps[] = {"CREATE TABLE one (a)",
                                   "CREATE TABLE two (b); INSERT INTO three VALUES (1)"};
  EXPECT_TRUE(migrate(*connection, steps));
  connection->forget_error();
  EXPECT_EQ(connection->number("PRAGMA user_version"), 1);
  EXPECT_EQ(connection->number("SELECT count(*) FROM sqlite_schema"), 1);
  constexpr const char* mended[] = {"CREATE TABLE one (a)", "CREATE TABLE two (b)"};
  EXPECT_FALSE(migrate(*connection, mended));
  EXPECT_EQ(connection->number("PRAGMA user_version"), 2);
}

TEST_F(RecordFileTest, a_record_of_version_1_is_brought_up_to_date_with_all_it_holds) {
  std::filesystem::copy_file(QUOTH_SOURCE_DIR "/tests/fixtures/record-1.db", record());
  EXPECT_FALSE(
      RecordFile::open_for_reading(record()));  // Only who may write can bring it up to date.
  auto file = RecordFile::open_for_writing(record(), false);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->connection().number("SELECT count(*) FROM quotation"), 2);
  EXPECT_EQ(file->connection().number("SELECT count(*) FROM merge"), 0);
  const Verified verified = verify(file->connection(), {});
  EXPECT_EQ(verified.wrong, 0U) << (verified.faults.empty() ? "" : verified.faults.front());
  EXPECT_EQ(verified.quotations, 2U);
  EXPECT_TRUE(RecordFile::open_for_reading(record()));
}

TEST_F(RecordFileTest,
       a_record_of_version_2_is_brought_up_to_date_and_its_families_are_to_be_joined) {
  std::filesystem::copy_file(QUOTH_SOURCE_DIR "/tests/fixtures/record-2.db", record());
  auto file = RecordFile::open_for_writing(record(), false);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->connection().number("SELECT count(*) FROM quotation"), 2);
  EXPECT_EQ(file->connection().number("SELECT into_identity FROM merge WHERE identity = 2"), 1);
  EXPECT_TRUE(families_are_due(file->connection()));
  const Verified verified = verify(file->connection(), {});
  EXPECT_EQ(verified.wrong, 0U) << (verified.faults.empty() ? "" : verified.faults.front());
}

}  // namespace
}  // namespace quoth::database
