#include "page/tree.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "page/gumbo_twin.h"

namespace quoth::page {
namespace {

/// What stands in the body, written down; gumbo's dialect has to be gumbo's.
std::string body_of(const std::string& html, Tree::Extent extent = Tree::Extent::page) {
  const auto tree = Tree::parse(html, extent), twin = Tree::parse(html, extent, Dialect::gumbo);
  if (!tree || !twin) return "error";
  EXPECT_EQ(outline_of(*twin), GumboTwin(html, extent).outline()) << html;
  std::string outline = outline_of(*tree);
  const std::size_t body = outline.find("<body>");
  if (body != std::string::npos) outline = outline.substr(body + 6);
  return outline.substr(0, outline.size() - (body == std::string::npos ? 0 : 6));
}

struct Case {
  const char* html;
  const char* body;
};

void expect(std::initializer_list<Case> cases) {
  for (const Case& one : cases) EXPECT_EQ(body_of(one.html), one.body) << one.html;
}

TEST(Tree, closes_what_its_end_tag_may_be_left_out_of) {
  expect({{"<p>one<p>two<div>three", "<p>one</><p>two</><div>three</>"},
          {"<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</></></><li>c</></>"},
          {"<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</><dd>b</><dt>c</></>"},
          {"<h1>a<h2>b</h1>c", "<h1>a</><h2>b</>c"},
          {"<p>a<table><tr><td>b", "<p>a<table><tbody><tr><td>b</></></></></>"},
          {"<!DOCTYPE html><p>a<table><tr><td>b", "<p>a</><table><tbody><tr><td>b</></></></>"},
          {"<select><option>a<option>b<optgroup><option>c</select>d",
           "<select><option>a</><option>b</><optgroup><option>c</></></>d"},
          {"<ruby>a<rt>b<rp>c</ruby>d", "<ruby>a<rt>b</><rp>c</></>d"},
          {"<button>a<button>b", "<button>a</><button>b</>"}});
}

TEST(Tree, heeds_the_scope_of_end_tags) {
  expect({{"<div><span></div>x", "<div><span></></>x"},
          {"<p>a</div>b", "<p>ab</>"},
          {"<div><table><td></div>x</table>y", "<div><table><tbody><tr><td>x</></></></>y</>"},
          {"a</p>b</br>c", "a<p></>b<br></>c"},
          {"<li><div></li>x", "<li><div></></>x"},
          {"<x-a><x-b></x-a>c", "<x-a><x-b></></>c"},
          {"<form><div></form>a</div>b", "<form><div>a</></>b"}});
}

TEST(Tree, splits_misnested_formatting) {
  expect({{"<b>1<p>2</b>3", "<b>1</><p><b>2</>3</>"},
          {"<p>1<b>2<i>3</b>4</i>5", "<p>1<b>2<i>3</></><i>4</>5</>"},
          {"<a href=x>1<p>2<a>3", "<a>1</><p><a>2</><a>3</></>"},
          {"<a>1<div>2<a>3</a>4</div>5", "<a>1</><div><a>2</><a>3</>4</>5"},
          {"<p><b>1<p>2", "<p><b>1</></><p><b>2</></>"},
          {"<b><b><b><b>1<p>2", "<b><b><b><b>1<p>2</></></></></>"},
          {"<p><b><b><b><b><p>x", "<p><b><b><b><b></></></></></><p><b><b><b>x</></></></>"},
          {"<font size=1><p><font size=2></p>a", "<font><p><font></></><font>a</></>"},
          {"<nobr>a<nobr>b", "<nobr>a</><nobr>b</>"},
          {"<object><b></object>a", "<object><b></></>a"}});
}

TEST(Tree, takes_out_of_tables_what_they_do_not_hold) {
  expect({{"<table>a<tr>b<td>c</table>", "ab<table><tbody><tr><td>c</></></></>"},
          {"<table> <tr> <td>c</table>", "<table> <tbody><tr> <td>c</></></></>"},
          {"<table><p>a<tr><td>b", "<p>a</><table><tbody><tr><td>b</></></></>"},
          {"<table><b>a<tr><td>b</table>c", "<b>a</><table><tbody><tr><td>b</></></></><b>c</>"},
          {"<table><caption>a<tr><td>b<table><td>c",
           "<table><caption>a</><tbody><tr><td>b<table><tbody><tr><td>c</></></></></></></></>"},
          {"<table><col><td>a", "<table><colgroup><col></></><tbody><tr><td>a</></></></>"},
          {"<table><td><select><tr>a", "a<table><tbody><tr><td><select></></></><tr></></></>"},
          {"<table><input type=hidden><input>", "<input></><table><input></></>"}});
}

TEST(Tree, has_a_head_and_a_body_whatever_the_page_says) {
  const auto outline = [](const char* html) {
    const auto tree = Tree::parse(html, Tree::Extent::page);
    EXPECT_EQ(outline_of(*Tree::parse(html, Tree::Extent::page, Dialect::gumbo)),
              GumboTwin(html, Tree::Extent::page).outline());
    return outline_of(*tree);
  };
  EXPECT_EQ(outline(""), "<html><head></><body></></>");
  EXPECT_EQ(outline("<title>a&amp;b</title>c<meta name=d content=e>"),
            "<html><head><title>a&b</></><body>c<meta content='e' name='d'></></></>");
  EXPECT_EQ(outline("<body id=a>x</body><link rel=b>y<html lang=c><body id=d class=e>"),
            "<html lang='c'><head></><body class='e' id='a'>x<link rel='b'></>y</></>");
  EXPECT_EQ(outline("<head></head><script>a</script><p>b"),
            "<html><head><script>a</></><body><p>b</></></>");
  EXPECT_EQ(outline("<noscript><link rel=a><p>b"),
            "<html><head><noscript><link rel='a'></></></><body><p>b</></></>");
  EXPECT_EQ(outline("<frameset><frame></frameset><p>a"),
            "<html><head></><frameset><frame></></></>");
}

TEST(Tree, keeps_drawings_and_formulas_apart) {
  expect({{"<svg><path/><title>a</title></svg>b", "<svg svg><svg path></><svg title>a</></>b"},
          {"<svg><p>a", "<svg svg></><p>a</>"},
          {"<svg><foreignObject><p>a</svg>b", "<svg svg><svg foreignobject><p>ab</></></>"},
          {"<math><mi><b>a</b></mi></math>", "<math math><math mi><b>a</></></>"},
          {"<svg><![CDATA[<p>&amp;]]></svg><![CDATA[x]]>", "<svg svg><p>&amp;</>"},
          {"<svg><style><b>a", "<svg svg><svg style></></><b>a</>"},
          {"<svg><script>a<b/></script></svg>", "<svg svg><svg script>a</></><b></>"},
          {"<svg/><p>a", "<svg svg></><p>a</>"}});
}

TEST(Tree, leaves_templates_aside) {
  expect({{"<template><p>a</template>b", "b"},
          {"<div><template><tr><td>a</div></template>b", "<div><template></>b</>"}});
}

TEST(Tree, departs_from_gumbo_where_gumbo_departs_from_the_standard) {
  // Each with gumbo's way in its dialect, which body_of checks.
  expect({{"<form>a</form>b", "<form>a</>b"},
          {"<x-a><x-b>1</x-a>2</x-b>", "<x-a><x-b>1</></>2"},
          {"<span><main></span>a", "<span><main>a</></>"},
          {"<svg><g></g >a</svg >b", "<svg svg><svg g></>a</>b"},
          {"<svg></p>a", "<svg svg></><p></>a"},
          {"<menuitem>a", "<menuitem>a</>"},
          {"<applet><marquee></applet>a", "<applet><marquee>a</></>"},
          {"<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.0 Transitional//EN'><p>a<table></table>",
           "<p>a<table></></>"}});
  EXPECT_EQ(body_of("<svg><p>a", Tree::Extent::fragment), "<html><svg svg></><p>a</></>");
}

TEST(Tree, of_a_fragment_has_no_body) {
  EXPECT_EQ(body_of("<p>a<td>b</body>c<title>d</title>", Tree::Extent::fragment),
            "<html><p>abc<title>d</></></>");
}

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

TEST(Tree, has_limits_of_bytes_tags_and_depth) {
  EXPECT_EQ(error_of(std::string(MarkupLimits::bytes + 1, ' ')),
            "page_too_large: the page has more than 16 MiB; it is no article");
  EXPECT_EQ(error_of(repeated("<br>", MarkupLimits::tags + 1)),
            "page_too_large: the page has more than 400,000 tags; it is no article");
  EXPECT_EQ(error_of(repeated("<div>", MarkupLimits::depth + 1)),
            "page_too_large: the page nests tags more than 800 deep; it is no article");
}

TEST(Tree, stops_formatting_that_multiplies) {
  // Each paragraph opens again all that the first left open: nodes grow with the square.
  std::string html = "<p>";
  for (int k = 0; k < 700; ++k) html += "<font size=" + std::to_string(k) + ">";
  html += repeated("<p>x", 20'000);
  EXPECT_TRUE(error_of(html).starts_with("page_too_large: the page multiplies its tags"))
      << error_of(html);
}

TEST(Tree, of_common_pages_passes) {
  EXPECT_EQ(error_of(repeated("<p>one<p>two<ul><li>three<li>four</ul>", 2000)), "");
  EXPECT_EQ(error_of(repeated("<p><b><i>badly nested</b></i> text</p>", 300)), "");
  EXPECT_EQ(error_of(repeated("<svg><path d=''/><path d=''/><g><circle/></g></svg>", 3000)), "");
  EXPECT_EQ(error_of("<script>" + repeated("'<div>'", 2000) + "</script><p>text"), "");
  EXPECT_EQ(error_of("<!--" + repeated("<div>", 2000) + "--><p>text"), "");
  EXPECT_EQ(error_of(repeated("<table><tr><td>a<td>b<tr><td>c</table>", 2000)), "");
  EXPECT_EQ(error_of(std::string(MarkupLimits::bytes, 'x')), "");
}

TEST(Tree, is_never_deeper_than_the_limit) {
  for (const char* const part :
       {"<div><table></div></table>", "<b><div></b>", "<div></span>", "<!-- --!><div>",
        "<svg/><div><path/>", "<div><script><!--<script></script></div></script>",
        "<div><select><title></div></select></title>", "<svg><title><div></title></svg><div>",
        "<path/>", "<x-y><table></x-y>"}) {
    const std::string error = error_of(repeated(part, 3000));
    EXPECT_TRUE(error.empty() || error.starts_with("page_too_large")) << part;
  }
}

TEST(Tree, takes_time_in_proportion_to_the_page) {
  // What would cost the square of its length, were something sought or moved again for each part.
  const std::string nul(1, '\0');
  std::string attributes = "<b";
  for (int k = 0; k < 50'000; ++k) attributes += " a" + std::to_string(k);
  attributes += '>';
  for (const std::string& html :
       {repeated(nul + "x", 500'000), "<svg><![CDATA[" + repeated(nul + "x", 500'000),
        "<title>" + repeated(nul, 1'000'000), repeated("<", 1'000'000), repeated("&", 1'000'000),
        repeated("<!-", 300'000), repeated("<p>x</b></i>", 80'000), repeated(attributes, 5),
        "<table>" + repeated("x<b></b>", 100'000), repeated("<a>x<p>", 300)}) {
    const std::clock_t start = std::clock();
    error_of(html);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 5) << html.substr(0, 20);  // Each takes some hundredths.
  }
}

TEST(Tree, takes_little_memory) {
  // 40 bytes a node and 24 an attribute; gumbo takes 5 to 30 bytes a byte of markup.
  const std::string html = repeated("<p class=a>one <b>two</b> &amp; three</p>\n", 10'000);
  const auto tree = Tree::parse(html, Tree::Extent::page);
  ASSERT_TRUE(tree);
  EXPECT_LT(tree->memory(), 12 * html.size());
}

}  // namespace
}  // namespace quoth::page
