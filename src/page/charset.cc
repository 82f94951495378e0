// Which charset a page states, as browsers look for it: https://html.spec.whatwg.org/multipage/parsing.html#encoding-sniffing-algorithm.

#include <algorithm>
#include <cstddef>

#include "page/page.h"

namespace quoth::page {
namespace {

constexpr std::size_t scanned_bytes = 1024;

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}
char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }
bool is_letter(char byte) { return lower(byte) >= 'a' && lower(byte) <= 'z'; }

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

/// What follows "charset=" in the value of a Content-Type.
std::string charset_of(std::string_view value) {
  const std::string text = lowered(value);
  for (std::size_t at = text.find("charset"); at != std::string::npos;
       at = text.find("charset", at)) {
    at += 7;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at >= text.size() || text[at] != '=') continue;
    ++at;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
      const std::size_t end = text.find(text[at], at + 1);
      return end == std::string::npos ? std::string() : text.substr(at + 1, end - at - 1);
    }
    return text.substr(at, text.find_first_of("; \t\n\f\r", at) - at);
  }
  return {};
}

std::string by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  return {};
}

/// The prescan: reads tags, and the attributes of meta elements.
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes.substr(0, scanned_bytes)) {}

  std::string run() {
    while ((at_ = bytes_.find('<', at_)) != std::string_view::npos) {
      const std::string_view rest = bytes_.substr(at_);
      if (rest.starts_with("<!--")) {
        // "<!-->" is a whole comment: its dashes may be those of the end.
        const std::size_t end = bytes_.find("-->", at_ + 2);
        if (end == std::string_view::npos) return {};
        at_ = end + 3;
      } else if (rest.size() > 5 && lowered(rest.substr(1, 4)) == "meta" &&
                 (is_space(rest[5]) || rest[5] == '/')) {
        at_ += 6;
        std::string found = meta();
        if (!found.empty()) return found;
      } else if (rest.size() > 2 &&
                 (is_letter(rest[1]) || (rest[1] == '/' && is_letter(rest[2])))) {
        while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
        while (next_attribute()) {
        }
      } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
        at_ = std::min(bytes_.find('>', at_), bytes_.size());
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  std::string meta() {
    bool is_content_type = false;
    std::string of_content, charset;
    while (next_attribute()) {
      if (name_ == "http-equiv") is_content_type = is_content_type || value_ == "content-type";
      if (name_ == "content" && of_content.empty()) of_content = charset_of(value_);
      if (name_ == "charset" && charset.empty()) charset = value_;
    }
    std::string found = charset.empty() && is_content_type ? of_content : charset;
    // Whoever could read these words was not reading UTF-16.
    return found.starts_with("utf-16") ? "utf-8" : found;
  }

  /// Reads one attribute into name_ and value_, in lower case; false where the tag ends.
  bool next_attribute() {
    name_.clear();
    value_.clear();
    while (at_ < bytes_.size() && (is_space(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return false;
    do {
      name_ += lower(bytes_[at_++]);
    } while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '/' &&
             bytes_[at_] != '>' && bytes_[at_] != '=');
    skip_spaces();
    if (at_ >= bytes_.size() || bytes_[at_] != '=') return true;
    ++at_;
    skip_spaces();
    if (at_ < bytes_.size() && (bytes_[at_] == '"' || bytes_[at_] == '\'')) {
      const char quote = bytes_[at_++];
      while (at_ < bytes_.size() && bytes_[at_] != quote) value_ += lower(bytes_[at_++]);
      if (at_ >= bytes_.size()) return false;
      ++at_;
      return true;
    }
    while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '>')
      value_ += lower(bytes_[at_++]);
    return true;
  }

  void skip_spaces() {
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string name_, value_;
};

}  // namespace

std::string stated_charset(std::string_view bytes, std::string_view content_type_header) {
  std::string charset = charset_of(content_type_header);
  if (charset.empty()) charset = by_mark(bytes);
  if (charset.empty()) charset = Prescan(bytes).run();
  return charset;
}

}  // namespace quoth::page
