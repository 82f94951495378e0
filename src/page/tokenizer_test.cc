#include "page/tokenizer.h"

#include <gtest/gtest.h>

#include <string>

#include "base/lexicon.h"
#include "page/gumbo_twin.h"

namespace quoth::page {
namespace {

using Kind = Token::Kind;

/// Tokens as "text|<name>|</name>|!|?": comments are "!", document types "?", NULs "0".
std::string tokens_of(std::string_view html,
                      Tokenizer::Content content = Tokenizer::Content::markup,
                      std::string_view element = {}) {
  Markup markup(html);
  Tokenizer tokenizer(markup);
  if (content != Tokenizer::Content::markup) tokenizer.enter(content, element);
  std::string result;
  Token token;
  for (tokenizer.next(token, false); token.kind != Kind::end; tokenizer.next(token, false)) {
    if (!result.empty()) result += '|';
    switch (token.kind) {
      case Kind::text:
        result += token.text;
        break;
      case Kind::null:
        result += '0';
        break;
      case Kind::start_tag:
        result += '<' + std::string(token.text);
        for (const Attribute& one : tokenizer.attributes()) {
          result += ' ';
          result += attribute_names[static_cast<std::size_t>(one.name)];
          result += '=';
          result += one.value;
        }
        result += token.closes_itself ? "/>" : ">";
        break;
      case Kind::end_tag:
        result += "</" + std::string(token.text) + '>';
        break;
      default:
        result += token.kind == Kind::comment ? '!' : '?';
    }
  }
  return result;
}

TEST(Tokenizer, takes_for_a_tag_only_what_begins_like_one) {
  EXPECT_EQ(tokens_of("a < b <1 <> <a>"), "a < b <1 <> |<a>");
  EXPECT_EQ(tokens_of("a</>b</ c>d</1>e</"), "a|b|!|d|!|e</");
  EXPECT_EQ(tokens_of("<?xml?>a<!b>c<! -- >d<"), "!|a|!|c|!|d<");
  EXPECT_EQ(tokens_of("a<b c"), "a");  // The page's end cuts it off.
  EXPECT_EQ(tokens_of("a<b id='c"), "a");
}

TEST(Tokenizer, reads_attributes_however_they_are_written) {
  EXPECT_EQ(tokens_of("<A ID=x CLASS = 'y z' hidden style=\"\">"),
            "<A id=x class=y z hidden= style=>");
  EXPECT_EQ(tokens_of("<a id=1 id=2 ID=3>"), "<a id=1>");
  EXPECT_EQ(tokens_of("<a/id=1/>"), "<a id=1/>");
  EXPECT_EQ(tokens_of("<a id=1 />"), "<a id=1/>");
  EXPECT_EQ(tokens_of("<a / >"), "<a>");
  EXPECT_EQ(tokens_of("<a =id=1 id>"), "<a id=>");
  EXPECT_EQ(tokens_of("<a id='1'class='2'>"), "<a id=1 class=2>");
  EXPECT_EQ(tokens_of("<a id=>b"), "<a id=>|b");
  EXPECT_EQ(tokens_of("<a id=a\"b'c<d>"), "<a id=a\"b'c<d>");
  EXPECT_EQ(tokens_of("<a title='>' id='\n'>"), "<a id=\n>");
  EXPECT_EQ(tokens_of("</a id='>'>b"), "</a>|b");
}

TEST(Tokenizer, ends_comments_as_browsers_do) {
  for (const char* const comment :
       {"<!---->", "<!-->", "<!--->", "<!-- - -- -->", "<!-- --!>", "<!-----!>", "<!-- <!-- -->",
        "<!--<!-->", "<!-- --- -->", "<!---!>-->", "<!doctype>"}) {
    EXPECT_EQ(tokens_of(std::string(comment) + "a").substr(1), "|a") << comment;
  }
  EXPECT_EQ(tokens_of("a<!-- b"), "a|!");
  EXPECT_EQ(tokens_of("a<!--b--"), "a|!");
}

TEST(Tokenizer, reads_references_in_text_and_attributes) {
  EXPECT_EQ(tokens_of("&amp;&lt;&#65;&#x42;&#X43;&copy&notit;&notin;&;&#;&#x;&unknown;"),
            "&<ABC©¬it;∉&;&#;&#x;&unknown;");
  EXPECT_EQ(tokens_of("<a id='&copy=1&copy;&copy1&copy&amp'>"), "<a id=&copy=1©&copy1©&>");
  EXPECT_EQ(tokens_of("&#128;&#146;&#0;&#xD800;&#x110000;&#99999999999999;"),
            "€’\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(tokens_of("&CounterClockwiseContourIntegral;&NotEqualTilde;"), "∳≂̸");
}

TEST(Tokenizer, reads_nothing_in_raw_text_but_its_end) {
  using Content = Tokenizer::Content;
  EXPECT_EQ(tokens_of("a&amp;<b></title>c", Content::references, "title"), "a&<b>|</title>|c");
  EXPECT_EQ(tokens_of("a&amp;</b></STYLE x>c", Content::raw, "style"), "a&amp;</b>|</STYLE>|c");
  EXPECT_EQ(tokens_of("a</stylex></style", Content::raw, "style"), "a</stylex></style");
  EXPECT_EQ(tokens_of("</style>", Content::raw, "style"), "</style>");
  EXPECT_EQ(tokens_of("a</p><b>", Content::plain), "a</p><b>");
}

TEST(Tokenizer, ends_scripts_as_browsers_do) {
  const auto script = [](std::string_view html) {
    return tokens_of(html, Tokenizer::Content::script, "script");
  };
  EXPECT_EQ(script("a<b</script>c"), "a<b|</script>|c");
  EXPECT_EQ(script("<!-- a </script>b"), "<!-- a |</script>|b");
  EXPECT_EQ(script("<!-- <script></script> --></script>b"),
            "<!-- <script></script> -->|</script>|b");
  EXPECT_EQ(script("<!--<script></script></script>b"), "<!--<script></script>|</script>|b");
  EXPECT_EQ(script("<!--><script></script>b"), "<!--><script>|</script>|b");
  EXPECT_EQ(script("<!-- <scripts></script>b"), "<!-- <scripts>|</script>|b");
  EXPECT_EQ(script("<!-- <script>"), "<!-- <script>");
}

TEST(Tokenizer, takes_nuls_as_the_standard_says) {
  using namespace std::string_view_literals;
  EXPECT_EQ(tokens_of("a\0b"sv), "a|0|b");
  EXPECT_EQ(tokens_of("a\0b"sv, Tokenizer::Content::raw, "style"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(tokens_of("<a id=\0>"sv), "<a id=\xEF\xBF\xBD>");
}

TEST(Tokenizer, sees_valid_text_with_line_feeds_and_no_mark_at_its_start) {
  EXPECT_EQ(tokens_of("\xEF\xBB\xBF"
                      "a\r\nb\rc\n\r\n"),
            "a\nb\nc\n\n");
  EXPECT_EQ(tokens_of("a\xFF\xFE"
                      "b\xC3"),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
}

TEST(Tokenizer, knows_tags_that_are_equal_but_for_the_order_of_attributes) {
  Markup markup("<a x=1 y='2'><a Y=2 x=1 x=3><a x=1><a x=2 y=1>");
  Tokenizer tokenizer(markup);
  std::vector<std::uint64_t> hashes;
  Token token;
  for (tokenizer.next(token, false); token.kind != Kind::end; tokenizer.next(token, false)) {
    hashes.push_back(tokenizer.attributes_hash(token.text));
  }
  ASSERT_EQ(hashes.size(), 4U);
  EXPECT_EQ(hashes[0], hashes[1]);
  EXPECT_NE(hashes[0], hashes[2]);
  EXPECT_NE(hashes[0], hashes[3]);
}

TEST(CharacterReferences, are_gumbos) {
  // Every name of the table, followed by what may make a difference.
  std::string html;
  for (const std::string_view line : base::lexicon_entries("character_references")) {
    const std::string reference = "&" + std::string(line.substr(0, line.find(' ')));
    for (const char* const behind : {"", ";", "=", "x", " "}) {
      html += "<p id='" + reference + behind + "'>" + reference + behind;
    }
  }
  for (int number = 0; number < 0x300; ++number) html += "<p>&#" + std::to_string(number) + ";";
  const auto tree = Tree::parse(html, Tree::Extent::page, Dialect::gumbo);
  ASSERT_TRUE(tree);
  EXPECT_EQ(outline_of(*tree), GumboTwin(html, Tree::Extent::page).outline());
}

TEST(Tag, names_are_gumbos) {
  for (int k = 0; k < GUMBO_TAG_UNKNOWN; ++k) {
    const char* const name = gumbo_normalized_tagname(static_cast<GumboTag>(k));
    EXPECT_EQ(name_of(tag_of(name)), name);
  }
  EXPECT_EQ(tag_of("DiV"), Tag::div);
  EXPECT_EQ(tag_of("x-y"), Tag::unknown);
  EXPECT_EQ(tag_of(""), Tag::unknown);
}

}  // namespace
}  // namespace quoth::page
