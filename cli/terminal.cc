#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "text/utf8.h"

namespace quoth::cli {
namespace {

bool is_any_failed = false;

}  // namespace

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }
bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) != 0; }

std::size_t terminal_width() {
  std::size_t width = 100;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width = size.ws_col;
  } else if (const char* columns = std::getenv("COLUMNS")) {
    width = static_cast<std::size_t>(std::max(0, std::atoi(columns)));
  }
  return std::clamp<std::size_t>(width, 40, 200);
}

bool write_out(std::string_view text) {
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) {
    return true;
  }
  if (errno != EPIPE) {
    complain(fmt::format("standard output: {}; what was written is not whole [output_unwritable]",
                         std::strerror(errno)));
    is_any_failed = true;
  }
  return false;
}

bool output_failed() { return is_any_failed; }

std::size_t command_size(std::string_view text, std::size_t at) {
  const text::CodePoint c = text::decode(text, at);
  const bool is_control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
  const bool is_direction =
      (c.value >= 0x202A && c.value <= 0x202E) || (c.value >= 0x2066 && c.value <= 0x2069);
  return is_control || is_direction ? c.size : 0;
}

std::string harmless(std::string_view text) {
  const std::string whole = text::replace_invalid(text);
  std::string out;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t size = text::decode(whole, at).size;
    if (whole[at] == '\n' || command_size(whole, at) == 0) out.append(whole, at, size);
    at += size;
  }
  return out;
}

void complain(std::string_view message) {
  // fmt::print() throws where standard error is closed.
  const std::string line = fmt::format("quoth: {}\n", harmless(message));
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace quoth::cli
