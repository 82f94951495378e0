#include "cli/check_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <utility>

#include "cli/difference.h"
#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/terminal.h"
#include "database/day.h"
#include "database/record_file.h"
#include "search/check_json.h"
#include "search/comparison_json.h"
#include "search/explanation.h"
#include "text/utf8.h"

namespace quoth::cli {
namespace {

int failed(const Error& error) {
  complain(described(error));
  return exit_error;
}

bool wants_color(const std::string& color) {
  if (color != "auto") return color == "always";
  return stdout_is_terminal() && std::getenv("NO_COLOR") == nullptr;
}

bool wants_json(const std::string& format) {
  return format == "json" || (format.empty() && !stdout_is_terminal());
}

void add_output_flags(CLI::App& command, std::string& format, std::string& color) {
  command
      .add_option("--format", format,
                  "pretty, for people, or json (default: pretty on a terminal, else json)")
      ->check(CLI::IsMember({"pretty", "json"}));
  command.add_option("--color", color, "when text is coloured (default: auto)")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

/// Green: said so. Yellow: read before you use it. Red: not said, or not so.
const char* color_of(search::Verdict verdict) {
  switch (verdict) {
    case search::Verdict::exact:
      return "\x1b[1;32m";
    case search::Verdict::denied:
    case search::Verdict::not_said:
    case search::Verdict::other_speaker:
      return "\x1b[1;31m";
    case search::Verdict::paraphrase:
    case search::Verdict::not_found:
      return "\x1b[1m";
    default:
      return "\x1b[1;33m";
  }
}

std::string in_words(search::Verdict verdict) {
  std::string words = search::name(verdict);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string shown(const search::Evidence& evidence, std::size_t number, bool color) {
  const search::Hit& hit = evidence.hit;
  std::string text = fmt::format("\n{}. {}  {}", number, in_words(evidence.judgement.verdict),
                                 one_line(search::speaker_named(hit)));
  if (!hit.cue.empty()) text += fmt::format(" ({})", one_line(hit.cue));
  text += fmt::format("\n   {}", hit.day == 0 ? "day unknown" : database::date_of(hit.day));
  text += ", " + one_line(hit.publisher.value_or(hit.key));
  if (hit.title) text += ": " + one_line(*hit.title);
  text += fmt::format("  [{} {}]\n", hit.id, hit.number);
  if (evidence.comparison && evidence.comparison->severity != variants::Severity::none) {
    text += fmt::format("   {}\n", severity_and_classes(*evidence.comparison));
    text += difference(*evidence.comparison, "   ", color);
  } else {
    text += fmt::format("   {}\n", one_line(hit.text));
  }
  if (const auto link = search::deep_link(hit)) text += fmt::format("   {}\n", one_line(*link));
  return text;
}

std::string shown(const search::Finding& finding, bool color) {
  std::string text = in_words(finding.verdict);
  if (color) text = color_of(finding.verdict) + text + "\x1b[0m";
  text += ": " + one_line(finding.explanation) + '\n';
  for (std::size_t k = 0; k < finding.evidence.size(); ++k)
    text += shown(finding.evidence[k], k + 1, color);
  return text;
}

std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 0) return {};
  return number;
}

/// A side of `quoth diff`: a quotation's number, or a text.
Result<search::Rendering> rendering(const std::string& given, const std::string& by,
                                    const std::string& record, search::HitReader* hits) {
  if (text::first_invalid(given) || text::first_invalid(by))
    return Error{ErrorCode::invalid_utf8, "diff: a text is not UTF-8; give it in that encoding"};
  search::Rendering made{{}, given, Quotation::Kind::direct, {}, EntityType::person};
  if (const auto number = number_in(given)) {
    if (hits == nullptr) {
      return Error{
          ErrorCode::invalid_option,
          fmt::format("diff: {} is the number of a quotation; name its record with --db", given)};
    }
    const auto hit = hits->read(*number);
    if (!hit) {
      return Error{ErrorCode::not_in_record,
                   fmt::format("{}: has no quotation {}; quoth search and quoth check print their "
                               "numbers",
                               record, given)};
    }
    made = search::rendering_of(*hit);
  }
  if (!by.empty()) made.speaker = by;
  return made;
}

int print(const search::Rendering& a, const search::Rendering& b, const DiffOptions& options) {
  const auto comparison = search::compare(a, b);
  if (!comparison) {
    return failed({ErrorCode::claim_empty, "diff: one of the two has no words; give what is said"});
  }
  if (wants_json(options.format)) {
    write_out(search::to_json(*comparison) + "\n");
  } else {
    write_out(severity_and_classes(*comparison) + '\n' +
              difference(*comparison, "", wants_color(options.color)) +
              search::remark(comparison->severity) + '\n');
  }
  return exit_done;
}

void add_check_flags(CLI::App& command, CheckOptions& options) {
  command.add_option("CLAIM", options.claim.text, "what is claimed to be said")->required();
  command.add_option("--db", options.record, "the record, as quoth index makes it")
      ->required()
      ->type_name("FILE");
  command
      .add_option("--by", options.claim.by,
                  "who is claimed to have said it: a name, or a number of quoth entity list")
      ->type_name("NAME");
  command
      .add_option("--before", options.claim.before,
                  "only articles published before this day; those of unknown day are left out")
      ->type_name("DATE");
  add_output_flags(command, options.format, options.color);
}

int run_check(const CheckOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  search::Checker checker(file->connection());
  const auto finding = checker.check(options.claim);
  if (!finding) return failed(finding.error());
  write_out(wants_json(options.format) ? search::to_json(*finding) + "\n"
                                       : shown(*finding, wants_color(options.color)));
  return exit_done;
}

void add_diff_flags(CLI::App& command, DiffOptions& options) {
  command.add_option("A", options.a, "a text, or the number of a quotation as search prints it")
      ->required();
  command.add_option("B", options.b, "what it is compared with, likewise")->required();
  command.add_option("--db", options.record, "the record that numbers are of")->type_name("FILE");
  command.add_option("--by-a", options.by_a, "who says A")->type_name("NAME");
  command.add_option("--by-b", options.by_b, "who says B")->type_name("NAME");
  add_output_flags(command, options.format, options.color);
}

int run_diff(const DiffOptions& options) {
  if (options.record.empty()) {
    const auto a = rendering(options.a, options.by_a, {}, nullptr);
    if (!a) return failed(a.error());
    const auto b = rendering(options.b, options.by_b, {}, nullptr);
    if (!b) return failed(b.error());
    return print(*a, *b, options);
  }
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  search::HitReader hits(file->connection());
  const auto a = rendering(options.a, options.by_a, options.record, &hits);
  if (!a) return failed(a.error());
  const auto b = rendering(options.b, options.by_b, options.record, &hits);
  if (!b) return failed(b.error());
  return print(*a, *b, options);
}

}  // namespace

void add_check_commands(CLI::App& app, CheckOptions& check, DiffOptions& diff, int& code) {
  CLI::App* command =
      app.add_subcommand("check", "look up in a record on disk whether somebody said that");
  add_check_flags(*command, check);
  command->callback([&check, &code] { code = run_check(check); });
  command = app.add_subcommand("diff", "show what differs between two quotations or texts");
  add_diff_flags(*command, diff);
  command->callback([&diff, &code] { code = run_diff(diff); });
}

}  // namespace quoth::cli
