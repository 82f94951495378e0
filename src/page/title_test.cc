#include "page/title.h"

#include <gtest/gtest.h>

namespace quoth::page {
namespace {

std::string title_of(const std::string& html) {
  const auto tree = Tree::parse(html, Tree::Extent::page);
  return tree ? find_title(read_metadata(*tree)).value_or("none") : "error";
}

TEST(Title, is_the_heading_that_the_title_element_repeats) {
  EXPECT_EQ(
      title_of("<title>Bridge closes – The Post</title><h1>The Post</h1><h1>Bridge closes</h1>"),
      "Bridge closes");
}

TEST(Title, of_open_graph_loses_the_name_of_the_site) {
  EXPECT_EQ(title_of("<meta property=og:site_name content='The Post'><meta property=og:title "
                     "content='Bridge closes | The Post'>"),
            "Bridge closes");
  EXPECT_EQ(title_of("<meta property=og:site_name content='The Post'><meta property=og:title "
                     "content='The Post'><h1>Bridge</h1>"),
            "Bridge");
}

TEST(Title, keeps_a_dash_of_its_own) {
  EXPECT_EQ(without_site_name("Harrow – a town without a bridge", "The Post"),
            "Harrow – a town without a bridge");
  EXPECT_EQ(without_site_name("Harrow: a town without a bridge - News - The Post", "The Post"),
            "Harrow: a town without a bridge - News");
  EXPECT_EQ(without_site_name("The bridge of Harrow closes | Post", ""),
            "The bridge of Harrow closes");
}

TEST(Title, is_none_where_nothing_states_one) { EXPECT_EQ(title_of("<p>text</p>"), "none"); }

}  // namespace
}  // namespace quoth::page
