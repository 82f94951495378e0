#include "database/connection.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace quoth::database {
namespace {

template <typename Text>
concept CanStart =
    requires(Statement& statement, Text&& text) { statement.start(static_cast<Text&&>(text)); };

static_assert(CanStart<std::string&> && CanStart<const std::string&>);
static_assert(CanStart<std::string_view> && CanStart<Blob> && CanStart<int>);
static_assert(CanStart<const std::optional<std::string>&>);
static_assert(!CanStart<std::string> && !CanStart<const std::string>);
static_assert(!CanStart<std::optional<std::string>>);

TEST(Statement, a_temporary_text_is_taken_where_it_is_read_at_once) {
  auto connection = Connection::open(":memory:", Connection::Access::create);
  ASSERT_TRUE(connection) << connection.error().message;
  connection->run("CREATE TABLE name (name TEXT)");
  // Longer than what a string keeps within itself.
  const std::string name(40, 'x');
  Statement(*connection, "INSERT INTO name VALUES (?1)").run(name + "y");
  Statement count(*connection, "SELECT count(*) FROM name WHERE name = ?1");
  EXPECT_EQ(count.find(name + "y"), 1);
  EXPECT_EQ(count.find(name), 0);
  EXPECT_FALSE(connection->error());
}

}  // namespace
}  // namespace quoth::database
