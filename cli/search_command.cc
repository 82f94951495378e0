#include "cli/search_command.h"

#include <fmt/core.h>

#include <map>
#include <utility>

#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/hit_text.h"
#include "cli/terminal.h"
#include "database/record_file.h"
#include "search/hit_json.h"
#include "search/searcher.h"

namespace quoth::cli {
namespace {

constexpr int exit_nothing = 1;
constexpr int most_rounds = 500;  // Of a search that stops before its page is full.

int failed(const Error& error) {
  complain(described(error));
  const bool is_unknown = error.code == ErrorCode::not_in_record ||
                          error.code == ErrorCode::person_unknown ||
                          error.code == ErrorCode::person_ambiguous;
  return is_unknown ? exit_nothing : exit_error;
}

search::Query query_of(const SearchOptions& options) {
  search::Query query = options.query;
  for (const std::string& words : options.words)
    query.words.append(query.words.empty() ? "" : " ").append(words);
  query.act = search::act_named(options.act);
  query.kind = search::kind_named(options.kind);
  query.sort = search::sort_named(options.sort).value_or(search::Sort::newest);
  return query;
}

/// Goes on until the page is full: at a terminal nobody minds a second.
Result<search::Answer> whole_answer(search::Searcher& searcher, search::Query query) {
  auto answer = searcher.search(query);
  const std::size_t wanted = query.limit;
  for (int round = 0; answer && !answer->is_complete && answer->next && round < most_rounds;
       ++round) {
    if (query.sort != search::Sort::newest || answer->hits.size() >= wanted) break;
    query.cursor = *answer->next;
    query.limit = wanted - answer->hits.size();
    auto more = searcher.search(query);
    if (!more) return more;
    for (search::Hit& hit : more->hits) answer->hits.push_back(std::move(hit));
    answer->next = std::move(more->next);
    answer->is_complete = more->is_complete;
  }
  return answer;
}

void tell_several(const char* role, const std::vector<search::Suggestion>& people) {
  if (people.size() < 2) return;
  std::string list;
  for (const search::Suggestion& person : people) {
    list += fmt::format("{}{} {} ({} quotations)", list.empty() ? "" : ", ", person.identity,
                        person.name, person.quotations);
  }
  complain(fmt::format("{}: several have that name and all are taken: {}", role, list));
}

void tell(const search::Answer& answer) {
  tell_several("--speaker", answer.query.speaker);
  tell_several("--about", answer.query.about);
  tell_several("--to", answer.query.addressee);
  if (answer.hits.empty()) {
    complain(answer.is_complete
                 ? "nothing found"
                 : "nothing found among the newest; ask for more words or fewer days");
    return;
  }
  if (answer.next) {
    complain(fmt::format("{} of {}{} quotations; --cursor {} goes on", answer.hits.size(),
                         answer.is_exact ? "" : "at least ", answer.count, *answer.next));
  }
}

std::string shown(const search::Facets& facets, bool is_exact) {
  std::string text = is_exact ? "" : "of the newest matches:\n";
  const auto add = [&text](const char* title, const std::vector<search::NamedCount>& counts) {
    text += fmt::format("{}\n", title);
    for (const search::NamedCount& each : counts)
      text += fmt::format("{:8}  {}\n", each.count, on_one_line(each.name));
  };
  add("speakers", facets.speakers);
  add("outlets", facets.outlets);
  text += "years\n";
  for (const search::YearCount& each : facets.years)
    text += fmt::format("{:8}  {}\n", each.count, each.year);
  return text;
}

}  // namespace

void add_answer_flags(CLI::App& command, AnswerFormat& format, std::string& color, bool has_lines) {
  std::map<std::string, AnswerFormat> names = {{"pretty", AnswerFormat::pretty},
                                               {"json", AnswerFormat::json}};
  if (has_lines) names["jsonl"] = AnswerFormat::jsonl;
  command
      .add_option("--format", format,
                  has_lines ? "pretty (default on a terminal), jsonl (a hit a line; default in a "
                              "pipe) or json (the whole answer)"
                            : "pretty (default on a terminal) or json (default in a pipe)")
      ->transform(CLI::CheckedTransformer(names).description(has_lines ? "{json,jsonl,pretty}"
                                                                       : "{json,pretty}"))
      ->type_name("NAME");
  command.add_option("--color", color, "auto (default: on a terminal), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
      ->type_name("WHEN");
}

void add_search_flags(CLI::App& command, SearchOptions& options) {
  command.add_option(
      "WORDS", options.words,
      "words, all of them wanted: \"a phrase\", harb* (words that begin so), a OR "
      "b, -a (left out; quote it with others: 'a -b'); none: everything that the options leave");
  command.add_option("--db", options.record, "the record, as quoth index makes it")
      ->required()
      ->type_name("FILE");
  search::Query& query = options.query;
  command.add_option("--speaker", query.speaker, "who speaks: a name, a surname or a number")
      ->type_name("NAME");
  command.add_option("--about", query.about, "about whom")->type_name("NAME");
  command.add_option("--to", query.addressee, "to whom")->type_name("NAME");
  command.add_option("--outlet", query.outlet, "who published it")->type_name("NAME");
  command
      .add_option("--act", options.act,
                  "only this act: say, write, ask, believe, feel, want, decide, show")
      ->check(CLI::IsMember({"say", "write", "ask", "believe", "feel", "want", "decide", "show"})
                  .description(""))
      ->type_name("NAME");
  command.add_option("--kind", options.kind, "only this kind: direct, mixed or indirect")
      ->check(CLI::IsMember({"direct", "mixed", "indirect"}).description(""))
      ->type_name("NAME");
  command
      .add_option("--since", query.since,
                  "published on that day or later: 2021-03-04, 2021-03 or 2021")
      ->type_name("DAY");
  command.add_option("--until", query.until, "published on that day or before")->type_name("DAY");
  command
      .add_option("--sort", options.sort,
                  "newest (default), relevance or mentions (most renderings first); the last two "
                  "order the newest 1000 matches")
      ->check(CLI::IsMember({"newest", "relevance", "mentions"}).description(""))
      ->type_name("NAME");
  command.add_option("--limit", query.limit, "how many at most, 1 to 100 (default: 20)")
      ->type_name("N");
  command.add_option("--cursor", query.cursor, "go on where an answer ended")->type_name("TEXT");
  command.add_flag("--facets", options.facets,
                   "print who speaks, which outlets and which years the matches are of, instead of "
                   "them");
  add_answer_flags(command, options.format, options.color, true);
}

int run_search(const SearchOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  search::Searcher searcher(file->connection());
  const auto answer = whole_answer(searcher, query_of(options));
  if (!answer) return failed(answer.error());
  const bool is_terminal = stdout_is_terminal();
  AnswerFormat format = options.format;
  if (format == AnswerFormat::automatic)
    format = is_terminal ? AnswerFormat::pretty : AnswerFormat::jsonl;
  const PrettyStyle style{options.color == "always" || (options.color == "auto" && is_terminal),
                          terminal_width()};
  std::string text;
  if (format == AnswerFormat::json) {
    text = to_json(*answer) + "\n";
  } else if (options.facets) {
    if (answer->facets) text = shown(*answer->facets, answer->is_exact);
  } else {
    for (const search::Hit& hit : answer->hits)
      text += format == AnswerFormat::jsonl ? to_json(hit) + "\n" : shown(hit, style) + "\n";
  }
  write_out(text);
  tell(*answer);
  return answer->hits.empty() ? exit_nothing : exit_done;
}

}  // namespace quoth::cli
