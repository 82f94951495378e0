// Reckons how deep the parser's stack of open elements gets, without parsing. An end tag takes off what it would in a browser,
// or less: one that closes formatting takes off nothing but the top, for a browser opens such elements again; one inside a table's
// cell does not reach out of it. So the estimate errs upwards only. Elements whose end tag is optional (p, li, td …) are
// closed by their next sibling and not counted: each stands under a counted one, or under at most a few of its kind.

#include "page/markup_limits.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace quoth::page {
namespace {

constexpr std::array<std::string_view, 36> not_counted = {
    "area",  "base",   "body",     "br",     "col",   "colgroup", "dd",    "dt",     "embed",
    "frame", "head",   "hr",       "html",   "image", "img",      "input", "keygen", "li",
    "link",  "meta",   "optgroup", "option", "p",     "param",    "rb",    "rp",     "rt",
    "rtc",   "source", "tbody",    "td",     "tfoot", "th",       "thead", "tr",     "track"};
constexpr std::array<std::string_view, 14> formatting = {
    "a",    "b", "big",   "code",   "em",     "font", "i",
    "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 8> raw_text = {"iframe", "noembed",  "noframes", "script",
                                                      "style",  "textarea", "title",    "xmp"};
constexpr std::array<std::string_view, 10> boundaries = {"applet", "button",  "caption", "marquee",
                                                         "math",   "object",  "select",  "svg",
                                                         "table",  "template"};
// Elements of drawings that "/>" closes; any other start tag may end the drawing.
constexpr std::array<std::string_view, 15> drawn = {
    "circle",  "clippath", "defs", "ellipse", "g",      "line", "lineargradient", "mask", "path",
    "polygon", "polyline", "rect", "stop",    "symbol", "use"};

template <std::size_t count>
bool has(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

bool is_letter(char byte) { return lower(byte) >= 'a' && lower(byte) <= 'z'; }

/// Reads the page's tags one after the other.
class TagScan {
 public:
  explicit TagScan(std::string_view html) : html_(html) {}

  /// Goes to the next tag; false at the end.
  bool next() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      ++at_;
      if (html_.substr(at_, 3) == "!--") {
        skip_comment();
        continue;
      }
      is_end_ = at_ < html_.size() && html_[at_] == '/';
      if (is_end_) ++at_;
      if (at_ < html_.size() && is_letter(html_[at_])) {
        read_tag();
        return true;
      }
    }
    return false;
  }

  std::string_view name() const { return {name_.data(), length_}; }
  bool is_end() const { return is_end_; }

  bool closes_itself() const { return at_ > 0 && at_ < html_.size() && html_[at_ - 1] == '/'; }

  /// Passes over what stands in an element whose text is no markup. A script that stands in a comment of a script is part of that.
  void skip_raw_text() {
    const std::string wanted(name());
    bool in_comment = false, in_inner_script = false;
    for (; at_ < html_.size(); ++at_) {
      if (wanted == "script" && html_.substr(at_, 3) == "-->") in_comment = in_inner_script = false;
      if (html_[at_] != '<') continue;
      ++at_;
      if (html_.substr(at_, 3) == "!--") {
        in_comment = wanted == "script";
      } else if (in_comment && stands_here("script")) {
        in_inner_script = true;
      } else if (at_ < html_.size() && html_[at_] == '/') {
        ++at_;
        if (!stands_here(wanted)) continue;
        if (!in_inner_script) return;
        in_inner_script = false;
      }
    }
  }

 private:
  /// "-->" ends a comment, "--!>" too.
  void skip_comment() {
    for (++at_; (at_ = html_.find("--", at_)) != std::string_view::npos; ++at_) {
      const std::string_view rest = html_.substr(at_ + 2, 2);
      if (rest.substr(0, 1) == ">" || rest == "!>") return;
    }
    at_ = html_.size();
  }

  bool stands_here(std::string_view name) const {
    std::size_t k = 0;
    while (k < name.size() && at_ + k < html_.size() && lower(html_[at_ + k]) == name[k]) ++k;
    return k == name.size();
  }

  void read_tag() {
    length_ = 0;
    for (; at_ < html_.size() && !ends_name(html_[at_]); ++at_) {
      if (length_ < name_.size()) name_[length_++] = lower(html_[at_]);
    }
    char quote = 0;
    for (; at_ < html_.size(); ++at_) {
      const char byte = html_[at_];
      if (quote != 0) {
        if (byte == quote) quote = 0;
      } else if (byte == '>') {
        break;
      } else if ((byte == '"' || byte == '\'') && html_[at_ - 1] == '=') {
        quote = byte;
      }
    }
  }

  static bool ends_name(char byte) {
    return byte == '>' || byte == '/' || static_cast<unsigned char>(byte) <= ' ';
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::array<char, 16> name_{};
  std::size_t length_ = 0;
  bool is_end_ = false;
};

/// The names of the elements that are open.
class OpenElements {
 public:
  std::size_t depth() const { return names_.size(); }

  void open(std::string_view name) { names_.emplace_back(name); }

  /// Something is open in which "title" or "style" may hold markup.
  bool has_foreign() const {
    return std::any_of(names_.begin(), names_.end(), [](const std::string& name) {
      return name == "svg" || name == "math" || name == "select";
    });
  }

  void close(std::string_view name) {
    if (names_.empty()) return;
    if (has(formatting, name)) {
      if (names_.back() == name) names_.pop_back();
      return;
    }
    for (std::size_t k = names_.size(); k-- > 0;) {
      if (names_[k] == name) {
        names_.resize(k);
        return;
      }
      if (has(boundaries, names_[k])) return;
    }
  }

 private:
  std::vector<std::string> names_;
};

Error too_large(std::string what) {
  return {ErrorCode::page_too_large, "the page " + std::move(what) + "; it is no article"};
}

}  // namespace

std::optional<Error> markup_beyond_limits(std::string_view html) {
  if (html.size() > MarkupLimits::bytes) return too_large("has more than 16 MiB");
  TagScan tags(html);
  OpenElements open;
  std::size_t count = 0;
  bool in_drawing = false;
  while (tags.next()) {
    const std::string_view name = tags.name();
    if (tags.is_end()) {
      open.close(name);
      in_drawing = in_drawing && name != "svg";
      continue;
    }
    if (++count > MarkupLimits::tags) return too_large("has more than 400,000 tags");
    const bool is_drawn = has(drawn, name);
    in_drawing = in_drawing && is_drawn;
    if (in_drawing && tags.closes_itself()) continue;
    if (has(raw_text, name) && (name == "script" || name == "textarea" || !open.has_foreign())) {
      tags.skip_raw_text();
      continue;
    }
    if (has(not_counted, name) || (name == "svg" && tags.closes_itself())) continue;
    open.open(name);
    if (open.depth() > MarkupLimits::depth) return too_large("nests tags more than 800 deep");
    in_drawing = in_drawing || name == "svg";
  }
  return {};
}

}  // namespace quoth::page
