#include "cli/profile_command.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/hit_text.h"
#include "cli/terminal.h"
#include "database/day.h"
#include "database/record_file.h"
#include "search/people.h"
#include "search/profile.h"

namespace quoth::cli {
namespace {

int failed(const Error& error) {
  complain(described(error));
  const bool is_unknown =
      error.code == ErrorCode::person_unknown || error.code == ErrorCode::person_ambiguous;
  return is_unknown ? 1 : exit_error;
}

class ProfileText {
 public:
  ProfileText(const search::Profile& profile, const PrettyStyle& style)
      : profile_(profile), style_(style) {}

  std::string write() {
    head();
    timeline();
    people("about", profile_.about);
    people("to", profile_.to);
    people("named with", profile_.with);
    people("spoken about by", profile_.about_them);
    latest();
    contradictions();
    return std::move(text_);
  }

 private:
  void title(const char* name) { text_ += "\n" + painted(name, "1", style_) + "\n"; }

  void head() {
    text_ += painted(on_one_line(profile_.person.name), "1;7", style_) +
             fmt::format("  {} {}", name(profile_.person.type), profile_.person.identity);
    if (!profile_.kb.empty()) text_ += "  " + on_one_line(profile_.kb);
    text_ += fmt::format("\n{} quotations", profile_.quotations);
    if (profile_.first_day != 0) {
      text_ += fmt::format(", {} to {}", database::date_of(profile_.first_day),
                           database::date_of(profile_.last_day));
    }
    text_ += "\n";
    for (const search::Profile::Alias& alias : profile_.aliases) {
      if (alias.name != profile_.person.name)
        text_ += fmt::format("also {} ({} articles)\n", on_one_line(alias.name), alias.documents);
    }
    if (profile_.counted < profile_.quotations)
      text_ += fmt::format("what follows counts the newest {}\n", profile_.counted);
  }

  /// A bar a year.
  void timeline() {
    std::vector<std::pair<std::string, std::uint64_t>> years;
    for (const search::Profile::Month& month : profile_.timeline) {
      const std::string year = month.month.substr(0, 4);
      if (years.empty() || years.back().first != year) years.emplace_back(year, 0);
      years.back().second += month.count;
    }
    std::uint64_t most = 1;
    for (const auto& [year, count] : years) most = std::max(most, count);
    if (!years.empty()) title("by year");
    constexpr std::uint64_t widest = 40;
    for (const auto& [year, count] : years) {
      text_ += fmt::format("{}  ", year);
      for (std::uint64_t k = 0; k < std::max<std::uint64_t>(1, count * widest / most); ++k)
        text_ += "█";
      text_ += fmt::format(" {}\n", count);
    }
  }

  void people(const char* name, const std::vector<search::Profile::Count>& list) {
    if (list.empty()) return;
    title(name);
    for (const search::Profile::Count& each : list)
      text_ += fmt::format("{:6}  {}\n", each.count, on_one_line(each.person.name));
  }

  void latest() {
    if (profile_.latest.empty()) return;
    title("latest");
    const std::size_t most = std::min<std::size_t>(3, profile_.latest.size());
    for (std::size_t k = 0; k < most; ++k) text_ += shown(profile_.latest[k], style_);
  }

  void contradictions() {
    if (profile_.contradictions.empty()) return;
    title("to compare (on one topic, told differently: read both before you conclude)");
    for (const search::Profile::Pair& pair : profile_.contradictions) {
      text_ += on_one_line(pair.why) + "\n";
      text_ += shown(pair.a, style_) + shown(pair.b, style_) + "\n";
    }
  }

  const search::Profile& profile_;
  const PrettyStyle& style_;
  std::string text_;
};

}  // namespace

void add_profile_flags(CLI::App& command, ProfileOptions& options) {
  command.add_option("NAME", options.name, "a name, a surname, or a number of quoth entity list")
      ->required();
  command.add_option("--db", options.record, "the record, as quoth index makes it")
      ->required()
      ->type_name("FILE");
  add_answer_flags(command, options.format, options.color, false);
}

int run_profile(const ProfileOptions& options) {
  auto file = database::RecordFile::open_for_reading(options.record);
  if (!file) return failed(file.error());
  const auto identity = search::People(file->connection()).find(options.name);
  if (!identity) return failed(identity.error());
  const auto profile = search::profile_of(file->connection(), *identity);
  if (!profile) return failed(profile.error());
  const bool is_terminal = stdout_is_terminal();
  const bool is_pretty = options.format == AnswerFormat::pretty ||
                         (options.format == AnswerFormat::automatic && is_terminal);
  const PrettyStyle style{options.color == "always" || (options.color == "auto" && is_terminal),
                          terminal_width()};
  write_out(is_pretty ? ProfileText(*profile, style).write() : to_json(*profile) + "\n");
  return exit_done;
}

}  // namespace quoth::cli
