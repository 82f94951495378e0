#pragma once

#include <cstddef>
#include <string>

namespace quoth::base {

/// What became of a line that was asked for.
enum class Line { none, whole, too_long };

/// Takes the next line, without its line feed, out of `buffer` from `start` on; `fill` brings more bytes into the buffer (and may move
/// `start`), false where there are none. A line of more than `most` bytes is passed over and `line` left empty.
template <typename Fill>
Line take_line(const std::string& buffer, std::size_t& start, Fill fill, std::size_t most,
               std::string& line) {
  line.clear();
  bool too_long = false;
  bool any = false;
  while (true) {
    if (start == buffer.size() && !fill()) break;
    any = true;
    const std::size_t end = buffer.find('\n', start);
    const std::size_t stop = end == std::string::npos ? buffer.size() : end;
    too_long = too_long || line.size() + (stop - start) > most;
    if (too_long) {
      line.clear();
    } else {
      line.append(buffer, start, stop - start);
    }
    start = stop;
    if (end != std::string::npos) {
      ++start;
      break;
    }
  }
  if (too_long) {
    line.shrink_to_fit();
    return Line::too_long;
  }
  return any ? Line::whole : Line::none;
}

}  // namespace quoth::base
