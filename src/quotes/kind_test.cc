#include "quotes/kind.h"

#include <gtest/gtest.h>

#include "quotes/made_up_text.h"

namespace quoth::quotes {
namespace {

Quotation::Kind kind_in(std::string_view text, std::initializer_list<std::string_view> content) {
  const MadeUpText made(text);
  std::vector<segment::WordRange> ranges;
  for (const std::string_view piece : content) ranges.push_back(made.words(piece));
  return kind_of(made.context(), ranges);
}

TEST(Kind, content_in_marks_is_direct) {
  EXPECT_EQ(kind_in("“We won,” she said.", {"“We won,”"}), Quotation::Kind::direct);
  EXPECT_EQ(kind_in("“We won,” she said. “At last.”", {"“We won,”", "“At last.”"}),
            Quotation::Kind::direct);
  EXPECT_EQ(kind_in("“We won, she said.", {"“We won,"}), Quotation::Kind::direct);
}

TEST(Kind, content_without_marks_is_indirect) {
  EXPECT_EQ(kind_in("She said that they won.", {"that they won"}), Quotation::Kind::indirect);
}

TEST(Kind, partly_marked_content_is_mixed) {
  EXPECT_EQ(kind_in("She said that they “won by far” there.", {"that they “won by far” there"}),
            Quotation::Kind::mixed);
  EXPECT_EQ(
      kind_in("“We won,” she said, and then that it was over.", {"“We won,”", "that it was over"}),
      Quotation::Kind::mixed);
}

TEST(Kind, an_opening_that_does_not_make_long_direct_content_mixed) {
  const std::string_view content =
      "that “nobody in this city has ever seen a bridge fall down so slowly and yet so very "
      "completely in one long night”";
  EXPECT_EQ(kind_in("She said " + std::string(content), {content}), Quotation::Kind::direct);
}

TEST(Kind, the_marks_of_an_outer_quotation_do_not_count) {
  EXPECT_EQ(kind_in("“She said it is over,” Reid said.", {"it is over"}),
            Quotation::Kind::indirect);
  EXPECT_EQ(kind_in("“She said ‘it is over’ to me,” Reid said.", {"‘it is over’"}),
            Quotation::Kind::direct);
}

TEST(Kind, marks_within_marks_count_once) {
  EXPECT_EQ(kind_in("She said they saw “the ‘big’ win” there and then.",
                    {"they saw “the ‘big’ win” there and then"}),
            Quotation::Kind::mixed);
}

}  // namespace
}  // namespace quoth::quotes
