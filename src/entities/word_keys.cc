#include "entities/word_keys.h"

#include <algorithm>
#include <array>

#include "base/lexicon.h"

namespace quoth::entities {
namespace {

constexpr std::int32_t unknown_piece = 100;  // [UNK]
constexpr std::size_t longest_listed_word = 24;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 29U);
}

bool is_article(std::string_view word) {
  return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" ||
         word == "An";
}

}  // namespace

WordKey WordReader::key(std::uint32_t index) const {
  const segment::Word& word = segmented_.words[index];
  std::uint64_t hash = 0x51ED270B;
  if (word.piece_count == 1 && segmented_.pieces[word.first_piece] == unknown_piece) {
    for (const char c : text(index)) hash = mixed(hash, static_cast<unsigned char>(c) + 1000000U);
    return hash;
  }
  for (std::uint32_t k = 0; k < word.piece_count; ++k) {
    hash = mixed(hash, static_cast<std::uint32_t>(segmented_.pieces[word.first_piece + k]));
  }
  return hash;
}

Core WordReader::core(segment::WordRange words) const {
  Core core;
  for (std::uint32_t w = words.first; w < words.end; ++w) {
    if (!is_punctuation(w)) core.push_back(key(w));
  }
  return core;
}

segment::WordRange WordReader::without_articles(segment::WordRange words) const {
  while (words.end - words.first > 1 && is_article(text(words.first))) ++words.first;
  return words;
}

std::uint32_t WordReader::last_word_of(segment::WordRange words) const {
  std::uint32_t last = words.end - 1;
  while (last > words.first && is_punctuation(last)) --last;
  return last;
}

std::uint32_t WordReader::sentence_of(std::uint32_t word) const {
  const auto& sentences = segmented_.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), word,
                       [](std::uint32_t w, segment::WordRange s) { return w < s.first; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

WordSet::WordSet(std::string_view lexicon_name) : words_(base::lexicon_entries(lexicon_name)) {
  std::sort(words_.begin(), words_.end());
}

bool WordSet::contains(std::string_view word) const {
  if (word.size() > longest_listed_word) return false;
  std::array<char, longest_listed_word> lower{};
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::binary_search(words_.begin(), words_.end(),
                            std::string_view(lower.data(), word.size()));
}

}  // namespace quoth::entities
