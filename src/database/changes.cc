#include "database/changes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "text/utf8.h"

namespace quoth::database {
namespace {

using Words = std::vector<std::string>;

// A word in more quotations than this tells nothing apart, and would make the work quadratic.
constexpr std::size_t most_with_a_word = 32;

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

/// Lower-case words of letters, digits and what is not ASCII, but for general punctuation (U+2000 … U+206F).
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::decode(text, at);
    const char c = text[at];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool is_sign = point.value >= 0x2000 && point.value <= 0x206F;
    if (is_sign || !is_word_byte(lower)) {
      // An apostrophe within a word, straight or curly, parts nothing.
      if (c != '\'' && point.value != 0x2019) end_word();
    } else if (point.size == 1) {
      word.push_back(lower);
    } else {
      word.append(text, at, point.size);
    }
    at += point.size;
  }
  end_word();
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text.append(word).push_back(' ');
  return text;
}

struct Likeness {
  double share = 0;
  std::size_t earlier = 0, later = 0;
};

/// Pairs of unpaired quotations that share at least half of their words (Dice's coefficient of the multisets).
std::vector<Likeness> likenesses(const std::vector<Words>& earlier, const std::vector<Words>& later,
                                 const std::vector<std::optional<std::size_t>>& partner_of_earlier,
                                 const std::vector<std::optional<std::size_t>>& partner_of_later) {
  struct Occurrence {
    std::size_t quotation;
    int count;
  };
  std::unordered_map<std::string_view, std::vector<Occurrence>> having;
  for (std::size_t k = 0; k < earlier.size(); ++k) {
    if (partner_of_earlier[k]) continue;
    for (const std::string& word : earlier[k]) {
      auto& list = having[word];
      if (!list.empty() && list.back().quotation == k) {
        ++list.back().count;
      } else {
        list.push_back({k, 1});
      }
    }
  }
  std::vector<Likeness> pairs;
  for (std::size_t k = 0; k < later.size(); ++k) {
    if (partner_of_later[k]) continue;
    std::map<std::string_view, int> counts;
    for (const std::string& word : later[k]) ++counts[word];
    std::map<std::size_t, int> shared;
    for (const auto& [word, count] : counts) {
      const auto list = having.find(word);
      if (list == having.end() || list->second.size() > most_with_a_word) continue;
      for (const Occurrence& occurrence : list->second)
        shared[occurrence.quotation] += std::min(count, occurrence.count);
    }
    for (const auto& [quotation, count] : shared) {
      const double share =
          2.0 * count / static_cast<double>(earlier[quotation].size() + later[k].size());
      if (share >= 0.5) pairs.push_back({share, quotation, k});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Likeness& left, const Likeness& right) {
    return std::tuple(-left.share, left.later, left.earlier) <
           std::tuple(-right.share, right.later, right.earlier);
  });
  return pairs;
}

}  // namespace

const char* name(ChangeKind kind) noexcept {
  switch (kind) {
    case ChangeKind::repeated:
      return "repeated";
    case ChangeKind::altered:
      return "altered";
    case ChangeKind::vanished:
      return "vanished";
    case ChangeKind::added:
      return "added";
  }
  return "added";
}

std::vector<Change> compare(const std::vector<ComparedQuotation>& earlier,
                            const std::vector<ComparedQuotation>& later) {
  std::vector<Words> earlier_words, later_words;
  for (const auto& quotation : earlier) earlier_words.push_back(words_of(quotation.words));
  for (const auto& quotation : later) later_words.push_back(words_of(quotation.words));
  std::vector<std::optional<std::size_t>> partner_of_earlier(earlier.size()),
      partner_of_later(later.size());
  // Of several with the same words, the one of the same speaker, then the first that is left.
  std::map<std::string, std::vector<std::size_t>> same;
  for (std::size_t k = 0; k < earlier.size(); ++k) same[joined(earlier_words[k])].push_back(k);
  for (const bool by_speaker : {true, false}) {
    for (std::size_t k = 0; k < later.size(); ++k) {
      if (partner_of_later[k]) continue;
      const auto found = same.find(joined(later_words[k]));
      if (found == same.end()) continue;
      auto& left = found->second;
      const auto it = std::find_if(left.begin(), left.end(), [&](std::size_t other) {
        return !by_speaker || earlier[other].speaker == later[k].speaker;
      });
      if (it == left.end()) continue;
      partner_of_later[k] = *it;
      partner_of_earlier[*it] = k;
      left.erase(it);
    }
  }
  for (const Likeness& pair :
       likenesses(earlier_words, later_words, partner_of_earlier, partner_of_later)) {
    if (partner_of_earlier[pair.earlier] || partner_of_later[pair.later]) continue;
    partner_of_earlier[pair.earlier] = pair.later;
    partner_of_later[pair.later] = pair.earlier;
  }
  std::vector<Change> changes;
  for (std::size_t k = 0; k < later.size(); ++k) {
    if (!partner_of_later[k]) {
      changes.push_back({ChangeKind::added, {}, k});
      continue;
    }
    const ComparedQuotation& before = earlier[*partner_of_later[k]];
    const bool is_same = earlier_words[*partner_of_later[k]] == later_words[k] &&
                         before.speaker == later[k].speaker && before.manner == later[k].manner;
    changes.push_back(
        {is_same ? ChangeKind::repeated : ChangeKind::altered, partner_of_later[k], k});
  }
  for (std::size_t k = 0; k < earlier.size(); ++k) {
    if (!partner_of_earlier[k]) changes.push_back({ChangeKind::vanished, k, {}});
  }
  return changes;
}

}  // namespace quoth::database
