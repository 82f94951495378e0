#include "ingest/feed_reader.h"

#include <gtest/gtest.h>

#include "ingest/feed_text.h"
#include "ingest/read_all.h"

namespace quoth::ingest {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

using Read = AllRead;

Read read(const std::string& feed, InputOptions options = {}) {
  return read_all<FeedReader>(feed, "news.xml", std::move(options));
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:x=\"http://purl.org/dc/elements/1.1/\">"
         "<channel><title>The Almsley Post</title><link>https://post.example/</link>" +
         items + "</channel></rss>";
}

TEST(FeedReader, rss_gives_the_full_text_and_its_facts) {
  const Read got = read(rss(
      "<item><title> Eels &amp; bells </title><link>https://post.example/1</link><guid "
      "isPermaLink=\"false\">p-1</guid>"
      "<author>ana@post.example (Ana Ruiz)</author><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>"
      "<description>Short.</description><content:encoded><![CDATA[\"We won,\" she "
      "said.]]></content:encoded></item>"
      "<item><guid>https://post.example/2</guid><x:creator>Knut "
      "Wels</x:creator><x:date>2021-03-05T01:00:00Z</x:date>"
      "<description>Only this.</description><pubDate>soon</pubDate></item>"));
  ASSERT_EQ(got.texts(), (Strings{"\"We won,\" she said.", "Only this."}));
  const DocumentFacts& first = got.items[0].facts;
  EXPECT_EQ(first.key, "p-1");
  EXPECT_EQ(first.title, "Eels & bells");
  EXPECT_EQ(first.url, "https://post.example/1");
  EXPECT_EQ(first.author, "Ana Ruiz");
  EXPECT_EQ(first.published, "2021-03-04");
  EXPECT_EQ(first.publisher, "The Almsley Post");
  EXPECT_EQ(first.record, 1U);
  EXPECT_TRUE(first.text_is_made);
  EXPECT_TRUE(first.notes.empty());
  const DocumentFacts& second = got.items[1].facts;
  EXPECT_EQ(second.url, "https://post.example/2");
  EXPECT_EQ(second.author, "Knut Wels");
  EXPECT_FALSE(second.published);
  EXPECT_EQ(second.notes, Strings{"summary_only"});
  EXPECT_TRUE(got.errors.empty());
}

TEST(FeedReader, atom_gives_the_content_of_every_text_type) {
  const Read got = read(
      "<feed "
      "xmlns=\"http://www.w3.org/2005/Atom\"><title>Post</title><author><name>Desk</name></author>"
      "<entry><id>urn:1</id><link rel=\"self\" href=\"https://a.example/self\"/><link "
      "href=\"https://a.example/1\"/>"
      "<published>2021-03-04T10:00:00+01:00</published><updated>2021-03-06T10:00:00Z</updated>"
      "<author><name>Ana Ruiz</name></author><author><name>Knut Wels</name></author>"
      "<content type=\"text\">5 &lt; 6, she said.</content></entry>"
      "<entry><id>urn:2</id><content type=\"html\">Plain "
      "enough.</content><source><title>Elsewhere</title></source></entry>"
      "<entry><id>urn:3</id><content type=\"image/png\">iVBO</content><summary>A "
      "picture.</summary></entry>"
      "<entry><id>urn:4</id><content src=\"https://a.example/4\" "
      "type=\"text/html\"/></entry></feed>");
  ASSERT_EQ(got.texts(), (Strings{"5 < 6, she said.", "Plain enough.", "A picture."}));
  EXPECT_EQ(got.items[0].facts.url, "https://a.example/1");
  EXPECT_EQ(got.items[0].facts.author, "Ana Ruiz, Knut Wels");
  EXPECT_EQ(got.items[0].facts.published, "2021-03-04");
  EXPECT_EQ(got.items[0].facts.modified, "2021-03-06");
  EXPECT_EQ(got.items[1].facts.author, "Desk");
  EXPECT_EQ(got.items[1].facts.publisher, "Elsewhere");
  EXPECT_EQ(got.items[2].facts.notes, Strings{"summary_only"});
  EXPECT_EQ(got.errors, Strings{"invalid_feed news.xml: entry 4: it has no text"});
}

TEST(FeedReader, prefixes_and_rdf_are_understood) {
  EXPECT_EQ(
      read(
          "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:id>1</a:id><title>no</title>"
          "<a:content>Fog.</a:content></a:entry></a:feed>")
          .texts(),
      Strings{"Fog."});
  const Read got = read(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\">"
      "<channel><title>Post</title></channel><item "
      "rdf:about=\"https://a.example/1\"><description>Rain.</description></item></rdf:RDF>");
  ASSERT_EQ(got.texts(), Strings{"Rain."});
  EXPECT_EQ(got.items[0].facts.key, "https://a.example/1");
  EXPECT_EQ(got.items[0].facts.publisher, "Post");
}

TEST(FeedReader, json_feeds_of_both_versions_are_read) {
  const Read got = read(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Post\", \"author\": "
      "{\"name\": \"Desk\"}, \"items\": ["
      "{\"id\": 7, \"url\": \"https://a.example/7\", \"content_html\": \"We won.\", \"authors\": "
      "[{\"name\": \"Ana Ruiz\"}], "
      "\"date_published\": \"2021-03-04T10:00:00Z\"},"
      "{\"id\": \"8\", \"content_text\": \"5 < 6\"}, {\"id\": \"9\", \"summary\": \"Short.\"}, 5, "
      "{\"id\": \"10\"}]}");
  ASSERT_EQ(got.texts(), (Strings{"We won.", "5 < 6", "Short."}));
  EXPECT_EQ(got.items[0].facts.key, "7");
  EXPECT_EQ(got.items[0].facts.author, "Ana Ruiz");
  EXPECT_EQ(got.items[1].facts.author, "Desk");
  EXPECT_EQ(got.items[0].facts.published, "2021-03-04");
  EXPECT_EQ(got.items[2].facts.notes, Strings{"summary_only"});
  EXPECT_EQ(got.errors.size(), 2U);
}

TEST(FeedReader, the_encoding_is_what_the_xml_says) {
  const std::string items =
      "<rss><channel><item><description>caf\xE9 \x97 "
      "\x93tea\x94</description></item></channel></rss>";
  EXPECT_EQ(read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + items).texts(),
            Strings{"café — “tea”"});
  EXPECT_EQ(read(items).errors.at(0).substr(0, 12), "invalid_utf8");
  InputOptions options;
  options.encoding = "detect";
  EXPECT_EQ(read(items, options).texts(), Strings{"café — “tea”"});
  EXPECT_EQ(read("<?xml version='1.0' encoding='klingon'?><rss/>").errors.at(0).substr(0, 16),
            "unknown_encoding");
  std::string wide = "\xFF\xFE"s;
  for (
      const char c :
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><item><description>tea</description></item></channel></rss>"s)
    wide += {c, '\0'};
  EXPECT_EQ(read(wide).texts(), Strings{"tea"});
  EXPECT_TRUE(looks_like_feed(wide));
}

TEST(FeedReader, entities_of_its_own_are_never_expanded) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">";
  for (char name = 'b'; name <= 'z'; ++name) {
    bomb += "<!ENTITY "s + name + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&"s + static_cast<char>(name - 1) + ";";
    bomb += "\">";
  }
  bomb +=
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&file;</title>"
      "<content:encoded>tea</content:encoded></item></channel></rss>";
  EXPECT_TRUE(looks_like_feed(bomb));
  const Read got = read(bomb);
  ASSERT_EQ(got.texts(), Strings{"tea"});
  EXPECT_EQ(got.items[0].facts.title, "&file;");
}

TEST(FeedReader, any_depth_is_read) {
  std::string deep;
  for (int k = 0; k < 300'000; ++k) deep += "<b>";
  const Read got = read(rss("<item><title>" + deep + "x</title></item>"));
  ASSERT_EQ(got.errors.size(), 1U);
  std::string closed;
  for (int k = 0; k < 300'000; ++k) closed += "<b>";
  closed += "x";
  for (int k = 0; k < 300'000; ++k) closed += "</b>";
  const Read whole =
      read(rss("<item><title>" + closed + "</title><description>tea</description></item>"));
  ASSERT_EQ(whole.texts(), Strings{"tea"});
  EXPECT_EQ(whole.items[0].facts.title, "x");
}

TEST(FeedReader, where_the_xml_breaks_off_whole_entries_are_kept) {
  const std::string whole =
      rss("<item><description>one</description></item><item><description>two</description></item>");
  const Read got = read(whole.substr(0, whole.find("two") + 1));
  EXPECT_EQ(got.texts(), Strings{"one"});
  ASSERT_EQ(got.errors.size(), 1U);
  EXPECT_NE(got.errors[0].find("breaks off at byte"), std::string::npos);
}

TEST(FeedReader, time_grows_with_the_feed_alone) {
  // Looking for the feed's title, or for an entry's end, in all of the feed for each entry would take minutes.
  std::string items, empty;
  for (int k = 0; k < 200'000; ++k) items += "<item><description>a</description></item>";
  for (int k = 0; k < 500'000; ++k) empty += "<item/>";
  EXPECT_EQ(read("<rss><channel>" + items + "</channel></rss>").texts(), Strings(200'000, "a"));
  const Read cut =
      read("<rss><channel>" + empty + "<item><description>a</description></item><item");
  EXPECT_EQ(cut.texts(), Strings{"a"});
}

TEST(FeedReader, what_is_no_feed_or_too_large_is_refused) {
  EXPECT_EQ(read("<html><body/></html>").errors.at(0),
            "invalid_feed news.xml: its root is neither rss, feed nor RDF");
  EXPECT_EQ(read("").errors.at(0).substr(0, 12), "invalid_feed");
  EXPECT_EQ(read("{\"version\": 1").errors.at(0).substr(0, 12), "invalid_feed");
  EXPECT_EQ(read("<rss>" + std::string(FeedReader::max_bytes, ' ')).errors.at(0).substr(0, 18),
            "document_too_large");
}

TEST(LooksLikeFeed, by_root_or_version) {
  EXPECT_TRUE(looks_like_feed(
      "\xEF\xBB\xBF\n<?xml version=\"1.0\"?><!-- made by hand --><rss version=\"2.0\">"));
  EXPECT_TRUE(looks_like_feed("<!DOCTYPE rss PUBLIC \"x\" \"y\"><rss>"));
  EXPECT_TRUE(looks_like_feed("<rdf:RDF xmlns"));
  EXPECT_TRUE(looks_like_feed(
      "{\n \"title\": \"x\", \"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1\""));
  EXPECT_FALSE(looks_like_feed("{\"text\": \"the version\", \"version\": 3}"));
  EXPECT_FALSE(looks_like_feed("<!DOCTYPE html><html>"));
  EXPECT_FALSE(looks_like_feed("rss feeds are old."));
  EXPECT_FALSE(looks_like_feed("<!-- never closed"));
  EXPECT_FALSE(looks_like_feed(""));
}

TEST(FeedText, text_without_markup_is_itself) {
  EXPECT_EQ(*text_of_feed_html("“We won,” she said."), "“We won,” she said.");
  const auto page = text_of_feed_html("<p>tea</p>");
  if (!page) {
    EXPECT_EQ(page.error().code, ErrorCode::invalid_feed);
  }
}

}  // namespace
}  // namespace quoth::ingest
