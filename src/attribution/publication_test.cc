#include "attribution/publication.h"

#include <gtest/gtest.h>

namespace quoth::attribution {
namespace {

using Notes = std::vector<std::string>;

TEST(Publication, metadata_come_first) {
  const Publication found = publication_of("It rained.", "2011-05-02T10:00:00Z");
  ASSERT_TRUE(found.date);
  EXPECT_EQ(to_iso(*found.date), "2011-05-02");
  EXPECT_FALSE(found.from_text);
  EXPECT_TRUE(found.notes.empty());
}

TEST(Publication, the_date_line_stands_in_for_them) {
  const Publication found = publication_of("Monday, February 5, 2007\n\nIt rained.", "");
  ASSERT_TRUE(found.date);
  EXPECT_EQ(to_iso(*found.date), "2007-02-05");
  EXPECT_TRUE(found.from_text);
}

TEST(Publication, a_date_line_that_says_otherwise_is_noted) {
  const Publication found = publication_of("Monday, February 5, 2007\n\nIt rained.", "2007-03-01");
  EXPECT_EQ(to_iso(*found.date), "2007-03-01");
  EXPECT_EQ(found.notes, Notes{"dateline_differs:2007-02-05"});
}

TEST(Publication, a_later_day_in_the_text_is_noted) {
  const Publication found =
      publication_of("He spoke on 20 November 2018, not on 1 May 2015.", "2017-01-01");
  EXPECT_EQ(found.notes, Notes{});  // The last one named is the earlier.
  EXPECT_EQ(publication_of("He spoke on 20 November 2018.", "2017-01-01").notes,
            Notes{"later_date_in_text:2018-11-20"});
}

TEST(Publication, what_nobody_states_is_unknown) {
  EXPECT_FALSE(publication_of("It rained.", "yesterday").date);
}

}  // namespace
}  // namespace quoth::attribution
