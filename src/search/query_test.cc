#include "search/query.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::search {
namespace {

/// "a (b|c) [a phrase] d* -e", or the error.
std::string parsed(std::string_view text) {
  const auto query = parse_words(text);
  if (!query) return query.error().message;
  const auto shown = [](const Term& term) {
    std::string form = term.text;
    if (form.find(' ') != std::string::npos) form.insert(0, 1, '[').push_back(']');
    if (term.is_prefix) form.push_back('*');
    return form;
  };
  std::string out;
  for (const auto& terms : query->all) {
    out += out.empty() ? "" : " ";
    if (terms.size() > 1) out.push_back('(');
    for (const Term& term : terms) {
      if (&term != &terms.front()) out.push_back('|');
      out.append(shown(term));
    }
    if (terms.size() > 1) out.push_back(')');
  }
  for (const Term& term : query->none) out.append(" -").append(shown(term));
  return out;
}

TEST(Words, are_all_wanted) {
  EXPECT_EQ(parsed("harbour  wall"), "harbour wall");
  EXPECT_EQ(parsed(""), "");
  EXPECT_EQ(parsed("  \t "), "");
}

TEST(Words, in_marks_are_a_phrase) {
  EXPECT_EQ(parsed("old \"harbour wall\" now"), "old [harbour wall] now");
  EXPECT_EQ(parsed("“harbour wall”"), "[harbour wall]");
  EXPECT_EQ(parsed("a\"b c\"d"), "a [b c] d");
}

TEST(Words, with_a_star_are_beginnings) {
  EXPECT_EQ(parsed("harb*"), "harb*");
  EXPECT_EQ(parsed("h*"),
            "query: byte 0: \"*\" needs two letters before it; write more of the word");
  EXPECT_EQ(parsed("wall é*"),
            "query: byte 5: \"*\" needs two letters before it; write more of the word");
}

TEST(Words, with_a_minus_are_left_out) {
  EXPECT_EQ(parsed("harbour -wall -\"sea front\""), "harbour -wall -[sea front]");
  EXPECT_EQ(parsed("well-off"), "well-off");
  EXPECT_EQ(parsed("a - b"), "a - b");
  EXPECT_EQ(parsed("-wall"),
            "query: byte 0: the query only says what to leave out; add a word to look for");
}

TEST(Words, joined_by_OR_are_alternatives) {
  EXPECT_EQ(parsed("harbour OR port wall"), "(harbour|port) wall");
  EXPECT_EQ(parsed("a OR b OR \"c d\""), "(a|b|[c d])");
  EXPECT_EQ(parsed("a or b"), "a or b");
  EXPECT_EQ(parsed("a OR"),
            "query: byte 2: OR has nothing behind it; put a word there, or write \"or\"");
  EXPECT_EQ(parsed("OR a"),
            "query: byte 0: OR has nothing before it; put a word there, or write \"or\"");
  EXPECT_EQ(parsed("a -b OR c"),
            "query: byte 5: OR has nothing before it; put a word there, or write \"or\"");
  EXPECT_EQ(parsed("a OR -b"),
            "query: byte 5: what is left out cannot stand behind OR; leave OR out");
}

TEST(Words, without_their_closing_mark_are_told_with_their_place) {
  EXPECT_EQ(parsed("a \"b c"),
            "query: byte 2: the phrase that begins here has no closing quotation mark; add it");
}

TEST(Words, that_mean_something_to_the_index_mean_nothing_here) {
  EXPECT_EQ(parsed("NEAR(a b) AND NOT words:c ^d {e}"), "NEAR(a b) AND NOT words:c ^d {e}");
}

TEST(Words, have_limits) {
  EXPECT_NE(parsed(std::string(1001, 'a')).find("longer than 1000 bytes"), std::string::npos);
  std::string many;
  for (int k = 0; k < 33; ++k) many += "a ";
  EXPECT_NE(parsed(many).find("more than 32 words"), std::string::npos);
}

TEST(Words, of_malformed_bytes_are_read_as_UTF_8) {
  const auto query = parse_words("a\xFF\x80");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->all.front().front().text, "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Names, of_acts_kinds_and_orders_are_read_back) {
  EXPECT_EQ(act_named("want"), Quotation::Act::want);
  EXPECT_EQ(kind_named("mixed"), Quotation::Kind::mixed);
  EXPECT_EQ(sort_named("mentions"), Sort::mentions);
  EXPECT_FALSE(act_named("sing"));
  EXPECT_FALSE(sort_named(""));
}

}  // namespace
}  // namespace quoth::search
