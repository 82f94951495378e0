#include "page/blocks.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::page {
namespace {

/// The blocks' texts, " / " between them.
std::string blocks_of(const std::string& html) {
  const auto tree = Tree::parse(html, Tree::Extent::page);
  if (!tree) return "error";
  const Blocks page = flatten(*tree);
  std::string texts;
  for (const Block& block : page.blocks) {
    if (!texts.empty()) texts += " / ";
    texts += page[block];
  }
  return texts;
}

TEST(Blocks, are_what_a_browser_sets_apart) {
  EXPECT_EQ(
      blocks_of(
          "<h1>Title</h1><p>One <b>bold</b>\n  word.<p>Two.<div>Three<div>Four</div>Five</div>"),
      "Title / One bold word. / Two. / Three / Four / Five");
  EXPECT_EQ(blocks_of("<ul><li>a<li>b<ul><li>c</ul>d</ul>"), "a / b / c / d");
}

TEST(Blocks, end_at_two_line_breaks_but_not_at_one) {
  EXPECT_EQ(blocks_of("one<br>two<br><br>three<br> <br/>four"), "one two / three / four");
}

TEST(Blocks, hold_no_scripts_styles_and_fields) {
  EXPECT_EQ(
      blocks_of("<p>a<script>x()</script><style>p{}</style><!-- c -->b<select><option>no</select>"
                "<textarea>no</textarea><noscript>no</noscript><svg><text>no</text></svg>"),
      "ab");
}

TEST(Blocks, have_single_spaces_and_nothing_invisible) {
  EXPECT_EQ(blocks_of("<p>a&nbsp;&nbsp;b&#8203;c&shy;d &amp;lt;p&gt; \xC2\xA0 </p>"),
            "a bcd &lt;p>");
}

TEST(Blocks, join_short_cells_of_a_row) {
  EXPECT_EQ(blocks_of("<table><tr><th>Name<th>Points<tr><td>Ana <b>Ruiz</b> <td> 12 </table>"),
            "Name\tPoints / Ana Ruiz\t12");
}

TEST(Blocks, of_cells_with_paragraphs_stay_apart) {
  EXPECT_EQ(blocks_of("<table><tr><td><p>One.<p>Two.<td><p>Three.</table>"),
            "One. / Two. / Three.");
}

TEST(Blocks, know_where_they_stand) {
  const std::string html =
      "<article><p id=lead>One <a href=x>link</a></p><aside class=relatedStories><p>Two</p></aside>"
      "<div style='display: none'>Three</div></article>";
  const auto tree = Tree::parse(html, Tree::Extent::page);
  ASSERT_TRUE(tree);
  const Blocks page = flatten(*tree);
  ASSERT_EQ(page.blocks.size(), 3U);
  const auto inner = [&](std::size_t k) { return page.elements[page.blocks[k].inner]; };
  EXPECT_EQ(inner(0).inside, inside_article);
  EXPECT_EQ(page.blocks[0].links, 1U);
  EXPECT_EQ(page.blocks[0].link_bytes, 5U);  // The space before it is the link's.
  EXPECT_EQ(inner(0).above[static_cast<std::size_t>(ClassKind::title)], 0);  // id=lead
  EXPECT_EQ(inner(1).inside, inside_article | inside_aside);
  EXPECT_EQ(inner(1).above[static_cast<std::size_t>(ClassKind::related)], 1);
  EXPECT_EQ(inner(2).inside, inside_article | inside_hidden);
}

}  // namespace
}  // namespace quoth::page
