#include "tag/windows.h"

#include <gtest/gtest.h>

#include <random>

namespace quoth::tag {
namespace {

using segment::Gap;
using segment::SegmentedText;
using segment::Word;

/// Paragraphs of sentences of words, each word of so many pieces.
SegmentedText text_of(const std::vector<std::vector<std::vector<int>>>& paragraphs) {
  SegmentedText text;
  for (const auto& paragraph : paragraphs) {
    const auto start = static_cast<std::uint32_t>(text.words.size());
    for (const auto& sentence : paragraph) {
      const auto first = static_cast<std::uint32_t>(text.words.size());
      for (const int pieces : sentence) {
        Word word;
        word.first_piece = static_cast<std::uint32_t>(text.pieces.size());
        word.piece_count = static_cast<std::uint16_t>(pieces);
        text.pieces.resize(text.pieces.size() + static_cast<std::size_t>(pieces));
        text.words.push_back(word);
      }
      text.sentences.push_back({first, static_cast<std::uint32_t>(text.words.size())});
    }
    text.paragraphs.push_back({start, static_cast<std::uint32_t>(text.words.size())});
  }
  return text;
}

SegmentedText random_text(std::mt19937& generator) {
  const auto up_to = [&](int most) {
    return std::uniform_int_distribution<int>(1, most)(generator);
  };
  std::vector<std::vector<std::vector<int>>> paragraphs(static_cast<std::size_t>(up_to(12)));
  for (auto& paragraph : paragraphs) {
    paragraph.resize(static_cast<std::size_t>(up_to(6)));
    for (auto& sentence : paragraph) {
      sentence.resize(static_cast<std::size_t>(up_to(40)));
      for (int& pieces : sentence) pieces = up_to(4);
    }
  }
  return text_of(paragraphs);
}

TEST(Windows, every_word_is_owned_once_and_windows_hold_what_they_own) {
  std::mt19937 generator(1);
  for (int round = 0; round < 300; ++round) {
    const SegmentedText text = random_text(generator);
    std::uint32_t next = 0;
    for (const Window& window : windows_of(text, 60, 20)) {
      EXPECT_EQ(window.owned.first, next);
      EXPECT_LE(window.words.first, window.owned.first);
      EXPECT_GE(window.words.end, window.owned.end);
      std::size_t pieces = 0;
      for (std::uint32_t w = window.words.first; w < window.words.end; ++w) {
        pieces += text.words[w].piece_count;
      }
      EXPECT_LE(pieces, 60U);
      next = window.owned.end;
    }
    EXPECT_EQ(next, text.words.size());
  }
}

TEST(Windows, paragraphs_that_fit_stay_whole_and_short_ones_are_repeated) {
  const SegmentedText text = text_of({{{1, 1, 1, 1}}, {{1, 1}}, {{1, 1, 1, 1, 1}}});
  const auto windows = windows_of(text, 8, 2);
  ASSERT_EQ(windows.size(), 2U);
  EXPECT_EQ(windows[0].words, (segment::WordRange{0, 6}));
  EXPECT_EQ(windows[1].words, (segment::WordRange{4, 11}));
  EXPECT_EQ(windows[0].owned, (segment::WordRange{0, 5}));
  EXPECT_EQ(windows[1].owned, (segment::WordRange{5, 11}));
}

TEST(Windows, an_empty_text_has_none) { EXPECT_TRUE(windows_of({}, 254, 64).empty()); }

}  // namespace
}  // namespace quoth::tag
