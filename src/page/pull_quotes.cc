#include "page/pull_quotes.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "page/tags.h"
#include "page/word_grams.h"

namespace quoth::page {
namespace {

// A repetition is as many words in a row, at least, and most of the paragraph (behind it the speaker's name may stand).
constexpr std::size_t least_words = 5;
constexpr double least_share = 0.7;
constexpr int near_levels = 2;
// Places that are looked at where the same words stand often.
constexpr std::size_t most_places = 8;

struct Word {
  std::uint64_t hash;
  std::uint32_t paragraph;
};

bool is_set_apart(const Blocks& page, const Block& block) {
  const Element& inner = page.elements[block.inner];
  constexpr std::uint32_t apart = inside_blockquote | inside_aside | inside_figure;
  return (inner.inside & apart) != 0 ||
         inner.above[static_cast<std::size_t>(ClassKind::quotation)] <= near_levels ||
         heading_level(page.tag(block)) > 0;
}

class Search {
 public:
  Search(const Blocks& page, const MainText& text) : page_(page), text_(text) {
    for (std::uint32_t k = 0; k < text.paragraphs.size(); ++k) {
      starts_.push_back(words_.size());
      for_each_word(paragraph(k), [&](std::uint64_t hash) { words_.push_back({hash, k}); });
    }
    starts_.push_back(words_.size());
    for (std::size_t k = 0; k + least_words <= words_.size(); ++k) {
      auto& places = places_[run_at(k)];
      if (places.size() < most_places) places.push_back(static_cast<std::uint32_t>(k));
    }
  }

  std::vector<Span> take() const {
    std::vector<Span> found;
    for (std::uint32_t k = 0; k < text_.paragraphs.size(); ++k) {
      if (is_set_apart(page_, page_.blocks[text_.blocks[k]]) && is_repeated(k)) {
        found.push_back(text_.paragraphs[k]);
      }
    }
    return found;
  }

 private:
  std::string_view paragraph(std::uint32_t k) const {
    const Span span = text_.paragraphs[k];
    return std::string_view(text_.text).substr(span.start, span.end - span.start);
  }

  std::uint64_t run_at(std::size_t k) const {
    std::uint64_t run = 0;
    for (std::size_t step = 0; step < least_words; ++step) run = run * 31 + words_[k + step].hash;
    return run;
  }

  bool is_repeated(std::uint32_t k) const {
    const std::size_t start = starts_[k], count = starts_[k + 1] - start;
    if (count < least_words) return false;
    const auto places = places_.find(run_at(start));
    if (places == places_.end()) return false;
    return std::any_of(places->second.begin(), places->second.end(), [&](std::uint32_t place) {
      const std::uint32_t other = words_[place].paragraph;
      if (other == k || is_set_apart(page_, page_.blocks[text_.blocks[other]])) return false;
      std::size_t same = 0;
      while (same < count && place + same < starts_[other + 1] &&
             words_[place + same].hash == words_[start + same].hash) {
        ++same;
      }
      return same >= least_words &&
             static_cast<double>(same) >= least_share * static_cast<double>(count);
    });
  }

  const Blocks& page_;
  const MainText& text_;
  std::vector<Word> words_;
  std::vector<std::size_t> starts_;  // Of each paragraph's words, and the end.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;
};

}  // namespace

std::vector<Span> find_pull_quotes(const Blocks& page, const MainText& text) {
  const bool is_any = std::any_of(text.blocks.begin(), text.blocks.end(), [&](std::uint32_t k) {
    return is_set_apart(page, page.blocks[k]);
  });
  if (!is_any) return {};
  return Search(page, text).take();
}

}  // namespace quoth::page
