#include "cli/extract_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "base/thread_pool.h"
#include "cli/document_work.h"
#include "cli/inputs.h"
#include "cli/pretty.h"
#include "cli/profile.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "ingest/page_text.h"

namespace quoth::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// What one document came to.
struct Output {
  std::string text;
  std::optional<Error> error;
  std::size_t words = 0, quotations = 0, inputs_done = 0;
  bool is_foreign = false;  ///< Not read: in another language than English.
  std::chrono::nanoseconds writing{};
};

class ExtractRun {
 public:
  ExtractRun(const ExtractOptions& options, const Extractor& extractor)
      : options_(options),
        work_(options, extractor),
        engine_(engine_of(extractor)),
        style_{options.color == "always" || (options.color == "auto" && stdout_is_terminal()),
               terminal_width()} {
    format_ = options.format;
    if (format_ == Format::automatic)
      format_ = stdout_is_terminal() ? Format::pretty : Format::jsonl;
  }

  int run(Profile& profile) {
    if (format_ == Format::csv && !write_out(csv_header())) return exit_done;
    Inputs inputs(options_.inputs, options_.lists, options_.input);
    Progress progress(inputs.known_count().value_or(0));
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = options_.threads == 0 ? cores : options_.threads;
    bool failed = false;
    std::size_t foreign = 0;
    base::ordered_map<Inputs::Next, Output>(
        threads, threads * std::max<std::size_t>(1, options_.batch),
        [&] {
          const auto began = Clock::now();
          auto next = inputs.next();
          profile.add_reading(Clock::now() - began);
          return next;
        },
        [&](Inputs::Next& next, std::size_t) { return work(next); },
        [&](const Output& output) {
          failed = failed || output.error.has_value();
          foreign += output.is_foreign ? 1U : 0U;
          progress.add(output.words, output.quotations, output.inputs_done);
          profile.add(output.words);
          profile.add_writing(output.writing);
          return deliver(output);
        });
    tell_foreign(foreign);
    if (inputs.counts().skipped_any()) complain(ingest::describe(inputs.counts()));
    return failed ? exit_error : exit_done;
  }

 private:
  Output work(Inputs::Next& next) const {
    Output output;
    output.inputs_done = next.place.inputs_done;
    const Outcome outcome = work_.of(std::move(next.item));
    output.error = outcome.error;
    if (!outcome.item) return output;
    const Document& document = outcome.item->document;
    const DocumentFacts& facts = outcome.item->facts;
    output.is_foreign = outcome.is_foreign;
    output.words = outcome.words;
    output.quotations = outcome.record.quotations.size();
    const auto began = Clock::now();
    if (format_ == Format::jsonl) {
      output.text = to_json(document, outcome.record, facts, engine_, options_.record) + "\n";
    } else if (format_ == Format::csv) {
      output.text = to_csv(document, outcome.record, facts, options_.record);
    } else {
      output.text = pretty(document, outcome.record, facts, style_);
    }
    output.writing = Clock::now() - began;
    return output;
  }

  static bool deliver(const Output& output) {
    if (output.error) complain(described(*output.error));
    return output.text.empty() || write_out(output.text);
  }

  const ExtractOptions& options_;
  DocumentWork work_;
  EngineFacts engine_;
  Format format_;
  PrettyStyle style_;
};

}  // namespace

int run_extract(const ExtractOptions& options) {
  if (!has_inputs(options)) return exit_error;
  Profile profile;
  const auto extractor = load_extractor(options);
  if (!extractor) return exit_error;
  profile.loaded();
  const int code = ExtractRun(options, *extractor).run(profile);
  if (options.profile) profile.print(*extractor);
  return code;
}

int run_explain(const ExtractOptions& options) {
  if (!has_inputs(options)) return exit_error;
  const auto extractor = load_extractor(options);
  if (!extractor) return exit_error;
  Inputs inputs(options.inputs, options.lists, options.input);
  int code = exit_done;
  while (auto next = inputs.next()) {
    auto item = next->item ? ingest::with_text(*std::move(next->item), options.input)
                           : std::move(next->item);
    if (!item) {
      complain(described(item.error()));
      code = exit_error;
    } else if (!write_out(extractor->explain(item->document, item->facts))) {
      return exit_done;
    }
  }
  return code;
}

}  // namespace quoth::cli
