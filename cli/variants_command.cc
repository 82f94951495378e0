#include "cli/variants_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/record_subcommand.h"
#include "cli/terminal.h"
#include "database/day.h"
#include "database/record_file.h"
#include "search/family.h"

namespace quoth::cli {
namespace {

constexpr int exit_unknown = 1;

int failed(const Error& error) {
  complain(described(error));
  return exit_error;
}

/// On one line of a terminal.
std::string line(std::string_view text) {
  std::string shown = harmless(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

std::string_view severity_of(const search::Comparison& comparison) {
  return variants::name(comparison.severity);
}

std::string described(const search::Family::Member& member) {
  if (!member.comparison) return "head";
  std::string text(severity_of(*member.comparison));
  const char* separator = ": ";
  for (const variants::DifferenceClass difference : member.comparison->classes)
    text.append(std::exchange(separator, ", ")).append(variants::name(difference));
  return text;
}

/// The rendering with what it lacks of the head as [-words-], what it adds as {+words+} and what stands elsewhere as ~words~.
std::string marked(const search::Comparison& comparison) {
  using Kind = variants::Edit::Kind;
  std::string text;
  const auto put = [&](const char* open, std::string_view words, const char* close) {
    const std::size_t end = words.find_last_not_of(' ') + 1;
    if (end > 0) text.append(open).append(words.substr(0, end)).append(close);
    text.append(words.substr(end));
  };
  for (const search::ComparedEdit& edit : comparison.edits) {
    if (edit.kind == Kind::kept) text += edit.b;
    if (edit.kind == Kind::moved) put("~", edit.b, "~");
    if (edit.kind == Kind::deleted || edit.kind == Kind::replaced) put("[-", edit.a, "-]");
    if (edit.kind == Kind::replaced && text.ends_with(']')) text += ' ';
    if (edit.kind == Kind::inserted || edit.kind == Kind::replaced) put("{+", edit.b, "+}");
  }
  return text;
}

std::string shown(const search::Family& family) {
  std::string text =
      fmt::format("family {}: {} renderings, {} with the head's words, {} publishers\n", family.id,
                  family.exact + family.altered, family.exact, family.publishers);
  for (const search::Family::Member& member : family.members) {
    const search::Hit& hit = member.hit;
    text += fmt::format("\n{}{} {:10} {}  {}  {}, {}\n", member.comparison ? ' ' : '*', hit.id,
                        hit.day == 0 ? "no day" : database::date_of(hit.day),
                        line(hit.publisher.value_or(hit.key)),
                        hit.speaker ? line(hit.speaker->name) : "nobody by name", name(hit.kind),
                        described(member));
    text +=
        fmt::format("    {}\n", line(member.comparison ? marked(*member.comparison) : hit.text));
  }
  return text;
}

int join(const VariantsOptions& options) {
  if (options.record.empty()) {
    complain("name the record with --db");
    return exit_error;
  }
  auto file = database::RecordFile::open_for_writing(options.record, false);
  if (!file) return failed(file.error());
  return join_variants(file->connection(), database::JoinScope::all);
}

int list(const VariantsOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  search::FamilyReader reader(file->connection());
  search::HitReader hits(file->connection());
  const auto least = options.grave ? variants::Severity::grave : variants::Severity::none;
  const auto found = reader.list(least, options.most);
  std::string text;
  for (const search::FamilySummary& family : found) {
    const auto head = hits.read(family.head);
    if (!head) break;
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", family.id, family.members, family.publishers,
                        variants::name(family.severity),
                        head->speaker ? line(head->speaker->name) : "-", line(head->text));
  }
  if (file->connection().error()) return failed(*file->connection().error());
  write_out(text);
  return found.empty() ? exit_unknown : exit_done;
}

int show(const VariantsOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  search::FamilyReader reader(file->connection());
  // Of a quotation that is a family's number the family is that one.
  const auto family = reader.read(reader.family_of(options.number).value_or(options.number));
  if (file->connection().error()) return failed(*file->connection().error());
  if (!family) {
    complain(
        fmt::format("{}: no other rendering is known of {}; quoth variants list --db {} shows "
                    "families",
                    options.record, options.number, options.record));
    return exit_unknown;
  }
  write_out(options.json ? to_json(*family) + "\n" : shown(*family));
  return exit_done;
}

}  // namespace

int join_variants(database::Connection& connection, database::JoinScope scope) {
  const auto joined = database::join_families(connection, scope);
  if (!joined) return failed(joined.error());
  complain(fmt::format("{}: {} families of {} renderings, {} of them new or changed",
                       connection.path(), joined->families, joined->renderings, joined->written));
  return exit_done;
}

void add_variants_commands(CLI::App& command, VariantsOptions& options, int& code) {
  command.require_subcommand(0, 1);
  command
      .add_option("--db", options.record,
                  "the record whose renderings are joined anew, all of them")
      ->type_name("FILE");
  command.callback([&command, &options, &code] {
    if (command.get_subcommands().empty()) code = join(options);
  });
  CLI::App* added = add_record_subcommand(
      command, "list",
      "print the families of most renderings, tab-separated: number, renderings, "
      "publishers, gravest difference, speaker, the fullest rendering",
      options, code, &list);
  added->add_flag("--grave", options.grave,
                  "only those of which a rendering may say something else than the fullest one");
  added->add_option("--most", options.most, "how many at most (default: 20)")->type_name("N");
  added = add_record_subcommand(
      command, "show",
      "print a family's renderings, each with what it lacks of the fullest one as "
      "[-words-] and what it adds as {+words+}",
      options, code, &show);
  added->add_option("NUMBER", options.number, "of list, or of a quotation (quoth search)")
      ->required();
  added->add_flag("--json", options.json, "one JSON object");
}

}  // namespace quoth::cli
