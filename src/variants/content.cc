#include "variants/content.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quoth::variants {
namespace {

constexpr std::string_view marks[] = {"\"", "'", " ", "“", "”", "„", "«", "»", "‘", "’"};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void append_spaced(std::string_view text, std::string& out) {
  bool wants_space = false;
  for (const char c : text) {
    if (is_space(c)) {
      wants_space = true;
      continue;
    }
    if (std::exchange(wants_space, false)) out.push_back(' ');
    out.push_back(c);
  }
}

}  // namespace

void append_content(std::string_view text, std::span<const Span> spans, std::string& out) {
  const std::size_t start = out.size();
  for (const Span span : spans) {
    if (out.size() > start) out.push_back('\n');
    std::string_view part = text.substr(span.start, span.end - span.start);
    const auto strip = [&](bool at_start) {
      return std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
        if (at_start ? !part.starts_with(mark) : !part.ends_with(mark)) return false;
        at_start ? part.remove_prefix(mark.size()) : part.remove_suffix(mark.size());
        return true;
      });
    };
    const auto trim = [&] {
      while (!part.empty() && is_space(part.front())) part.remove_prefix(1);
      while (!part.empty() && is_space(part.back())) part.remove_suffix(1);
    };
    trim();
    while (strip(true)) trim();
    while (strip(false)) trim();
    append_spaced(part, out);
  }
}

}  // namespace quoth::variants
