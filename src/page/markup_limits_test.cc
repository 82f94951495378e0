#include "page/markup_limits.h"

#include <gtest/gtest.h>

#include <string>

#include "page/tree.h"

namespace quoth::page {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t k = 0; k < times; ++k) text += part;
  return text;
}

/// The error of parsing, or an empty string.
std::string error_of(const std::string& html) {
  const auto tree = Tree::parse(html, Tree::Extent::page);
  return tree ? std::string() : std::string(name(tree.error().code)) + ": " + tree.error().message;
}

/// How deep the parser's tree is.
std::size_t depth_of(const std::string& html) {
  const auto tree = Tree::parse(html, Tree::Extent::page);
  if (!tree) return 0;
  std::size_t deepest = 0;
  std::vector<std::pair<const GumboNode*, std::size_t>> open = {{&tree->root(), 1}};
  while (!open.empty()) {
    const auto [node, depth] = open.back();
    open.pop_back();
    deepest = std::max(deepest, depth);
    const GumboVector* const nodes = children(*node);
    for (unsigned int k = 0; nodes != nullptr && k < nodes->length; ++k)
      open.emplace_back(&child(*nodes, k), depth + 1);
  }
  return deepest;
}

TEST(MarkupLimits, of_bytes_tags_and_depth_are_clear_errors) {
  EXPECT_EQ(error_of(std::string(MarkupLimits::bytes + 1, ' ')),
            "page_too_large: the page has more than 16 MiB; it is no article");
  EXPECT_EQ(error_of(repeated("<br>", MarkupLimits::tags + 1)),
            "page_too_large: the page has more than 400,000 tags; it is no article");
  EXPECT_EQ(error_of(repeated("<div>", MarkupLimits::depth + 1)),
            "page_too_large: the page nests tags more than 800 deep; it is no article");
}

TEST(MarkupLimits, stop_formatting_that_multiplies) {
  // Each paragraph opens again all that the first left open: nodes grow with the square.
  std::string html = "<p>";
  for (int k = 0; k < 700; ++k) html += "<font size=" + std::to_string(k) + ">";
  html += repeated("<p>x", 20'000);
  EXPECT_TRUE(error_of(html).starts_with("page_too_large: the page's tags multiply"))
      << error_of(html);
}

TEST(MarkupLimits, let_common_pages_pass) {
  EXPECT_EQ(error_of(repeated("<p>one<p>two<ul><li>three<li>four</ul>", 2000)), "");
  EXPECT_EQ(error_of(repeated("<p><b><i>badly nested</b></i> text</p>", 300)), "");
  EXPECT_EQ(error_of(repeated("<svg><path d=''/><path d=''/><g><circle/></g></svg>", 3000)), "");
  EXPECT_EQ(error_of("<script>" + repeated("'<div>'", 2000) + "</script><p>text"), "");
  EXPECT_EQ(error_of("<!--" + repeated("<div>", 2000) + "--><p>text"), "");
  EXPECT_EQ(error_of(repeated("<table><tr><td>a<td>b<tr><td>c</table>", 2000)), "");
}

TEST(MarkupLimits, are_not_got_round) {
  // What each hides from a naive count: the parser nests it all the same.
  for (const char* const part :
       {"<div><table></div></table>", "<b><div></b>", "<div></span>", "<!-- --!><div>",
        "<svg/><div><path/>", "<div><script><!--<script></script></div></script>",
        "<div><select><title></div></select></title>", "<svg><title><div></title></svg><div>",
        "<path/>", "<x-y><table></x-y>"}) {
    const std::string html = repeated(part, 3000);
    const std::string error = error_of(html);
    if (error.empty()) {
      EXPECT_LE(depth_of(html), 3 * MarkupLimits::depth) << part;
    } else {
      EXPECT_TRUE(error.starts_with("page_too_large")) << part;
    }
  }
}

}  // namespace
}  // namespace quoth::page
