#include "search/hit.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "search/article_texts.h"

namespace quoth::search {
namespace {

constexpr std::size_t longest_whole = 80;  // Bytes; a longer text is given by its ends.
constexpr std::size_t words_of_an_end = 5;
constexpr std::string_view blanks = " \n\t\r\f\v";

/// What stands in an address as it is; "-", "," and "&" mean something in a fragment.
void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char byte : text) {
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '~';
    if (is_plain) {
      out.push_back(byte);
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    out.append({'%', digits[value >> 4U], digits[value & 0x0FU]});
  }
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The first words of the first line.
std::string_view beginning(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  std::size_t end = 0;
  for (std::size_t k = 0; k < words_of_an_end && end < text.size(); ++k) {
    end = std::min(text.find_first_not_of(blanks, end), text.size());
    end = std::min(text.find_first_of(blanks, end), text.size());
  }
  return text.substr(0, end);
}

/// The last words of the last line.
std::string_view ending(std::string_view text) {
  const std::size_t line = text.rfind('\n');
  if (line != std::string_view::npos) text.remove_prefix(line + 1);
  std::size_t start = text.size();
  for (std::size_t k = 0; k < words_of_an_end && start > 0; ++k) {
    while (start > 0 && blanks.find(text[start - 1]) != std::string_view::npos) --start;
    while (start > 0 && blanks.find(text[start - 1]) == std::string_view::npos) --start;
  }
  return text.substr(start);
}

}  // namespace

std::optional<std::string> deep_link(const Hit& hit) {
  if (!hit.url || !(hit.url->starts_with("https://") || hit.url->starts_with("http://"))) return {};
  const std::string_view text = hit.text;
  const std::size_t first_end = hit.content.size() > 1 ? text.find(between_spans) : text.size();
  const std::string_view first = trimmed(text.substr(0, first_end));
  const std::size_t last_start =
      hit.content.size() > 1 ? text.rfind(between_spans) + between_spans.size() : 0;
  const std::string_view last = trimmed(text.substr(last_start));
  std::string link = *hit.url;
  link += link.find('#') == std::string::npos ? "#:~:text=" : ":~:text=";
  const bool is_short = hit.content.size() <= 1 && first.size() <= longest_whole &&
                        first.find('\n') == std::string_view::npos;
  if (is_short) {
    append_encoded(link, first);
    return link;
  }
  append_encoded(link, beginning(first));
  link.push_back(',');
  append_encoded(link, ending(last));
  return link;
}

}  // namespace quoth::search
