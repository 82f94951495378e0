#include "archive/header_fields.h"

namespace quoth::archive {
namespace {

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

std::size_t header_size(std::string_view bytes) noexcept {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    const std::size_t next = bytes.find_first_not_of('\r', at + 1);
    if (next != std::string_view::npos && bytes[next] == '\n') return next + 1;
  }
  return std::string_view::npos;
}

std::string_view trimmed(std::string_view value) noexcept {
  while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
  return value;
}

bool is_name(std::string_view name, std::string_view lower) noexcept {
  if (name.size() != lower.size()) return false;
  for (std::size_t k = 0; k < name.size(); ++k) {
    const char c = name[k] >= 'A' && name[k] <= 'Z' ? static_cast<char>(name[k] + 32) : name[k];
    if (c != lower[k]) return false;
  }
  return true;
}

HeaderFields::HeaderFields(std::string_view block, std::string& unfolded)
    : rest_(block), unfolded_(unfolded) {
  // All that is put together is shorter than the block: nothing moves while it is looked at.
  unfolded_.clear();
}

std::string_view HeaderFields::next_line() {
  const std::size_t end = rest_.find('\n');
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  return line;
}

bool HeaderFields::goes_on() const noexcept {
  return rest_.starts_with(' ') || rest_.starts_with('\t');
}

std::optional<HeaderField> HeaderFields::next() {
  while (!rest_.empty()) {
    const std::string_view line = next_line();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    HeaderField field{trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
    if (!goes_on()) return field;
    if (unfolded_.capacity() < field.value.size() + rest_.size() + unfolded_.size())
      unfolded_.reserve(largest_header + line.size() + rest_.size());
    const std::size_t start = unfolded_.size();
    unfolded_ += field.value;
    while (goes_on()) {
      const std::string_view more = trimmed(next_line());
      if (!more.empty() && unfolded_.size() > start) unfolded_ += ' ';
      unfolded_ += more;
    }
    field.value = std::string_view(unfolded_).substr(start);
    return field;
  }
  return {};
}

}  // namespace quoth::archive
