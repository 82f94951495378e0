#include "ingest/looks.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::ingest {
namespace {

Looks looks(std::string_view bytes) { return looks_of(bytes, {}); }

TEST(Looks, json_lines_begin_with_an_object) {
  EXPECT_EQ(looks("\n \t\r\n{ \"text\""), Looks::json_lines);
  EXPECT_EQ(looks("\xEF\xBB\xBF{}"), Looks::json_lines);
  EXPECT_EQ(looks("{braces} open a sentence"), Looks::plain_text);
  EXPECT_EQ(looks("{"), Looks::undecided);
  EXPECT_EQ(looks("{\"version\": 2, \"text\": \"x\"}"), Looks::json_lines);
}

TEST(Looks, a_json_feed_states_its_version) {
  EXPECT_EQ(looks("{\n  \"version\": \"https://jsonfeed.org/version/1.1\","), Looks::json_feed);
  EXPECT_EQ(looks("{\"version\": \"https://json"), Looks::undecided);
}

TEST(Looks, a_page_begins_with_its_doctype_or_an_outer_element) {
  for (const char* page :
       {"<!DOCTYPE html>", "\n<!doctype HTML PUBLIC \"-//W3C\">", "<html lang=en>", "<HEAD>",
        "<!-- saved from -->\n<!-- and again --><html>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\">",
        "\xEF\xBB\xBF<body class=\"x\">"}) {
    EXPECT_EQ(looks(page), Looks::html_page) << page;
  }
  EXPECT_EQ(looks("<!-- a comment without end"), Looks::undecided);
}

TEST(Looks, other_markup_and_text_in_angle_brackets_are_plain_text) {
  for (const char* text :
       {"<b>London</b>", "<header>x", "<- she said", "<!DOCTYPE book>", "< html>"})
    EXPECT_EQ(looks(text), Looks::plain_text) << text;
}

TEST(Looks, feeds_have_a_root_element_of_their_own) {
  EXPECT_EQ(looks("<?xml version='1.0'?><rss version=\"2.0\">"), Looks::xml_feed);
  EXPECT_EQ(looks("<feed xmlns=\"http://www.w3.org/2005/Atom\">"), Looks::xml_feed);
  EXPECT_EQ(looks("<rdf:RDF xmlns=\"x\">"), Looks::xml_feed);
}

TEST(Looks, archives_are_known_by_their_first_word) {
  EXPECT_EQ(looks("WARC/1.0\r\n"), Looks::warc);
  EXPECT_EQ(looks("filedesc://x"), Looks::arc);
  EXPECT_EQ(looks("WARC"), Looks::undecided);
  EXPECT_EQ(looks("WARSAW (AP)\n"), Looks::plain_text);
}

TEST(Looks, a_table_has_a_column_of_texts) {
  EXPECT_EQ(looks("id,text,date\n"), Looks::table);
  EXPECT_EQ(looks("id\t\"text\"\r\n"), Looks::table);
  EXPECT_EQ(looks("id,texts\n"), Looks::plain_text);
  EXPECT_EQ(looks("text\n"), Looks::plain_text);
  EXPECT_EQ(looks("id,text"), Looks::undecided);
  EXPECT_EQ(looks("id;text\n"), Looks::table);
  EXPECT_EQ(looks("text, image and sound\n"), Looks::plain_text);
  InputOptions options;
  options.text_field = "body";
  EXPECT_EQ(looks_of("id,body\n", options), Looks::table);
}

TEST(Looks, white_space_alone_decides_nothing) {
  EXPECT_EQ(looks(""), Looks::undecided);
  EXPECT_EQ(looks(" \n"), Looks::undecided);
}

}  // namespace
}  // namespace quoth::ingest
