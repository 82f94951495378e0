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

/// An ASCII word in lower case. REQUIRES: it is no longer than a listed one.
class LowerCase {
 public:
  explicit LowerCase(std::string_view word) : size_(word.size()) {
    std::transform(word.begin(), word.end(), letters_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  }
  std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, longest_listed_word> letters_{};
  std::size_t size_;
};

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
  const LowerCase lower(word);
  return std::binary_search(words_.begin(), words_.end(), lower.text());
}

WordForms::WordForms(std::string_view lexicon_name) {
  for (const std::string_view entry : base::lexicon_entries(lexicon_name)) {
    const std::size_t space = entry.find(' ');
    if (space != std::string_view::npos)
      forms_.emplace_back(entry.substr(0, space), entry.substr(space + 1));
  }
  std::sort(forms_.begin(), forms_.end());
}

/// Words that have forms are keyed by their letters, so that a form and its word agree.
WordKey WordForms::key(const WordReader& reader, std::uint32_t index) const {
  const std::string_view word = reader.text(index);
  if (word.size() > longest_listed_word) return reader.key(index);
  const LowerCase lower(word);
  std::string_view meant;
  for (const auto& [form, stands_for] : forms_) {
    if (form == lower.text() || stands_for == lower.text()) meant = stands_for;
  }
  if (meant.empty()) return reader.key(index);
  std::uint64_t hash = 0x51ED270B;
  for (const char c : meant) hash = mixed(hash, static_cast<unsigned char>(c) + 2000000U);
  return hash;
}

}  // namespace quoth::entities
