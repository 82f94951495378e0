#include "cli/kb_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "cli/terminal.h"
#include "kb/item_reader.h"
#include "kb/knowledge_base.h"
#include "kb/knowledge_base_writer.h"

namespace quoth::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_told = 100;  ///< Faulty lines of one input that are told one by one.
constexpr std::size_t lines_between_looks = 1024;
constexpr std::chrono::milliseconds first_after{700}, every{200};

void complain_of(const Error& error) {
  complain(fmt::format("{} [{}]", error.message, name(error.code)));
}

std::string year_text(std::optional<int> year) { return year ? fmt::format("{}", *year) : ""; }

/// A line on a terminal that tells how far the build is.
class BuildProgress {
 public:
  BuildProgress() : start_(Clock::now()), shown_(start_ + first_after - every) {}
  BuildProgress(const BuildProgress&) = delete;
  BuildProgress& operator=(const BuildProgress&) = delete;
  ~BuildProgress() {
    if (visible_) std::fputc('\n', stderr);
  }

  void look(std::size_t lines, std::size_t items) {
    if (!stderr_is_terminal()) return;
    const auto now = Clock::now();
    if (now - shown_ < every) return;
    shown_ = now;
    visible_ = true;
    const double passed = std::chrono::duration<double>(now - start_).count();
    fmt::print(stderr, "\r\x1b[K{} lines, {} items, {:.0f} lines/s", lines, items,
               static_cast<double>(lines) / passed);
    std::fflush(stderr);
  }

 private:
  Clock::time_point start_, shown_;
  bool visible_ = false;
};

class Build {
 public:
  explicit Build(const KbBuildOptions& options) : options_(options) {}

  int run() {
    for (const std::string& input : options_.inputs) read(input);
    const auto summary = writer_.write(options_.out);
    if (!summary) {
      complain_of(summary.error());
      return 2;
    }
    complain(fmt::format("{}: {} items, {} names, {} bytes", options_.out, summary->items,
                         summary->aliases, summary->bytes));
    complain(
        fmt::format("{} alias counts of items, {} of other things with an item's name, {} of "
                    "names that no item has",
                    summary->counts_used, summary->counts_elsewhere, summary->counts_unused));
    return failed_ ? 2 : 0;
  }

 private:
  void read(const std::string& input) {
    auto reader = kb::ItemReader::open(input);
    if (!reader) {
      complain_of(reader.error());
      failed_ = true;
      return;
    }
    std::size_t items = 0, counts = 0, skipped = 0;
    for (auto read = reader->next(); read != kb::ItemReader::Read::end; read = reader->next()) {
      if (read == kb::ItemReader::Read::error) {
        if (++skipped <= most_told) complain_of(reader->error());
      } else if (read == kb::ItemReader::Read::item) {
        writer_.add(reader->item());
        ++items;
      } else {
        writer_.add(reader->alias_count());
        ++counts;
      }
      if (reader->lines() % lines_between_looks == 0)
        progress_.look(lines_ + reader->lines(), items);
    }
    lines_ += reader->lines();
    failed_ = failed_ || skipped > 0;
    complain(
        fmt::format("{}: {} lines: {} items, {} alias counts, {} left out, {} skipped as faulty",
                    input, reader->lines(), items, counts, reader->left_out(), skipped));
  }

  const KbBuildOptions& options_;
  kb::KnowledgeBaseWriter writer_;
  BuildProgress progress_;
  std::size_t lines_ = 0;
  bool failed_ = false;
};

/// A base's text as one field of a table on a terminal.
std::string field(std::string_view text) {
  std::string shown = harmless(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

/// count, id, name, types, years, description.
std::string row(const kb::ItemView& item, std::uint32_t count) {
  return fmt::format("{}\t{}\t{}\t{}\t{}/{}\t{}\n", count, field(item.id), field(item.name),
                     kb::type_names(item.types), year_text(item.start_year),
                     year_text(item.end_year), field(item.description));
}

}  // namespace

void add_kb_build_flags(CLI::App& command, KbBuildOptions& options) {
  command.add_option("--out", options.out, "the knowledge base to write, FILE.qkb")
      ->required()
      ->type_name("FILE");
  command
      .add_option("INPUT", options.inputs,
                  "Wikidata's JSON dump, JSON Lines, a table, or alias counts, told apart by "
                  "content; plain or compressed (gzip, bzip2, Zstandard); - is standard input")
      ->required();
}

void add_kb_show_flags(CLI::App& command, KbShowOptions& options) {
  command.add_option("FILE", options.file, "a knowledge base")->required();
  command
      .add_option("NAME", options.name,
                  "a name, compared without regard to case and accents; or an id")
      ->required();
}

int run_kb_build(const KbBuildOptions& options) { return Build(options).run(); }

int run_kb_show(const KbShowOptions& options) {
  const auto base = kb::KnowledgeBase::read(options.file);
  if (!base) {
    complain_of(base.error());
    return 2;
  }
  std::string text;
  if (const auto alias = (*base)->find_alias(options.name)) {
    for (const kb::Candidate& candidate : alias->candidates) {
      text += row((*base)->item(candidate.item), candidate.count);
    }
    if (alias->elsewhere > 0)
      text += fmt::format("{}\t-\tsomething that is no item\n", alias->elsewhere);
  } else if (const auto item = (*base)->find_item(options.name)) {
    const kb::ItemView view = (*base)->item(*item);
    text = row(view, view.mentions);
  } else {
    complain(fmt::format("{}: no item is called {}", options.file, harmless(options.name)));
    return 1;
  }
  write_out(text);
  return 0;
}

}  // namespace quoth::cli
