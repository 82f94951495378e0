#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <type_traits>

#include "quoth/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace quoth::database {

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// An argument that has its own bytes and is gone before the statement that borrows them is read: `start(name + "x")`.
template <typename Argument>
concept TextThatIsGone = !std::is_lvalue_reference_v<Argument> &&
                         (std::same_as<std::remove_const_t<Argument>, std::string> ||
                          std::same_as<std::remove_const_t<Argument>, std::optional<std::string>>);

/// A SQLite database. The first failure stays (error()): what comes after it does nothing and finds nothing, so a sequence of
/// statements is checked once, at its end. Not thread-safe: a connection a thread.
class Connection {
 public:
  /// How a file is opened. `create` makes it where there is none.
  enum class Access : std::uint8_t { read, write, create };

  /// Foreign keys are checked, and a commit is on the disk when it returns (WAL, synchronous FULL). Fails with file_not_found,
  /// output_unwritable, record_corrupt (no database) or record_busy.
  static Result<Connection> open(const std::string& path, Access access);

  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  /// Statements without rows or parameters, parted by semicolons.
  void run(const std::string& sql);

  /// The first column of the first row as a number; 0 where there is none.
  std::int64_t number(std::string_view sql);

  const std::optional<Error>& error() const noexcept;
  /// Notes a failure found elsewhere, unless there is one.
  void fail(Error error);
  /// After a roll-back, to go on.
  void forget_error() noexcept;

  /// From now on a statement ends soon after a stop is requested, with an error; a token without a source: never.
  void stop_when(std::stop_token stop);
  /// Rewinds every statement and rolls back what is open, so that nothing of this connection holds up others.
  void end_reading() noexcept;

  const std::string& path() const noexcept;
  std::int64_t changes() const noexcept;  ///< Rows that the last statement changed.

 private:
  friend class Statement;
  friend class FullText;
  struct State;
  sqlite3* handle() const noexcept;
  explicit Connection(std::unique_ptr<State> state) noexcept;
  std::unique_ptr<State> state_;
};

/// A prepared statement, kept for many uses. Valid as long as its connection.
///
///     statement.start(7, "name");               binds ?1, ?2 … and rewinds
///     while (statement.next()) use(statement.integer(0), statement.text(1));
///     statement.run(8, "other");                for those without rows
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  /// Texts and blobs must live until the last next(); so a temporary std::string does not compile. run() and find(), which read at once, take one.
  template <typename... Values>
    requires(!TextThatIsGone<Values> && ...)
  void start(Values&&... values) {
    bind_all(values...);
  }
  template <typename... Values>
  void run(const Values&... values) {
    bind_all(values...);
    next();
    rewind();
  }
  /// run() of an INSERT of one row; gives its id, 0 after an error. Quicker than RETURNING, which SQLite keeps in a table of its own.
  template <typename... Values>
  std::int64_t insert(const Values&... values) {
    run(values...);
    return inserted();
  }
  /// start() and the first row's first column; nothing where there is none.
  template <typename... Values>
  std::optional<std::int64_t> find(const Values&... values) {
    bind_all(values...);
    std::optional<std::int64_t> found;
    if (next()) found = integer(0);
    rewind();
    return found;
  }

  bool next();             ///< False: no more rows, or an error.
  void rewind() noexcept;  ///< Ends reading; a reader that is not at its end holds up others.

  // Columns of the row, from 0. Views are valid until the next call of next(), start() or rewind().
  std::int64_t integer(int column) const noexcept;
  double real(int column) const noexcept;
  std::string_view text(int column) const noexcept;
  std::string_view blob(int column) const noexcept;
  bool is_null(int column) const noexcept;
  std::optional<std::int64_t> optional_integer(int column) const noexcept;
  std::optional<std::string> optional_text(int column) const;

 private:
  template <typename... Values>
  void bind_all(const Values&... values) {
    rewind();
    int index = 0;
    (bind(++index, values), ...);
  }
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);
  void bind(int index, Blob value);
  void bind(int index, std::nullopt_t);
  template <std::integral Number>
  void bind(int index, Number value) {
    bind(index, static_cast<std::int64_t>(value));
  }
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  template <typename Value>
  void bind(int index, const std::optional<Value>& value) {
    value ? bind(index, *value) : bind(index, std::nullopt);
  }

  std::int64_t inserted() const noexcept;

  Connection::State* state_;
  sqlite3_stmt* handle_ = nullptr;
};

/// Rolls back at its end unless committed.
class Transaction {
 public:
  /// Takes the right to write at once.
  explicit Transaction(Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// On the disk when it returns without an error.
  std::optional<Error> commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace quoth::database
