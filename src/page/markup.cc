#include "page/markup.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace quoth::page {
namespace {

/// "\r\n" and "\r" become "\n".
std::string with_line_feeds(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\r', at), text.size());
    result.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    result += '\n';
    at += text.substr(at, 2) == "\r\n" ? 2 : 1;
  }
  return result;
}

}  // namespace

Markup::Markup(std::string_view html) : text_(html) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  if (text::first_invalid(text_)) {
    own_ = std::make_unique<std::string>(text::replace_invalid(text_));
    text_ = *own_;
  }
  if (text_.find('\r') == std::string_view::npos) return;
  own_ = std::make_unique<std::string>(with_line_feeds(text_));
  text_ = *own_;
}

std::string_view Markup::keep(std::string_view characters) {
  if (characters.empty()) return {};
  if (characters.size() > chunk_size / 4) {
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(characters.size()));
    kept_ += characters.size();
    std::memcpy(chunks_.back().get(), characters.data(), characters.size());
    return {chunks_.back().get(), characters.size()};
  }
  if (chunk_size - used_ < characters.size()) {
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk_size));
    chunk_ = chunks_.back().get();
    used_ = 0;
    kept_ += chunk_size;
  }
  char* const place = chunk_ + used_;
  std::memcpy(place, characters.data(), characters.size());
  used_ += characters.size();
  return {place, characters.size()};
}

}  // namespace quoth::page
