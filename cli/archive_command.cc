#include "cli/archive_command.h"

#include <fmt/core.h>

#include <optional>
#include <thread>
#include <utility>

#include "base/thread_pool.h"
#include "cli/archive_progress.h"
#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/inputs.h"
#include "cli/stop_signal.h"
#include "cli/terminal.h"
#include "store/archive_folder.h"
#include "store/first_articles.h"
#include "store/json_writer.h"

namespace quoth::cli {
namespace {

/// What the answer depends on besides the inputs: a run goes on only under the same.
std::string run_of(const ArchiveOptions& options, const Extractor& extractor) {
  const ExtractOptions& o = options.extract;
  const ingest::InputOptions& in = o.input;
  std::string text = fmt::format(
      "quoth {}; weights {}; annotation {}; confidences {} {}; kb {}; encoding {}; "
      "replace_invalid {}; any_language {}; duplicates {}; offsets {}; text {}; fields {} {} {} {} "
      "{}",
      QUOTH_VERSION, extractor.model_sha256(), static_cast<int>(o.extractor.annotation),
      o.extractor.min_confidence, o.extractor.min_speaker_confidence, o.extractor.knowledge_base,
      in.encoding, in.replace_invalid, o.any_language, options.find_duplicates,
      static_cast<int>(o.record.offsets), o.record.with_text, in.id_field, in.text_field,
      in.title_field, in.published_field, in.url_field);
  for (const std::string& field : in.keep) text += "; keep " + field;
  for (const std::string& kind : o.kinds) text += "; kind " + kind;
  for (const std::string& act : o.acts) text += "; act " + act;
  return text;
}

/// What a worker makes of an item, on its way to the part.
struct Made {
  Outcome outcome;
  Inputs::Place place;
  store::FirstArticles::Signature signature{};
};

std::string error_line(const Inputs::Place& place, const Error& error) {
  std::string line;
  store::JsonWriter json(line);
  json.open_object();
  json.member("path", harmless(place.path));
  json.member("code", name(error.code));
  json.member("message", harmless(error.message));
  json.close_object();
  return line + "\n";
}

class ArchiveRun {
 public:
  ArchiveRun(const ArchiveOptions& options, const Extractor& extractor, store::ArchiveFolder folder)
      : options_(options),
        work_(options.extract, extractor),
        engine_(engine_of(extractor)),
        folder_(std::move(folder)),
        reached_(folder_.checkpoint()),
        inputs_(options.extract.inputs, options.extract.lists, options.extract.input),
        progress_(size_of(options.extract.inputs, options.extract.lists)) {}

  int run() {
    if (!restore() || !pass_over()) return exit_error;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = options_.extract.threads == 0 ? cores : options_.extract.threads;
    base::ordered_map<Inputs::Next, Made>(
        threads, threads * std::max<std::size_t>(1, options_.extract.batch),
        [&]() -> std::optional<Inputs::Next> {
          if (stop_was_asked()) return {};
          return inputs_.next();
        },
        [&](Inputs::Next& next, std::size_t) { return work(next); },
        [&](Made made) { return deliver(std::move(made)); });
    return finish();
  }

 private:
  /// Knows the first articles of the parts there are.
  bool restore() {
    for (std::uint64_t part = 0; options_.find_duplicates && part < reached_.parts; ++part) {
      const auto log = folder_.signatures(part);
      if (!log) return fail(log.error());
      if (!first_articles_.restore(*log)) {
        return fail({ErrorCode::file_unreadable,
                     fmt::format("{}: the signatures of part {} are damaged; start a new folder",
                                 options_.folder, part)});
      }
    }
    return true;
  }

  /// Goes on to behind the items that are in the parts.
  bool pass_over() {
    for (std::uint64_t item = 0; item < reached_.items; ++item) {
      if (!inputs_.next()) break;
    }
    const Inputs::Place& place = inputs_.place();
    progress_.passed_over(place.bytes);
    if (reached_.items == 0 ||
        (place.inputs_done == reached_.inputs_done && place.inputs_hash == reached_.inputs_hash &&
         place.path == reached_.input && place.item == reached_.input_items)) {
      return true;
    }
    return fail({ErrorCode::invalid_option,
                 options_.folder +
                     ": the inputs are not those of its run; give the same ones in the same order, "
                     "or name another folder"});
  }

  Made work(Inputs::Next& next) const {
    Made made{work_.of(std::move(next.item)), std::move(next.place), {}};
    if (options_.find_duplicates && made.outcome.item) {
      made.signature = ingest::NearDuplicates::signature_of(made.outcome.item->document.text());
    }
    return made;
  }

  bool deliver(Made made) {
    const Outcome& outcome = made.outcome;
    reached_.inputs_done = made.place.inputs_done;
    reached_.inputs_hash = made.place.inputs_hash;
    reached_.input = made.place.path;
    reached_.input_items = made.place.item;
    ++reached_.items;
    ++items_;
    if (outcome.error) {
      ++reached_.counts["errors"];
      part_.errors += error_line(made.place, *outcome.error);
    } else {
      add_record(made);
    }
    progress_.add(made.place.bytes, outcome.record.quotations.size(), outcome.error.has_value());
    return items_ < options_.part_items || write_part();
  }

  void add_record(Made& made) {
    Document& document = made.outcome.item->document;
    DocumentFacts& facts = made.outcome.item->facts;
    ++reached_.counts["documents"];
    reached_.counts["quotations"] += made.outcome.record.quotations.size();
    reached_.counts["words"] += made.outcome.words;
    reached_.counts["other_language"] += made.outcome.is_foreign ? 1U : 0U;
    if (options_.find_duplicates && made.outcome.words > 0) {
      facts.duplicate_of =
          first_articles_.first_like(made.signature, document_id(document), part_.signatures);
      reached_.counts["near_duplicates"] += facts.duplicate_of ? 1U : 0U;
    }
    part_.records +=
        to_json(document, made.outcome.record, facts, engine_, options_.extract.record) + "\n";
  }

  bool write_part() {
    if (auto error = folder_.add(part_, reached_)) {
      failed_ = true;
      return fail(*error);
    }
    part_.clear();
    items_ = 0;
    return true;
  }

  /// Exit code.
  int finish() {
    if (failed_) return exit_error;
    reached_.finished = !stop_was_asked();
    const ingest::ReadCounts read = inputs_.counts();  // Of all inputs, those of earlier runs too.
    for (std::size_t k = 0; k < read.skipped.size(); ++k) {
      if (read.skipped[k] > 0) {
        reached_.counts[std::string("skipped: ") + ingest::name(static_cast<ingest::Skipped>(k))] =
            read.skipped[k];
      }
    }
    auto error = items_ > 0 ? folder_.add(part_, reached_) : folder_.finish(reached_);
    if (error) {
      fail(*error);
      return exit_error;
    }
    progress_.end();
    complain(fmt::format("{}: {} documents, {} quotations, {} errors in {} parts", options_.folder,
                         reached_.counts["documents"], reached_.counts["quotations"],
                         reached_.counts["errors"], folder_.checkpoint().parts));
    if (read.skipped_any()) complain(ingest::describe(read));
    tell_foreign(reached_.counts["other_language"]);
    if (reached_.finished) return exit_done;
    complain("stopped before the end; --resume goes on");
    return exit_error;
  }

  static bool fail(const Error& error) {
    complain(described(error));
    return false;
  }

  const ArchiveOptions& options_;
  DocumentWork work_;
  EngineFacts engine_;
  store::ArchiveFolder folder_;
  store::Checkpoint reached_;  // With what is not yet in a part.
  Inputs inputs_;
  ArchiveProgress progress_;
  store::FirstArticles first_articles_;
  store::ArchiveFolder::Part part_;
  std::size_t items_ = 0;  // In it.
  bool failed_ = false;
};

}  // namespace

void add_archive_flags(CLI::App& command, ArchiveOptions& options) {
  options.extract.model = "fast";
  add_many_flags(command, options.extract);
  command
      .add_option("--out", options.folder,
                  "folder to write to; docs/formats/archive.md tells what it holds")
      ->required()
      ->type_name("FOLDER");
  command.add_flag(
      "--resume", options.resume,
      "go on where an earlier run into the folder stopped; the same inputs and options "
      "must be given");
  command
      .add_option("--part-size", options.part_items,
                  "documents (and errors) in each part (default: 1000)")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  command.add_flag("!--no-duplicates", options.find_duplicates,
                   "do not look for near-duplicates (doc.duplicate_of)");
}

int run_archive(const ArchiveOptions& options) {
  if (!has_inputs(options.extract)) return exit_error;
  const auto extractor = load_extractor(options.extract);
  if (!extractor) return exit_error;
  auto folder =
      store::ArchiveFolder::open(options.folder, run_of(options, *extractor), options.resume);
  if (!folder) {
    complain(described(folder.error()));
    return exit_error;
  }
  catch_stop_signals();
  return ArchiveRun(options, *extractor, *std::move(folder)).run();
}

}  // namespace quoth::cli
