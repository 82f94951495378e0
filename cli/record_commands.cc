#include "cli/record_commands.h"

#include <fmt/core.h>

#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/terminal.h"
#include "database/forgetting.h"
#include "database/hand_decisions.h"
#include "database/record_file.h"
#include "database/statistics.h"
#include "database/stored_document.h"
#include "store/json_writer.h"

namespace quoth::cli {
namespace {

constexpr int exit_unknown = 1;

int failed(const Error& error) {
  complain(described(error));
  return error.code == ErrorCode::not_in_record ? exit_unknown : exit_error;
}

std::string as_json(const std::vector<database::Statistic>& statistics) {
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  for (const database::Statistic& statistic : statistics) {
    json.key(statistic.name);
    statistic.text.empty() ? json.number(static_cast<std::uint64_t>(statistic.number))
                           : json.string(statistic.text);
  }
  json.close_object();
  return text + "\n";
}

}  // namespace

void add_database_flag(CLI::App& command, RecordCommandOptions& options) {
  command.add_option("--db", options.record, "the record, as quoth index makes it")
      ->required()
      ->type_name("FILE");
}

void add_stats_flags(CLI::App& command, RecordCommandOptions& options) {
  add_database_flag(command, options);
  command.add_flag("--json", options.json, "one JSON object instead of a line a number");
}

int run_stats(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  const auto statistics = database::statistics(file->connection());
  if (file->connection().error()) return failed(*file->connection().error());
  if (options.json) {
    write_out(as_json(statistics));
    return exit_done;
  }
  std::string text;
  for (const database::Statistic& statistic : statistics) {
    text +=
        fmt::format("{:28} {:>12}\n", statistic.name,
                    statistic.text.empty() ? fmt::format("{}", statistic.number) : statistic.text);
  }
  write_out(text);
  return exit_done;
}

void add_compact_flags(CLI::App& command, RecordCommandOptions& options) {
  add_database_flag(command, options);
}

int run_compact(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_writing(options.record, false);
  if (!file) return failed(file.error());
  if (auto error = database::erase_traces(file->connection())) return failed(*error);
  return exit_done;
}

void add_forget_flags(CLI::App& command, RecordCommandOptions& options) {
  add_database_flag(command, options);
  auto* document = command.add_option(
      "--document", options.key,
      "the key of an article; all its versions go, and every article of the same text");
  command.add_option("--publisher", options.publisher, "only the article of this publisher")
      ->needs(document)
      ->type_name("NAME");
  auto* person = command.add_option(
      "--person", options.person, "a name, or a number of quoth entity list, whose quotations go");
  document->type_name("KEY")->excludes(person);
  person->type_name("NAME");
}

int run_forget(const RecordCommandOptions& options) {
  if (options.key.empty() && options.person.empty()) {
    complain("nothing to forget: name an article with --document, or somebody with --person");
    return exit_error;
  }
  auto file = database::RecordFile::open_for_writing(options.record, false);
  if (!file) return failed(file.error());
  database::Connection& connection = file->connection();
  auto forgotten = [&]() -> Result<database::Forgotten> {
    if (!options.key.empty()) {
      return database::forget_document(
          connection, options.key,
          options.publisher.empty() ? std::optional<std::string>() : options.publisher);
    }
    const auto found = database::find_identities(connection, options.person, 2);
    if (connection.error()) return *connection.error();
    if (found.size() != 1) {
      return Error{ErrorCode::not_in_record,
                   fmt::format("{}: {} have the name {}; give a number of quoth entity list",
                               options.record, found.empty() ? "none" : "several", options.person)};
    }
    return database::forget_person(connection, found.front().id);
  }();
  if (!forgotten) return failed(forgotten.error());
  if (auto error = database::erase_traces(connection)) return failed(*error);
  complain(fmt::format(
      "{}: {} articles in {} versions and {} quotations are forgotten, {} texts redacted",
      options.record, forgotten->articles, forgotten->versions, forgotten->quotations,
      forgotten->redacted_texts));
  return exit_done;
}

void add_export_flags(CLI::App& command, RecordCommandOptions& options) {
  add_database_flag(command, options);
  command.add_option("--document", options.key, "only articles of this key")->type_name("KEY");
  command.add_flag("--all-versions", options.all_versions,
                   "every version of an article, the oldest first, not the newest alone");
  command.add_flag("!--no-text", options.with_text, "leave doc.text out");
}

int run_export(const RecordCommandOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  database::Connection& connection = file->connection();
  database::DocumentReader reader(connection);
  database::Statement versions(connection,
                               "SELECT v.id FROM version v JOIN sighting s ON s.id = v.sighting "
                               "WHERE (?1 = '' OR s.key = ?1) AND "
                               "(?2 OR v.number = (SELECT max(number) FROM version WHERE sighting "
                               "= v.sighting)) ORDER BY v.id");
  bool any = false;
  versions.start(options.key, options.all_versions);
  while (versions.next()) {
    const auto stored = reader.read(versions.integer(0));
    if (!stored) break;
    any = true;
    const store::RecordedDocument& recorded = stored->recorded;
    if (!write_out(to_json(recorded.document, recorded.record, recorded.facts, recorded.engine,
                           {.with_text = options.with_text}) +
                   "\n")) {
      return exit_done;
    }
  }
  if (connection.error()) return failed(*connection.error());
  return any || options.key.empty() ? exit_done : exit_unknown;
}

}  // namespace quoth::cli
