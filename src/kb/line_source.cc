#include "kb/line_source.h"

namespace quoth::kb {

Result<LineSource> LineSource::open(const std::string& path) {
  auto source = archive::ByteSource::open_decompressed(path);
  if (!source) return source.error();
  return LineSource(*std::move(source));
}

LineSource::Line LineSource::next(std::string& line, std::size_t most) {
  const Line got = source_.next_line(line, most);
  if (got != Line::none) ++number_;
  if (line.ends_with('\r')) line.pop_back();
  return got;
}

std::optional<std::string> LineSource::fault() const {
  if (!source_.fault()) return {};
  return source_.fault()->what;
}

}  // namespace quoth::kb
