#include "cli/extract_options.h"

#include <functional>
#include <map>

namespace quoth::cli {
namespace {

/// One row defines a flag: its names, what it does, and where its value goes. Help and docs/commands.md come from here.
struct Flag {
  const char* names;
  const char* help;
  std::function<void(CLI::App&, const Flag&, ExtractOptions&)> add;
};

void rename_field(ExtractOptions& options, const std::string& pair) {
  const std::size_t equals = pair.find('=');
  const std::map<std::string, std::string ingest::InputOptions::*> fields = {
      {"id", &ingest::InputOptions::id_field},
      {"text", &ingest::InputOptions::text_field},
      {"title", &ingest::InputOptions::title_field},
      {"published", &ingest::InputOptions::published_field},
      {"url", &ingest::InputOptions::url_field}};
  const auto field = fields.find(pair.substr(0, equals));
  if (equals == std::string::npos || field == fields.end()) {
    throw CLI::ValidationError(
        "--field",
        "'" + pair +
            "': write id, text, title, published or url, '=', and the input's name for it");
  }
  options.input.*field->second = pair.substr(equals + 1);
}

void add_field_flag(CLI::App& app, const Flag& flag, ExtractOptions& options) {
  app.add_option_function<std::vector<std::string>>(
         flag.names,
         [&options](const std::vector<std::string>& pairs) {
           for (const std::string& pair : pairs) rename_field(options, pair);
         },
         flag.help)
      ->type_name("NAME=FIELD")
      ->allow_extra_args(false);
}

template <typename Member>
auto text(Member member, const char* type) {
  return [member, type](CLI::App& app, const Flag& flag, ExtractOptions& options) {
    app.add_option(flag.names, member(options), flag.help)->take_last()->type_name(type);
  };
}

template <typename Member>
auto count(Member member) {
  return [member](CLI::App& app, const Flag& flag, ExtractOptions& options) {
    app.add_option(flag.names, member(options), flag.help)
        ->take_last()
        ->check(CLI::Range(1, 4096))
        ->type_name("N");
  };
}

template <typename Member>
auto list(Member member, const std::vector<std::string>& allowed) {
  return [member, allowed](CLI::App& app, const Flag& flag, ExtractOptions& options) {
    auto* option =
        app.add_option(flag.names, member(options), flag.help)->delimiter(',')->type_name("LIST");
    if (!allowed.empty()) option->check(CLI::IsMember(allowed));
  };
}

template <typename Member>
auto switched(Member member) {
  return [member](CLI::App& app, const Flag& flag, ExtractOptions& options) {
    app.add_flag(flag.names, member(options), flag.help);
  };
}

template <typename Value, typename Member>
auto chosen(Member member, const std::map<std::string, Value>& values) {
  return [member, values](CLI::App& app, const Flag& flag, ExtractOptions& options) {
    std::vector<std::string> names;
    names.reserve(values.size());
    for (const auto& [name, value] : values) names.push_back(name);
    auto& chosen = member(options);
    // `values` lives in the table of flags, as long as the program.
    app.add_option_function<std::string>(
           flag.names, [&chosen, &values](const std::string& name) { chosen = values.at(name); },
           flag.help)
        ->take_last()
        ->check(CLI::IsMember(names))
        ->type_name("NAME");
  };
}

const std::vector<Flag>& reading_flags() {
  static const std::vector<Flag> flags = {
      {"--model",
       "weights: base, fast, research, fast-research, or a path (default: base; of archive: fast)",
       text([](ExtractOptions& o) -> auto& { return o.model; }, "NAME|PATH")},
      {"--annotation",
       "whose habits to follow: wikinews (nested quotations too) or polnear (outer ones only)",
       chosen<Annotation>([](ExtractOptions& o) -> auto& { return o.extractor.annotation; },
                          {{"wikinews", Annotation::wikinews}, {"polnear", Annotation::polnear}})},
      {"--kernel", "matrix kernels: auto, amx, vnni, avx2, portable (same answers) or f32",
       text([](ExtractOptions& o) -> auto& { return o.extractor.kernel; }, "NAME")},
      {"--min-confidence",
       "leave out quotations less certain than this, 0 to 1 (default: the model's best on dev)",
       [](CLI::App& app, const Flag& flag, ExtractOptions& o) {
         app.add_option(flag.names, o.extractor.min_confidence, flag.help)
             ->take_last()
             ->check(CLI::Range(0.0, 1.0))
             ->type_name("SHARE");
       }},
      {"--min-speaker-confidence",
       "name no speaker less certain than this, 0 to 1; it becomes a candidate (default: the "
       "model's best on dev)",
       [](CLI::App& app, const Flag& flag, ExtractOptions& o) {
         app.add_option(flag.names, o.extractor.min_speaker_confidence, flag.help)
             ->take_last()
             ->check(CLI::Range(0.0, 1.0))
             ->type_name("SHARE");
       }},
      {"--kb", "knowledge base (quoth kb build) to link persons and organisations to",
       text([](ExtractOptions& o) -> auto& { return o.extractor.knowledge_base; }, "FILE")},
      {"--encoding",
       "encoding of plain text, tables and feeds (default: UTF-8, or UTF-16 by its byte order "
       "mark; a feed says it); detect guesses it; JSON Lines are UTF-8",
       text([](ExtractOptions& o) -> auto& { return o.input.encoding; }, "NAME")},
      {"--replace-invalid", "read malformed bytes as U+FFFD instead of refusing the document",
       switched([](ExtractOptions& o) -> auto& { return o.input.replace_invalid; })},
      {"--field",
       "rename a field of JSON Lines or a column of a table: published=date reads the record's "
       "published from the input's "
       "date; repeatable",
       &add_field_flag},
  };
  return flags;
}

const std::vector<Flag>& record_flags() {
  static const std::vector<Flag> flags = {
      {"--kind", "only these kinds: direct, indirect, mixed; comma between",
       list([](ExtractOptions& o) -> auto& { return o.kinds; }, {"direct", "indirect", "mixed"})},
      {"--act",
       "only these acts: say, write, ask, believe, feel, want, decide, show; comma between",
       list([](ExtractOptions& o) -> auto& { return o.acts; },
            {"say", "write", "ask", "believe", "feel", "want", "decide", "show"})},
      {"--offsets", "what offsets count: codepoint (default), byte or utf16",
       chosen<OffsetUnit>([](ExtractOptions& o) -> auto& { return o.record.offsets; },
                          {{"codepoint", OffsetUnit::codepoint},
                           {"byte", OffsetUnit::byte},
                           {"utf16", OffsetUnit::utf16}})},
      {"--text,!--no-text", "write the document's text into the record as doc.text",
       switched([](ExtractOptions& o) -> auto& { return o.record.with_text; })},
  };
  return flags;
}

const std::vector<Flag>& work_flags() {
  static const std::vector<Flag> flags = {
      {"--keep",
       "copy these fields of JSON Lines or columns of a table into doc.extra; comma between",
       list([](ExtractOptions& o) -> auto& { return o.input.keep; }, {})},
      {"--threads", "how many documents to work on at once (default: all cores)",
       count([](ExtractOptions& o) -> auto& { return o.threads; })},
      {"--batch", "documents in flight a thread (default: 4); the answer does not depend on it",
       count([](ExtractOptions& o) -> auto& { return o.batch; })},
      {"--any-language",
       "read documents in other languages too; without it they are noted as not_english and yield "
       "no quotations",
       switched([](ExtractOptions& o) -> auto& { return o.any_language; })},
  };
  return flags;
}

const std::vector<Flag>& showing_flags() {
  static const std::vector<Flag> flags = {
      {"--format", "pretty (default on a terminal), jsonl (default in a pipe) or csv",
       chosen<Format>(
           [](ExtractOptions& o) -> auto& { return o.format; },
           {{"pretty", Format::pretty}, {"jsonl", Format::jsonl}, {"csv", Format::csv}})},
      {"--color", "auto (default: on a terminal), always or never",
       [](CLI::App& app, const Flag& flag, ExtractOptions& o) {
         app.add_option(flag.names, o.color, flag.help)
             ->take_last()
             ->check(CLI::IsMember({"auto", "always", "never"}))
             ->type_name("WHEN");
       }},
      {"--profile",
       "tell on stderr: words a second without the load, peak memory, time to the first result, "
       "and each stage's share of the time and cost of a word",
       switched([](ExtractOptions& o) -> auto& { return o.profile; })},
  };
  return flags;
}

void add(CLI::App& command, ExtractOptions& options, const std::vector<Flag>& flags) {
  for (const Flag& flag : flags) flag.add(command, flag, options);
}

void add_inputs(CLI::App& command, ExtractOptions& options) {
  command.add_option(
      "FILE", options.inputs,
      "plain text, JSON Lines, a table, a feed, a page or a web archive, compressed or not, told "
      "apart by content; a folder: "
      "all files below it; a quoted pattern with * ? [a-z] and ** for "
      "any depth; - is standard input");
  command
      .add_option("--from", options.lists,
                  "file with an input a line (- is standard input); blank lines and # comments are "
                  "left out; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

}  // namespace

void add_extract_flags(CLI::App& command, ExtractOptions& options) {
  add_inputs(command, options);
  add(command, options, reading_flags());
  add(command, options, record_flags());
  add(command, options, work_flags());
  add(command, options, showing_flags());
}

void add_many_flags(CLI::App& command, ExtractOptions& options) {
  add_inputs(command, options);
  add(command, options, reading_flags());
  add(command, options, record_flags());
  add(command, options, work_flags());
}

void add_index_flags(CLI::App& command, ExtractOptions& options) {
  add_inputs(command, options);
  add(command, options, reading_flags());
  add(command, options, work_flags());
}

void add_explain_flags(CLI::App& command, ExtractOptions& options) {
  add_inputs(command, options);
  add(command, options, reading_flags());
}

}  // namespace quoth::cli
