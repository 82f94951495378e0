#include "variants/alignment.h"

#include <gtest/gtest.h>

#include <string>

#include "variants/difference_text.h"
#include "variants/made_up_pair.h"

namespace quoth::variants {
namespace {

std::string shown(std::string_view a, std::string_view b) {
  const MadeUpPair pair(a, b);
  return difference_text(pair.words_a, pair.words_b, pair.alignment);
}

TEST(Alignment, shows_replaced_and_inserted_words) {
  EXPECT_EQ(shown("We will not raise taxes", "We may raise taxes now"),
            "We [-will not-] raise taxes\nWe {+may+} raise taxes {+now+}\n");
}

TEST(Alignment, keeps_a_fragment_in_one_piece) {
  EXPECT_EQ(shown("It is what it is and it is the end of the league", "the end of the league"),
            "[-It is what it is and it is-] the end of the league\nthe end of the league\n");
}

TEST(Alignment, finds_moves) {
  EXPECT_EQ(shown("In the morning we saw smoke over the hills",
                  "we saw smoke over the hills in the morning"),
            "~In the morning~ we saw smoke over the hills\n"
            "we saw smoke over the hills ~in the morning~\n");
}

TEST(Alignment, takes_no_exchanged_names_for_a_move) {
  const MadeUpPair pair("the man said that Blair called Brown",
                        "the man said that Brown called Blair");
  for (const Edit& edit : pair.alignment.edits) EXPECT_NE(edit.kind, Edit::Kind::moved);
}

TEST(Alignment, of_nothing_is_nothing) {
  EXPECT_EQ(shown("", ""), "\n\n");
  EXPECT_EQ(shown("", "We won"), "\n{+We won+}\n");
}

/// Every word in exactly one edit, and kept and moved ones equal.
void expect_sound(const MadeUpPair& pair) {
  std::vector<int> times_a(pair.words_a.size()), times_b(pair.words_b.size());
  for (const Edit& edit : pair.alignment.edits) {
    for (std::uint32_t k = edit.a.first; k < edit.a.end; ++k) ++times_a[k];
    for (std::uint32_t k = edit.b.first; k < edit.b.end; ++k) ++times_b[k];
    if (edit.kind != Edit::Kind::kept && edit.kind != Edit::Kind::moved) continue;
    ASSERT_EQ(edit.a.size(), edit.b.size());
    for (std::uint32_t k = 0; k < edit.a.size(); ++k)
      EXPECT_EQ(pair.words_a[edit.a.first + k].key, pair.words_b[edit.b.first + k].key);
  }
  EXPECT_EQ(times_a, std::vector<int>(times_a.size(), 1));
  EXPECT_EQ(times_b, std::vector<int>(times_b.size(), 1));
}

std::string random_words(std::uint32_t& seed, std::size_t count, std::uint32_t different) {
  std::string text;
  for (std::size_t k = 0; k < count; ++k) {
    seed = seed * 1664525U + 1013904223U;
    text.append(1, 'w')
        .append(std::to_string((seed >> 8U) % different))
        .append(k % 9 == 8 ? ". " : " ");
  }
  return text;
}

TEST(Alignment, has_every_word_once_whatever_the_words) {
  std::uint32_t seed = 7;
  for (int round = 0; round < 300; ++round) {
    const std::string a = random_words(seed, 1 + seed % 40, 2 + seed % 30),
                      b = random_words(seed, 1 + seed % 30, 2 + seed % 30);
    expect_sound({a, b});
  }
}

TEST(Alignment, of_long_renderings_is_anchored) {
  std::uint32_t seed = 3;
  const std::string start = random_words(seed, 3000, 100000),
                    end = random_words(seed, 3000, 100000);
  const std::string a = start + "we will win " + end, b = start + "we may win " + end;
  const MadeUpPair pair(a, b);
  expect_sound(pair);
  EXPECT_TRUE(pair.differences.has(DifferenceClass::modality));
  EXPECT_EQ(pair.differences.findings.size(), 1U);
}

TEST(Alignment, of_long_renderings_without_anchors_is_sound) {
  std::uint32_t seed = 5;
  const std::string a = random_words(seed, 4000, 3), b = random_words(seed, 4000, 3);
  expect_sound({a, b});
}

}  // namespace
}  // namespace quoth::variants
