#include "cli/extract_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "base/thread_pool.h"
#include "cli/pretty.h"
#include "cli/profile.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "ingest/input.h"
#include "ingest/input_list.h"
#include "ingest/language.h"

namespace quoth::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// Walks through all inputs, document by document.
class Inputs {
 public:
  explicit Inputs(const ExtractOptions& options)
      : options_(options), list_(options.inputs, options.lists) {}

  std::optional<std::size_t> known_count() const { return list_.known_count(); }

  struct Next {
    /// From a result or an error, in place.
    template <typename Read>
    Next(Read&& read, std::size_t done) : item(std::forward<Read>(read)), inputs_done(done) {}

    Result<ingest::Item> item;
    std::size_t inputs_done;
  };

  std::optional<Next> next() {
    while (true) {
      if (!input_) {
        auto path = list_.next();
        if (!path) return {};
        if (!*path) return std::make_optional<Next>(path->error(), done_);
        input_.emplace(**std::move(path), options_.input);
      }
      if (auto item = input_->next()) return std::make_optional<Next>(*std::move(item), done_);
      input_.reset();
      ++done_;
    }
  }

 private:
  const ExtractOptions& options_;
  ingest::InputList list_;
  std::optional<ingest::Input> input_;
  std::size_t done_ = 0;
};

/// What one document came to.
struct Output {
  std::string text;
  std::optional<Error> error;
  std::size_t words = 0, quotations = 0, inputs_done = 0;
  bool is_foreign = false;  ///< Not read: in another language than English.
  std::chrono::nanoseconds writing{};
};

bool wanted(const std::vector<std::string>& list, const char* value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Keeps the kinds and acts that were asked for.
void filter(Record& record, const ExtractOptions& options) {
  if (options.kinds.empty() && options.acts.empty()) return;
  std::vector<std::optional<std::size_t>> place(record.quotations.size());
  std::vector<Quotation> kept;
  for (std::size_t k = 0; k < record.quotations.size(); ++k) {
    Quotation& quotation = record.quotations[k];
    if (!wanted(options.kinds, name(quotation.kind)) || !wanted(options.acts, name(quotation.act)))
      continue;
    place[k] = kept.size();
    kept.push_back(std::move(quotation));
  }
  for (Quotation& quotation : kept) {
    if (quotation.parent) quotation.parent = place[*quotation.parent];
  }
  record.quotations = std::move(kept);
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    count += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return count;
}

class ExtractRun {
 public:
  ExtractRun(const ExtractOptions& options, const Extractor& extractor)
      : options_(options),
        extractor_(extractor),
        engine_{QUOTH_VERSION, std::string(extractor.model_name()),
                std::string(extractor.model_sha256())},
        style_{options.color == "always" || (options.color == "auto" && stdout_is_terminal()),
               terminal_width()} {
    format_ = options.format;
    if (format_ == Format::automatic)
      format_ = stdout_is_terminal() ? Format::pretty : Format::jsonl;
  }

  int run(Profile& profile) {
    if (format_ == Format::csv && !write_out(csv_header())) return exit_done;
    Inputs inputs(options_);
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
        [&](const Inputs::Next& next, std::size_t) { return work(next); },
        [&](const Output& output) {
          failed = failed || output.error.has_value();
          foreign += output.is_foreign ? 1U : 0U;
          progress.add(output.words, output.quotations, output.inputs_done);
          profile.add(output.words);
          profile.add_writing(output.writing);
          return deliver(output);
        });
    if (foreign > 0) {
      complain(fmt::format(
          "{} documents in other languages than English were not read; --any-language reads them",
          foreign));
    }
    return failed ? exit_error : exit_done;
  }

 private:
  /// Documents in other languages are in the record, without quotations.
  Record read(const ingest::Item& item, DocumentFacts& facts) const {
    facts.language = ingest::language_of(item.document.text());
    if (options_.any_language || facts.language == "en")
      return extractor_.extract(item.document, facts);
    facts.notes.emplace_back("not_english");
    return {};
  }

  Output work(const Inputs::Next& next) const {
    Output output;
    output.inputs_done = next.inputs_done;
    if (!next.item) {
      output.error = next.item.error();
      return output;
    }
    const ingest::Item& item = *next.item;
    DocumentFacts facts = item.facts;
    Record record = read(item, facts);
    output.is_foreign = !options_.any_language && facts.language != "en";
    filter(record, options_);
    output.words = count_words(item.document.text());
    output.quotations = record.quotations.size();
    const auto began = Clock::now();
    if (format_ == Format::jsonl) {
      output.text = to_json(item.document, record, facts, engine_, options_.record) + "\n";
    } else if (format_ == Format::csv) {
      output.text = to_csv(item.document, record, facts, options_.record);
    } else {
      output.text = pretty(item.document, record, facts, style_);
    }
    output.writing = Clock::now() - began;
    return output;
  }

  static bool deliver(const Output& output) {
    if (output.error)
      complain(fmt::format("{} [{}]", output.error->message, name(output.error->code)));
    return output.text.empty() || write_out(output.text);
  }

  const ExtractOptions& options_;
  const Extractor& extractor_;
  EngineFacts engine_;
  Format format_;
  PrettyStyle style_;
};

bool has_inputs(const ExtractOptions& options) {
  if (!options.inputs.empty() || !options.lists.empty()) return true;
  complain("nothing to read: name a FILE, or a list of files with --from");
  return false;
}

std::optional<Extractor> load(const ExtractOptions& options) {
  auto extractor = Extractor::load(options.model, options.extractor);
  if (extractor) return *std::move(extractor);
  complain(fmt::format("{} [{}]", extractor.error().message, name(extractor.error().code)));
  return {};
}

}  // namespace

int run_extract(const ExtractOptions& options) {
  if (!has_inputs(options)) return exit_error;
  Profile profile;
  const auto extractor = load(options);
  if (!extractor) return exit_error;
  profile.loaded();
  const int code = ExtractRun(options, *extractor).run(profile);
  if (options.profile) profile.print(*extractor);
  return code;
}

int run_explain(const ExtractOptions& options) {
  if (!has_inputs(options)) return exit_error;
  const auto extractor = load(options);
  if (!extractor) return exit_error;
  Inputs inputs(options);
  int code = exit_done;
  while (auto next = inputs.next()) {
    if (!next->item) {
      complain(fmt::format("{} [{}]", next->item.error().message, name(next->item.error().code)));
      code = exit_error;
    } else if (!write_out(extractor->explain(next->item->document, next->item->facts))) {
      return exit_done;
    }
  }
  return code;
}

}  // namespace quoth::cli
