#include "cli/index_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "base/thread_pool.h"
#include "cli/archive_progress.h"
#include "cli/extract_command.h"
#include "cli/index_work.h"
#include "cli/stop_signal.h"
#include "cli/terminal.h"
#include "cli/variants_command.h"
#include "database/families.h"
#include "database/family_rows.h"
#include "database/record_file.h"
#include "database/writer.h"
#include "store/json_writer.h"

namespace quoth::cli {
namespace {

using Clock = std::chrono::steady_clock;

// What is lost at most, besides the documents at work, where the process is killed.
constexpr std::chrono::seconds most_unacknowledged{1};
constexpr std::uint64_t most_quotations_unacknowledged = 50'000;
constexpr std::uint64_t most_faults_told = 20;

std::string settings_of(const ExtractOptions& options) {
  std::string text =
      fmt::format("model {}; annotation {}; confidences {} {}; kb {}; encoding {}; any_language {}",
                  options.model, static_cast<int>(options.extractor.annotation),
                  options.extractor.min_confidence, options.extractor.min_speaker_confidence,
                  options.extractor.knowledge_base, options.input.encoding, options.any_language);
  for (const std::string& field : options.input.keep) text += "; keep " + field;
  return text;
}

/// A line that tells that a document is on the disk.
std::string acknowledgement(const database::Entry& entry, database::Added added) {
  const store::RecordedDocument& recorded = entry.recorded;
  std::string line;
  store::JsonWriter json(line);
  json.open_object();
  json.member("id", "sha256:" + base::hexadecimal(entry.hash));
  json.key("publisher");
  recorded.facts.publisher ? json.string(*recorded.facts.publisher) : json.null();
  json.member("key", recorded.facts.key);
  json.member("added", name(added));
  json.close_object();
  return line + "\n";
}

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, database::RecordFile& file, database::KnownDocuments& known)
      : options_(options),
        work_(options, known),
        writer_(file.connection(), {std::string("quoth ") + QUOTH_VERSION,
                                    settings_of(options.extract), options.again}),
        connection_(file.connection()),
        inputs_(options.extract.inputs, options.extract.lists, options.extract.input),
        progress_(size_of(options.extract.inputs, options.extract.lists)),
        committed_(Clock::now()) {}

  int run() {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = options_.extract.threads == 0 ? cores : options_.extract.threads;
    base::ordered_map<Inputs::Next, Indexed>(
        threads, threads * std::max<std::size_t>(1, options_.extract.batch),
        [&]() -> std::optional<Inputs::Next> {
          if (stop_was_asked() || work_.failed()) return {};
          return inputs_.next();
        },
        [&](Inputs::Next& next, std::size_t) { return work_.of(std::move(next)); },
        [&](Indexed indexed) { return deliver(std::move(indexed)); });
    return finish();
  }

 private:
  bool deliver(Indexed indexed) {
    if (work_.failed()) return false;
    if (indexed.error) {
      note(indexed.place, *indexed.error);
    } else if (indexed.entry) {
      add(*std::move(indexed.entry));
    } else {
      ++known_;
    }
    progress_.add(indexed.place.bytes, writer_.counts().quotations - shown_quotations_,
                  indexed.error.has_value());
    shown_quotations_ = writer_.counts().quotations;
    if (connection_.error()) return false;
    const bool is_due =
        Clock::now() - committed_ >= most_unacknowledged ||
        writer_.counts().quotations - committed_quotations_ >= most_quotations_unacknowledged;
    return !is_due || acknowledge(writer_.commit());
  }

  void add(database::Entry entry) {
    const std::optional<database::Added> added = writer_.add(entry);
    if (added && options_.acknowledge) acknowledgements_ += acknowledgement(entry, *added);
  }

  void note(const Inputs::Place& place, const Error& error) {
    if (faults_++ < most_faults_told) complain(described(error));
    writer_.note_fault(harmless(place.path), {error.code, harmless(error.message)});
  }

  bool acknowledge(const std::optional<Error>& failed) {
    if (failed) return false;
    committed_ = Clock::now();
    committed_quotations_ = writer_.counts().quotations;
    const std::string lines = std::exchange(acknowledgements_, {});
    // Whoever read them may have gone; the documents are kept all the same.
    if (!lines.empty()) write_out(lines);
    return true;
  }

  int finish();

  const IndexOptions& options_;
  IndexWork work_;
  database::Writer writer_;
  database::Connection& connection_;
  Inputs inputs_;
  ArchiveProgress progress_;
  Clock::time_point committed_;
  std::uint64_t committed_quotations_ = 0, shown_quotations_ = 0, known_ = 0, faults_ = 0;
  std::string acknowledgements_;  // Of what is not committed yet.
};

int IndexRun::finish() {
  if (!connection_.error()) acknowledge(writer_.finish());
  progress_.end();
  if (connection_.error()) {
    complain(described(*connection_.error()));
    return exit_error;
  }
  const database::WriteCounts& counts = writer_.counts();
  complain(
      fmt::format("{}: {} new articles, {} new versions, {} read again, {} known, {} forgotten "
                  "before; {} quotations "
                  "written, {} errors",
                  options_.record, counts.as_new, counts.as_version, counts.again,
                  counts.known + known_, counts.forgotten, counts.quotations, faults_));
  if (inputs_.counts().skipped_any()) complain(ingest::describe(inputs_.counts()));
  if (work_.failed()) return exit_error;
  if (!stop_was_asked()) {
    const bool joins = options_.join_variants && database::families_are_due(connection_);
    return joins ? join_variants(connection_, database::JoinScope::due) : exit_done;
  }
  complain("stopped before the end; the same command goes on");
  return exit_error;
}

}  // namespace

void add_record_flags(CLI::App& command, IndexOptions& options) {
  add_index_flags(command, options.extract);
  command
      .add_option("--db", options.record,
                  "the record to add to, a SQLite database; made where there is none; "
                  "docs/formats/store.md tells what it holds")
      ->required()
      ->type_name("FILE");
  command
      .add_option(
          "--publisher", options.publisher,
          "the publisher of documents that state none; an article is known by publisher and key")
      ->type_name("NAME");
  command.add_flag(
      "--again", options.again,
      "find the quotations of documents that are in the record anew, and replace them");
  command.add_flag("--acknowledge", options.acknowledge,
                   "print a line of JSON for each document once it is on the disk");
  command.add_flag("!--no-variants", options.join_variants,
                   "leave joining the renderings of one utterance to a later run, or to quoth "
                   "variants");
}

int run_index(const IndexOptions& options) {
  if (!has_inputs(options.extract)) return exit_error;
  auto file = database::RecordFile::open_for_writing(options.record, true);
  if (!file) {
    complain(described(file.error()));
    return exit_error;
  }
  auto known = database::KnownDocuments::open(options.record);
  if (!known) {
    complain(described(known.error()));
    return exit_error;
  }
  IndexOptions taking = options;
  taking.extract.input.take_records = true;
  catch_stop_signals();
  return IndexRun(taking, *file, *known).run();
}

}  // namespace quoth::cli
