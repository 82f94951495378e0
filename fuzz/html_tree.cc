// Bytes taken for a page and for a piece of one: the tree is gumbo's, to the last element, attribute and character. Dialect::gumbo leaves
// no more to leave out than src/page/gumbo_twin.h does, tags that repeat an attribute without a value (gumbo glues its name to the next one's),
// attributes whose name begins with a NUL (gumbo loses it, so that "\0class" is a class), and CDATA sections in formulas: behind an unclosed
// tag of formatting gumbo does not open that again for their text.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "page/gumbo_twin.h"
#include "page/tree.h"

namespace {

using namespace quoth::page;

/// Behind "<", up to ">": an attribute stands twice, the second time without a value.
bool repeats_bare_attribute(std::string_view tag) {
  std::vector<std::string> names;
  std::size_t at = 0;
  const auto skip = [&](auto is_skipped) {
    while (at < tag.size() && is_skipped(tag[at])) ++at;
  };
  skip([](char byte) { return byte != '>' && byte != '/' && !is_space(byte); });
  while (true) {
    skip([](char byte) { return byte == '/' || is_space(byte); });
    if (at >= tag.size() || tag[at] == '>') return false;
    std::string name(1, lower(tag[at++]));
    for (; at < tag.size() && tag[at] != '>' && tag[at] != '/' && tag[at] != '=' &&
           !is_space(tag[at]);
         ++at) {
      name += lower(tag[at]);
    }
    skip(is_space);
    const bool has_value = at < tag.size() && tag[at] == '=';
    if (!has_value && std::find(names.begin(), names.end(), name) != names.end()) return true;
    names.push_back(name);
    if (!has_value) continue;
    ++at;
    skip(is_space);
    const char quote = at < tag.size() ? tag[at] : '>';
    if (quote == '"' || quote == '\'') {
      at = std::min(tag.find(quote, at + 1), tag.size() - 1) + 1;
    } else {
      skip([](char byte) { return byte != '>' && !is_space(byte); });
    }
  }
}

bool repeats_bare_attribute_anywhere(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::size_t name = html.substr(at + 1).starts_with('/') ? at + 2 : at + 1;
    if (repeats_bare_attribute(html.substr(name))) return true;
  }
  return false;
}

bool has_null_before_name(std::string_view html) {
  for (std::size_t at = html.find('\0'); at != std::string_view::npos;
       at = html.find('\0', at + 1)) {
    const char before = at > 0 ? html[at - 1] : '\0';
    if (is_space(before) || before == '/' || before == '"' || before == '\'') return true;
  }
  return false;
}

bool has_section_in_formula(std::string_view html) {
  return html.find("<![CDATA[") != std::string_view::npos &&
         html.find("math") != std::string_view::npos;
}

void check(const std::string& html, Tree::Extent extent) {
  const auto tree = Tree::parse(html, extent, Dialect::gumbo);
  if (!tree) return;
  const std::string ours = outline_of(*tree), theirs = GumboTwin(html, extent).outline();
  if (ours == theirs) return;
  std::fprintf(stderr, "ours  %s\ngumbo %s\n", ours.c_str(), theirs.c_str());
  __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto html = comparable(bytes);
  if (!html || repeats_bare_attribute_anywhere(*html) || has_null_before_name(*html) ||
      has_section_in_formula(*html)) {
    return 0;
  }
  check(*html, Tree::Extent::page);
  check(*html, Tree::Extent::fragment);
  return 0;
}
