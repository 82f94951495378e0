#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <string_view>

#include "cli/archive_command.h"
#include "cli/check_command.h"
#include "cli/extract_command.h"
#include "cli/index_command.h"
#include "cli/kb_command.h"
#include "cli/models_command.h"
#include "cli/profile_command.h"
#include "cli/record_commands.h"
#include "cli/search_command.h"
#include "cli/serve_command.h"
#include "cli/terminal.h"
#include "cli/variants_command.h"
#include "cli/verify_command.h"

namespace {

/// Tells people who measure that they measure the wrong build.
void warn_of_slow_build() {
  const std::string_view build = QUOTH_BUILD_TYPE;
  if (build != "Release")
    quoth::cli::complain(fmt::format("this is a {} build, slower than a release build", build));
}

/// `quoth kb build` and `quoth kb show`.
void add_kb_commands(CLI::App& app, quoth::cli::KbBuildOptions& build,
                     quoth::cli::KbShowOptions& show, int& code) {
  using namespace quoth::cli;
  CLI::App* kb = app.add_subcommand("kb",
                                    "make and look into knowledge bases, files of people and "
                                    "organisations to link to");
  kb->require_subcommand(1);
  CLI::App* command = kb->add_subcommand("build", "make a knowledge base");
  add_kb_build_flags(*command, build);
  command->callback([&] { code = run_kb_build(build); });
  command = kb->add_subcommand("show",
                               "print what a name stands for, tab-separated: mentions, id, "
                               "name, types, years, description");
  add_kb_show_flags(*command, show);
  command->callback([&] { code = run_kb_show(show); });
}

int run(int argc, char** argv) {
  using namespace quoth::cli;
  CLI::App app{
      "Quoth finds who said what in news text: quotations, their sources and speakers, each "
      "traceable to the character."};
  app.name("quoth");
  app.set_version_flag("--version", std::string("quoth ") + QUOTH_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 a check failed (verify), nothing is found (search) or a name or key "
      "is "
      "unknown (kb show, entity, forget, export, profile); 2 "
      "something could not be read, written or loaded.");

  ExtractOptions extract, explain;
  ArchiveOptions archive;
  VerifyOptions verify;
  int code = exit_done;
  CLI::App* command =
      app.add_subcommand("extract", "find the quotations of documents and write the record");
  add_extract_flags(*command, extract);
  command->callback([&] { code = run_extract(extract); });
  command = app.add_subcommand(
      "archive", "read any number of inputs into a folder of records; can be interrupted");
  add_archive_flags(*command, archive);
  command->callback([&] { code = run_archive(archive); });
  command = app.add_subcommand("explain", "show every stage's value for a document");
  add_explain_flags(*command, explain);
  command->callback([&] { code = run_explain(explain); });
  command = app.add_subcommand("verify", "check that every span of a record reproduces its text");
  add_verify_flags(*command, verify);
  command->callback([&] { code = run_verify(verify); });
  IndexOptions index;
  RecordCommandOptions record;
  command = app.add_subcommand("index", "add documents to a record on disk; can be interrupted");
  add_record_flags(*command, index);
  command->callback([&] { code = run_index(index); });
  SearchOptions search;
  command = app.add_subcommand("search", "find who said what in a record on disk");
  add_search_flags(*command, search);
  command->callback([&] { code = run_search(search); });
  ProfileOptions profile;
  command =
      app.add_subcommand("profile",
                         "what a record on disk has of somebody: when they speak, about whom, "
                         "to whom, with whom, and statements to compare");
  add_profile_flags(*command, profile);
  command->callback([&] { code = run_profile(profile); });
  command =
      app.add_subcommand("export", "print what a record on disk holds, as extract printed it");
  add_export_flags(*command, record);
  command->callback([&] { code = run_export(record); });
  command = app.add_subcommand("stats", "count what a record on disk holds");
  add_stats_flags(*command, record);
  command->callback([&] { code = run_stats(record); });
  command = app.add_subcommand("entity",
                               "persons and organisations across the articles of a record on disk");
  add_entity_commands(*command, record, code);
  VariantsOptions variants;
  command = app.add_subcommand(
      "variants", "renderings of one utterance across the articles of a record on disk");
  add_variants_commands(*command, variants, code);
  CheckOptions check;
  DiffOptions diff;
  add_check_commands(app, check, diff, code);
  command = app.add_subcommand("forget",
                               "take an article or somebody's quotations out of a record on disk, "
                               "for good and without a trace");
  add_forget_flags(*command, record);
  command->callback([&] { code = run_forget(record); });
  command = app.add_subcommand("compact", "make a record on disk as small and quick as it can be");
  add_compact_flags(*command, record);
  command->callback([&] { code = run_compact(record); });
#ifdef QUOTH_HAS_SERVER
  ServeOptions serve;
  command =
      app.add_subcommand("serve", "answer searches of a record on disk over HTTP, with a page");
  add_serve_flags(*command, serve);
  command->callback([&] { code = run_serve(serve); });
#endif
  KbBuildOptions kb_build;
  KbShowOptions kb_show;
  add_kb_commands(app, kb_build, kb_show, code);
  command = app.add_subcommand("models", "list the weights and the kernels that can be used here");
  command->callback([&] { code = run_models(); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? exit_done : exit_error;
  }
  return output_failed() ? exit_error : code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  warn_of_slow_build();
  return run(argc, argv);
}
