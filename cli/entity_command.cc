#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/record_commands.h"
#include "cli/record_subcommand.h"
#include "cli/terminal.h"
#include "database/hand_decisions.h"
#include "database/record_file.h"

namespace quoth::cli {
namespace {

int failed(const Error& error) {
  complain(described(error));
  return error.code == ErrorCode::not_in_record ? 1 : exit_error;
}

/// As one field of a table on a terminal.
std::string field(std::string_view text) {
  std::string shown = harmless(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  return shown;
}

std::string row(const database::IdentityView& view) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", view.id, field(view.name), view.type,
                     view.kb.empty() ? "-" : field(view.kb), view.documents, view.quotations);
}

/// The only one of that name or number.
Result<database::IdentityView> only(database::Connection& connection, const std::string& name) {
  auto found = database::find_identities(connection, name, 2);
  if (connection.error()) return *connection.error();
  if (found.size() == 1) return std::move(found.front());
  return Error{
      ErrorCode::not_in_record,
      fmt::format("{}: {} of the name {}; quoth entity list {} --db {} shows their numbers",
                  connection.path(), found.empty() ? "there is nobody" : "there are several", name,
                  name, connection.path())};
}

int list(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  const auto found = database::find_identities(file->connection(), options.name, options.most);
  if (file->connection().error()) return failed(*file->connection().error());
  std::string text;
  for (const database::IdentityView& view : found) text += row(view);
  write_out(text);
  return found.empty() ? 1 : exit_done;
}

int show(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  const auto view = only(file->connection(), options.name);
  if (!view) return failed(view.error());
  std::string text = row(*view);
  for (const auto& [called, documents] : database::names_of(file->connection(), view->id))
    text += fmt::format("\t{}\t{}\n", field(called), documents);
  write_out(text);
  return exit_done;
}

int merge(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_writing(options.record, false);
  if (!file) return failed(file.error());
  const auto from = only(file->connection(), options.name);
  if (!from) return failed(from.error());
  const auto into = only(file->connection(), options.other);
  if (!into) return failed(into.error());
  if (auto error = database::merge_identities(file->connection(), from->id, into->id))
    return failed(*error);
  return exit_done;
}

int split(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_writing(options.record, false);
  if (!file) return failed(file.error());
  const auto whole = only(file->connection(), options.name);
  if (!whole) return failed(whole.error());
  const auto own = database::split_identity(file->connection(), whole->id, options.other);
  if (!own) return failed(own.error());
  write_out(fmt::format("{}\n", *own));
  return exit_done;
}

}  // namespace

void add_entity_commands(CLI::App& command, RecordCommandOptions& options, int& code) {
  command.require_subcommand(1);
  CLI::App* added =
      add_record_subcommand(command, "list",
                            "print who is known, tab-separated: number, name, type, id in the "
                            "knowledge base, articles, quotations",
                            options, code, &list);
  added->add_option("NAME", options.name, "only whose names have all these words");
  added->add_option("--most", options.most, "how many at most (default: 20)")->type_name("N");
  added = add_record_subcommand(
      command, "show", "print somebody's line as list does, and each name with its articles",
      options, code, &show);
  added->add_option("NAME", options.name, "a name, or a number of list")->required();
  added = add_record_subcommand(command, "merge", "say that two are one, for good", options, code,
                                &merge);
  added->add_option("FROM", options.name, "a name, or a number of list")->required();
  added->add_option("INTO", options.other, "who that is")->required();
  added = add_record_subcommand(command, "split",
                                "say that one is two, for good, and print the number of the second",
                                options, code, &split);
  added->add_option("WHO", options.name, "a name, or a number of list")->required();
  added
      ->add_option("PART", options.other,
                   "a name of theirs, or the key of an article, that is somebody else's")
      ->required();
}

}  // namespace quoth::cli
