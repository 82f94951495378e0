#include "page/page.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace quoth::page {
namespace {

const std::string first =
    "The bridge over the Elm at Harrow will be closed from Monday until the end of May, the "
    "council said on Friday, "
    "because two of its piers have moved.";
const std::string second =
    "“We have measured it every night since March, and every night it had moved a little farther,” "
    "the engineer, "
    "Ana Ruiz, told the meeting.";
const std::string third =
    "Drivers will have to go round by Stone, which takes twenty minutes longer, and the school bus "
    "will start at half past six.";

/// A page of one article; `head` and `beside` are markup.
std::string page_of(const std::string& head, const std::string& inside = "",
                    const std::string& beside = "") {
  return "<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Bridge to close until "
         "May | The Elm Post</title>" +
         head +
         "</head><body><nav><ul><li><a href=/>Home</a><li><a "
         "href=/sport>Sport</a></ul></nav><main><article>"
         "<h1>Bridge to close until May</h1><p>" +
         first + "</p><p>" + second + "</p>" + inside + "<p>" + third + "</p></article></main>" +
         beside +
         "<footer><p>© 1998-2031 The Elm Post. All rights reserved.</p></footer></body></html>";
}

Page read(const std::string& html, std::string_view url = "") {
  auto page = read_page(html, url);
  EXPECT_TRUE(page) << (page ? "" : page.error().message);
  return page ? *std::move(page) : Page{};
}

TEST(Page, is_its_article_and_nothing_around_it) {
  const Page page =
      read(page_of("",
                   "<aside class=related><h3>More stories</h3><ul><li><a href=/1>Mill burns "
                   "down</a><li><a href=/2>Cat found</a></ul></aside>",
                   "<section class=comments><h2>Comments</h2><div class=comment><p>Somebody should "
                   "have seen to this bridge years ago, I say.</p></div></section>"));
  EXPECT_EQ(page.text, first + "\n\n" + second + "\n\n" + third);
  EXPECT_EQ(page.title, "Bridge to close until May");
  EXPECT_EQ(page.language, "en-GB");
}

TEST(Page, without_an_article_is_an_error) {
  for (const char* const html :
       {"", "<p>", "<script>var a = '<p>text</p>'</script>", "<nav><a href=/>Home</a></nav>"}) {
    const auto page = read_page(html, "");
    ASSERT_FALSE(page) << html;
    EXPECT_EQ(page.error().code, ErrorCode::no_main_text);
  }
}

TEST(Page, tells_its_facts_by_json_ld_first) {
  const Page page = read(page_of(
      "<meta property='og:title' content='Elm bridge closes'><meta name=author content='Someone'>"
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebPage\", "
      "\"datePublished\": \"2018-01-01\"}, {\"@type\": "
      "[\"NewsArticle\"], \"headline\": \"Bridge\n to close &amp; open\", \"datePublished\": "
      "\"2019-11-05T23:30:00-08:00\", \"dateModified\": "
      "\"2019-11-07\", \"author\": [{\"name\": \"Ana Ruiz\"}, {\"name\": \"Bo Lind\"}], "
      "\"publisher\": {\"name\": \"The Elm Post\"}}]}</script>"));
  EXPECT_EQ(page.title, "Bridge to close & open");
  EXPECT_EQ(page.published, "2019-11-05");
  EXPECT_EQ(page.modified, "2019-11-07");
  EXPECT_EQ(page.author, "Ana Ruiz, Bo Lind");
  EXPECT_EQ(page.publisher, "The Elm Post");
}

TEST(Page, tells_its_facts_by_meta_elements) {
  const Page page =
      read(page_of("<meta property='og:title' content='Bridge to close until May - The Elm "
                   "Post'><meta property='og:site_name' content='The Elm Post'>"
                   "<meta property='Article:Published_Time' content='2019-11-05T10:00Z'><meta "
                   "name=author content='By Ana Ruiz'>"
                   "<link rel=canonical href='https://post.example/bridge'>"),
           "https://post.example/bridge?from=mail");
  EXPECT_EQ(page.title, "Bridge to close until May");
  EXPECT_EQ(page.publisher, "The Elm Post");
  EXPECT_EQ(page.published, "2019-11-05");
  EXPECT_EQ(page.author, "Ana Ruiz");
  EXPECT_EQ(page.url, "https://post.example/bridge");
}

TEST(Page, is_dated_by_its_address_or_its_line_of_time) {
  EXPECT_EQ(read(page_of(""), "https://post.example/2019/11/05/bridge").published, "2019-11-05");
  EXPECT_EQ(read(page_of(""), "https://post.example/2019/11/bridge").published, "2019-11");
  EXPECT_EQ(read(page_of("", "<p class=byline>By Ana Ruiz, 5 November 2019</p>")).published,
            "2019-11-05");
  EXPECT_EQ(read(page_of("", "<div class=meta><time datetime='2019-11-05'>Tuesday</time></div>"))
                .published,
            "2019-11-05");
}

TEST(Page, reads_dates_in_numbers_as_its_language_does) {
  EXPECT_EQ(read(page_of("", "<p class=meta>05/11/2019</p>")).published,
            "2019-11-05");  // lang=en-GB
}

TEST(Page, is_not_dated_by_scripts_comments_footers_and_other_articles) {
  const Page page = read(page_of(
      "<script>var built = '2031-01-31'</script>", "",
      "<aside><time datetime='2026-05-30'>30 May 2026</time> <a href=/x>Ferries full</a></aside>"
      "<div class=comments><time datetime='2025-01-01'>1 January 2025</time> Nice.</div><footer>12 "
      "March 2024</footer>"));
  EXPECT_EQ(page.published, std::nullopt);
}

TEST(Page, marks_a_pull_quote_that_repeats_a_sentence) {
  const std::string repeated = "We have measured it every night since March";
  const Page page =
      read(page_of("", "<blockquote class=pullquote><p>“" + repeated + "”</p></blockquote>"));
  if (page.text.find(repeated) != page.text.rfind(repeated)) {
    ASSERT_EQ(page.pull_quotes.size(), 1U);
    const Span span = page.pull_quotes[0];
    EXPECT_EQ(page.text.substr(span.start, span.end - span.start), "“" + repeated + "”");
  } else {
    EXPECT_TRUE(page.pull_quotes.empty());
  }
}

TEST(Page, keeps_no_markup_and_is_valid_utf_8) {
  const Page page = read(page_of("",
                                 "<p>The sign said &lt;b&gt;closed&lt;/b&gt; in letters a yard "
                                 "high, and \xFF\xFE nobody had an idea who put it there.</p>"));
  EXPECT_EQ(page.text.find("<p"), std::string::npos);
  EXPECT_EQ(text::first_invalid(page.text), std::nullopt);
  EXPECT_EQ(read(page_of("")).text, read(page_of("")).text);
}

TEST(Fragment, is_all_text) {
  const auto page = read_fragment(
      "<p>Short.</p><ul><li>One</li><li>Two</li></ul><script>x()</script><blockquote>Three</"
      "blockquote>");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, "Short.\n\nOne\n\nTwo\n\nThree");
}

TEST(Fragment, marks_pull_quotes) {
  const auto page = read_fragment(
      "<p>" + second +
      "</p><blockquote>every night it had moved a little farther</blockquote><blockquote>We will "
      "build it again, and better, she said.</blockquote>");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->pull_quotes.size(), 1U);
  const Span span = page->pull_quotes[0];
  EXPECT_EQ(page->text.substr(span.start, span.end - span.start),
            "every night it had moved a little farther");
}

}  // namespace
}  // namespace quoth::page
