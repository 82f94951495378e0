#include "cli/difference.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/terminal.h"

namespace quoth::cli {
namespace {

using Kind = variants::Edit::Kind;

struct Marks {
  const char *open, *close, *color;
};
constexpr Marks left_out = {"[-", "-]", "\x1b[31m"};
constexpr Marks put_in = {"{+", "+}", "\x1b[32m"};
constexpr Marks moved = {"~", "~", "\x1b[33m"};

/// The marks go around the words, not around the spaces behind them.
void append_marked(std::string& line, std::string_view words, const Marks& marks, bool color) {
  const std::size_t end = words.find_last_not_of(' ') + 1;
  if (end > 0) {
    if (color) line += marks.color;
    line.append(marks.open).append(words.substr(0, end)).append(marks.close);
    if (color) line += "\x1b[0m";
  }
  line += words.substr(end);
}

/// One side; of b in the order of a, with moved words where a has them.
std::string side(const search::Comparison& comparison, std::string search::ComparedEdit::* words,
                 const Marks& marks, bool color) {
  std::string line;
  for (const search::ComparedEdit& edit : comparison.edits) {
    const std::string shown = one_line(edit.*words);
    if (edit.kind == Kind::kept) {
      line += shown;
    } else {
      append_marked(line, shown, edit.kind == Kind::moved ? moved : marks, color);
    }
  }
  return line;
}

}  // namespace

std::string difference(const search::Comparison& comparison, const std::string& indent,
                       bool color) {
  return indent + side(comparison, &search::ComparedEdit::a, left_out, color) + '\n' + indent +
         side(comparison, &search::ComparedEdit::b, put_in, color) + '\n';
}

std::string severity_and_classes(const search::Comparison& comparison) {
  std::string text = variants::name(comparison.severity);
  const char* separator = ": ";
  for (const variants::DifferenceClass difference : comparison.classes)
    text.append(std::exchange(separator, ", ")).append(variants::name(difference));
  return text;
}

std::string one_line(std::string_view text) {
  std::string shown = harmless(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  return shown;
}

}  // namespace quoth::cli
