#include "cli/hit_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/terminal.h"
#include "database/day.h"
#include "text/utf8.h"

namespace quoth::cli {
namespace {

constexpr std::size_t indentation = 2;

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::starts_sequence));
}

std::string first_line(const search::Hit& hit, const PrettyStyle& style) {
  std::string line = hit.day == 0 ? "no day    " : database::date_of(hit.day);
  line += "  " + painted(hit.speaker ? on_one_line(hit.speaker->name) : "nobody by name",
                         "1;38;5;33", style);
  if (hit.addressee) line += " to " + on_one_line(hit.addressee->name);
  std::string what = fmt::format("{}, {}", name(hit.act), name(hit.kind));
  if (hit.negated) what += ", negated";
  for (const std::string& flag : hit.flags) what += ", " + on_one_line(flag);
  if (hit.state != database::QuotationState::current)
    what +=
        hit.state == database::QuotationState::altered ? ", altered later" : ", taken out later";
  if (hit.parent) what += ", within another";
  line += "  " + painted(what, "38;5;245", style);
  const std::string where = on_one_line(hit.publisher.value_or(hit.title ? *hit.title : hit.key));
  return line + "  " + where + "\n";
}

/// The content, wrapped, with what was found in bold.
std::string wrapped(const search::Hit& hit, const PrettyStyle& style) {
  const std::string_view text = hit.text;
  const std::string margin(indentation, ' ');
  std::string out = margin;
  std::size_t column = indentation;
  auto mark = hit.highlights.begin();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (column > indentation && column + 1 + columns_of(word) > style.width) {
      out += "\n" + margin;
      column = indentation;
    } else if (column > indentation) {
      out += ' ';
      ++column;
    }
    while (mark != hit.highlights.end() && mark->end <= at) ++mark;
    const bool is_found = mark != hit.highlights.end() && mark->start < end;
    out += is_found ? painted(on_one_line(word), "1", style) : on_one_line(word);
    column += columns_of(word);
    at = end + 1;
  }
  return out + "\n";
}

std::string last_line(const search::Hit& hit, const PrettyStyle& style) {
  std::string line = hit.cue.empty() ? "no cue" : "“" + on_one_line(hit.cue) + "”";
  line += fmt::format(" · {:.2f} · {}", hit.confidence, hit.id);
  if (hit.mentions > 1) line += fmt::format(" · {} renderings", hit.mentions);
  if (const auto link = search::deep_link(hit)) line += " · " + on_one_line(*link);
  return std::string(indentation, ' ') + painted(line, "38;5;245", style) + "\n";
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line = harmless(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string painted(std::string_view text, const char* code, const PrettyStyle& style) {
  return style.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string shown(const search::Hit& hit, const PrettyStyle& style) {
  return first_line(hit, style) + wrapped(hit, style) + last_line(hit, style);
}

}  // namespace quoth::cli
