#include "page/block_signs.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/lexicon.h"

namespace quoth::page {
namespace {

constexpr std::size_t longest_phrase = 32;

const std::vector<std::string_view>& phrases() {
  static const std::vector<std::string_view> sorted = [] {
    std::vector<std::string_view> entries = base::lexicon_entries("boilerplate_phrases");
    std::sort(entries.begin(), entries.end());
    return entries;
  }();
  return sorted;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_year(std::string_view four) {
  return is_digit(four[2]) && is_digit(four[3]) &&
         ((four[0] == '1' && four[1] == '9' && four[2] == '9') ||
          (four[0] == '2' && four[1] == '0' && four[2] < '4'));
}

}  // namespace

bool starts_with_phrase(std::string_view text) {
  while (!text.empty() && (text[0] == '[' || text[0] == '(' || text[0] == '*' || text[0] == ' ')) {
    text.remove_prefix(1);
  }
  std::array<char, longest_phrase> lower{};
  const std::size_t length = std::min(text.size(), lower.size());
  std::transform(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), lower.begin(),
                 [](char byte) { return is_upper(byte) ? static_cast<char>(byte + 32) : byte; });
  const std::string_view start(lower.data(), length);
  // Of each number of words at the start: is it a phrase?
  for (std::size_t end = 1; end <= length; ++end) {
    const bool ends_word =
        end == length ? length == text.size() : !(start[end] >= 'a' && start[end] <= 'z');
    if (ends_word && std::binary_search(phrases().begin(), phrases().end(), start.substr(0, end)))
      return true;
  }
  return false;
}

bool ends_sentence(std::string_view text) noexcept {
  for (std::size_t steps = 0; steps < 4 && !text.empty(); ++steps) {
    for (const std::string_view mark : {"\"", "'", ")", "]", "”", "’", "»"}) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        break;
      }
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

bool starts_upper(std::string_view text) noexcept { return !text.empty() && is_upper(text[0]); }
bool has_copyright(std::string_view text) noexcept { return has(text, "©") || has(text, "(c) 2"); }
bool has_quotation_mark(std::string_view text) noexcept {
  return has(text, "“") || has(text, "”") || has(text, "\"");
}
bool has_address(std::string_view text) noexcept {
  return has(text, "@") || has(text, "http") || has(text, "www.") || has(text, ".com");
}

bool has_date(std::string_view text) noexcept {
  if (text.size() >= 80) return false;
  for (std::size_t k = 0; k + 4 <= text.size(); ++k) {
    if (is_year(text.substr(k, 4))) return true;
    if (is_digit(text[k]) && text[k + 1] == ':' && is_digit(text[k + 2]) && is_digit(text[k + 3]))
      return true;
  }
  return false;
}

bool has_byline(std::string_view text) noexcept {
  if (text.size() >= 120 || text.size() < 5) return false;
  return (text.starts_with("By ") || text.starts_with("BY ") || text.starts_with("by ")) &&
         is_upper(text[3]);
}

int tag_kind(Tag tag) noexcept {
  switch (tag) {
    case Tag::p:
      return 0;
    case Tag::h1:
      return 7;
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return 1;
    case Tag::li:
    case Tag::ul:
    case Tag::ol:
    case Tag::dt:
    case Tag::dd:
      return 2;
    case Tag::td:
    case Tag::th:
      return 3;
    case Tag::blockquote:
      return 4;
    case Tag::figcaption:
    case Tag::caption:
    case Tag::figure:
      return 5;
    case Tag::button:
    case Tag::label:
    case Tag::legend:
    case Tag::summary:
      return 8;
    case Tag::pre:
      return 9;
    default:
      return 6;
  }
}

}  // namespace quoth::page
