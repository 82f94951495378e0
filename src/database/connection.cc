#include "database/connection.h"

#include <sqlite3.h>

#include <utility>

namespace quoth::database {
namespace {

constexpr int patience_in_milliseconds = 5000;
// Of SQLite's virtual machine, between two looks at the stop token: some 50 microseconds.
constexpr int steps_between_looks = 4000;

/// What SQLite's code means to whoever runs the program.
Error error_of(int code, const std::string& path, const char* message) {
  const auto told = [&](ErrorCode kind, const char* remedy) {
    return Error{kind, path + ": " + message + "; " + remedy};
  };
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return told(ErrorCode::record_busy, "another process uses it: wait for it, then try again");
    case SQLITE_INTERRUPT:
      return told(ErrorCode::record_busy, "it took too long: ask for less");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return told(ErrorCode::record_corrupt,
                  "it is no whole record: take a copy of it from before");
    case SQLITE_CONSTRAINT:
      return told(ErrorCode::record_corrupt,
                  "what it holds contradicts itself: see quoth verify --db");
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return told(ErrorCode::output_unwritable,
                  "see that the disk has room and who may write there");
    default:
      return told(ErrorCode::record_corrupt, "see quoth verify --db");
  }
}

}  // namespace

struct Connection::State {
  ~State() { sqlite3_close_v2(handle); }

  void check(int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE && !error)
      error = error_of(sqlite3_extended_errcode(handle), path, sqlite3_errmsg(handle));
  }

  std::string path;
  sqlite3* handle = nullptr;
  std::optional<Error> error;
  std::stop_token stop;
};

Connection::Connection(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const std::string& path, Access access) {
  auto state = std::make_unique<State>();
  state->path = path;
  const int flags = access == Access::read    ? SQLITE_OPEN_READONLY
                    : access == Access::write ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code =
      sqlite3_open_v2(path.c_str(), &state->handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_CANTOPEN && access != Access::create) {
    return Error{ErrorCode::file_not_found,
                 path + ": there is no record; quoth index INPUT… --db makes one"};
  }
  state->check(code);
  if (state->error) return *std::move(state->error);
  sqlite3_busy_timeout(state->handle, patience_in_milliseconds);
  Connection connection(std::move(state));
  // A file of anything else shows itself at the first statement.
  connection.number("SELECT count(*) FROM sqlite_schema");
  if (access != Access::read)
    connection.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  connection.run("PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
  if (connection.error()) return *connection.error();
  return connection;
}

void Connection::run(const std::string& sql) {
  if (state_->error) return;
  state_->check(sqlite3_exec(state_->handle, sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Connection::number(std::string_view sql) {
  return Statement(*this, sql).find().value_or(0);
}

const std::optional<Error>& Connection::error() const noexcept { return state_->error; }

void Connection::fail(Error error) {
  if (!state_->error) state_->error = std::move(error);
}

void Connection::forget_error() noexcept { state_->error.reset(); }

void Connection::stop_when(std::stop_token stop) {
  state_->stop = std::move(stop);
  const auto look = [](void* token) {
    return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0;
  };
  const bool can_stop = state_->stop.stop_possible();
  sqlite3_progress_handler(state_->handle, can_stop ? steps_between_looks : 0,
                           can_stop ? +look : nullptr, &state_->stop);
}

void Connection::end_reading() noexcept {
  sqlite3_stmt* statement = nullptr;
  while ((statement = sqlite3_next_stmt(state_->handle, statement)) != nullptr)
    sqlite3_reset(statement);
  if (sqlite3_get_autocommit(state_->handle) == 0)
    sqlite3_exec(state_->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

sqlite3* Connection::handle() const noexcept { return state_->handle; }

const std::string& Connection::path() const noexcept { return state_->path; }

std::int64_t Connection::changes() const noexcept { return sqlite3_changes64(state_->handle); }

Statement::Statement(Connection& connection, std::string_view sql)
    : state_(connection.state_.get()) {
  if (state_->error) return;
  state_->check(sqlite3_prepare_v3(state_->handle, sql.data(), static_cast<int>(sql.size()),
                                   SQLITE_PREPARE_PERSISTENT, &handle_, nullptr));
}

Statement::Statement(Statement&& other) noexcept
    : state_(other.state_), handle_(std::exchange(other.handle_, nullptr)) {}

Statement::~Statement() { sqlite3_finalize(handle_); }

bool Statement::next() {
  if (state_->error || handle_ == nullptr) return false;
  const int code = sqlite3_step(handle_);
  state_->check(code);
  return code == SQLITE_ROW;
}

std::int64_t Statement::inserted() const noexcept {
  return state_->error ? 0 : sqlite3_last_insert_rowid(state_->handle);
}

void Statement::rewind() noexcept {
  if (handle_ != nullptr) sqlite3_reset(handle_);
}

void Statement::bind(int index, std::int64_t value) {
  if (!state_->error) state_->check(sqlite3_bind_int64(handle_, index, value));
}

void Statement::bind(int index, std::string_view value) {
  // An empty view may have no address, which SQLite takes for NULL.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  if (!state_->error) {
    state_->check(
        sqlite3_bind_text64(handle_, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
}

void Statement::bind(int index, Blob value) {
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  if (!state_->error)
    state_->check(sqlite3_bind_blob64(handle_, index, bytes, value.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int index, std::nullopt_t) {
  if (!state_->error) state_->check(sqlite3_bind_null(handle_, index));
}

std::int64_t Statement::integer(int column) const noexcept {
  return sqlite3_column_int64(handle_, column);
}

double Statement::real(int column) const noexcept { return sqlite3_column_double(handle_, column); }

std::string_view Statement::text(int column) const noexcept {
  const auto* bytes = sqlite3_column_text(handle_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(reinterpret_cast<const char*>(bytes), size);
}

std::string_view Statement::blob(int column) const noexcept {
  const void* bytes = sqlite3_column_blob(handle_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(static_cast<const char*>(bytes), size);
}

bool Statement::is_null(int column) const noexcept {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::optional_integer(int column) const noexcept {
  if (is_null(column)) return {};
  return integer(column);
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return {};
  return std::string(text(column));
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  const auto error = connection_.error();
  connection_.forget_error();
  connection_.run("ROLLBACK");
  connection_.forget_error();  // There is none to roll back where SQLite did it already.
  if (error) connection_.fail(*error);
}

std::optional<Error> Transaction::commit() {
  connection_.run("COMMIT");
  open_ = connection_.error().has_value();
  return connection_.error();
}

}  // namespace quoth::database
