#include "entities/pair_features.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace quoth::entities {
namespace {

constexpr std::uint8_t he = 1, she = 2, other_pronoun = 6;
constexpr float mostly_men = 0.7F, mostly_women = 0.3F;
constexpr std::size_t longest_name = 32;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_he_or_she(const Mention& mention) {
  return mention.pronoun == he || mention.pronoun == she;
}

bool is_skipped_in_acronyms(std::string_view word) {
  return word == "of" || word == "and" || word == "for" || word == "the" || word == "Of" ||
         word == "And" || word == "For" || word == "The";
}

std::uint8_t mark_bucket(const Mention& i, const Mention& j) {
  if (i.mark < 0) return j.mark < 0 ? 0 : 2;
  if (j.mark < 0) return 1;
  return i.mark == j.mark ? 3 : 4;
}

std::uint8_t origin_of(const Mention& mention) {
  return static_cast<std::uint8_t>(mention.tagged->origin);
}

}  // namespace

FirstNames::FirstNames(std::string_view text) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const std::size_t tab = line.find('\t');
    float share = -1.0F;
    if (tab != std::string_view::npos) {
      std::from_chars(line.data() + tab + 1, line.data() + line.size(), share);
    }
    if (share >= 0.0F) names_.emplace_back(line.substr(0, tab), share);
    start = end + 1;
  }
  std::sort(names_.begin(), names_.end());
}

float FirstNames::share_of_men(std::string_view name) const {
  if (name.size() > longest_name) return -1.0F;
  std::array<char, longest_name> folded{};
  std::transform(name.begin(), name.end(), folded.begin(), lower);
  const std::string_view wanted(folded.data(), name.size());
  const auto found =
      std::lower_bound(names_.begin(), names_.end(), wanted,
                       [](const auto& n, std::string_view w) { return n.first < w; });
  return found != names_.end() && found->first == wanted ? found->second : -1.0F;
}

std::uint8_t distance_bucket(std::size_t distance) {
  if (distance <= 5) return static_cast<std::uint8_t>(distance);
  if (distance <= 8) return 6;
  if (distance <= 15) return 7;
  return distance <= 31 ? 8 : 9;
}

Features PairFeatures::of(const Mention& i, const Mention& j, std::size_t mentions_between) const {
  const std::uint8_t group = is_he_or_she(j)                               ? 0
                             : j.pronoun >= 3 && j.pronoun < other_pronoun ? 1
                                                                           : 2;
  const bool same_pronoun = i.pronoun != 0 && i.pronoun == j.pronoun;
  const bool j_is_source = j.tagged->origin == tag::TaggedMention::Origin::source;
  const std::size_t sentences = j.sentence >= i.sentence ? j.sentence - i.sentence : 0;
  return {distance_bucket(sentences),
          distance_bucket(mentions_between),
          string_bucket(i, j),
          static_cast<std::uint8_t>(3 * origin_of(i) + origin_of(j)),
          static_cast<std::uint8_t>(2 * j.pronoun + (same_pronoun ? 1 : 0)),
          static_cast<std::uint8_t>(3 * i.type + group),
          mark_bucket(i, j),
          static_cast<std::uint8_t>(2 * (i.holds_source ? 1 : 0) + (j_is_source ? 1 : 0)),
          gender_bucket(i, j)};
}

std::uint8_t PairFeatures::string_bucket(const Mention& i, const Mention& j) const {
  const Core& a = i.core;
  const Core& b = j.core;
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  if (b.size() < a.size()) {
    if (std::equal(b.rbegin(), b.rend(), a.rbegin())) return 2;
    if (std::search(a.begin(), a.end(), b.begin(), b.end()) != a.end()) return 3;
  }
  if (a.size() < b.size() && std::search(b.begin(), b.end(), a.begin(), a.end()) != b.end())
    return 4;
  if (is_acronym(i, j)) return 5;
  return a.back() == b.back() ? 6 : 0;
}

bool PairFeatures::is_acronym(const Mention& i, const Mention& j) const {
  if (j.core.size() != 1 || i.core.size() < 2) return false;
  std::string_view letters;
  for (std::uint32_t w = j.core_words.first; w < j.core_words.end; ++w) {
    if (!reader_.is_punctuation(w)) letters = reader_.text(w);
  }
  if (letters.size() < 2) return false;
  std::size_t at = 0;
  for (std::uint32_t w = i.core_words.first; w < i.core_words.end; ++w) {
    if (reader_.is_punctuation(w) || is_skipped_in_acronyms(reader_.text(w))) continue;
    if (at == letters.size() || lower(reader_.text(w).front()) != lower(letters[at])) return false;
    ++at;
  }
  return at == letters.size();
}

std::uint8_t PairFeatures::gender_bucket(const Mention& i, const Mention& j) const {
  if (!is_he_or_she(j) || i.type != 0 || i.core.empty()) return 0;
  std::uint32_t first = i.core_words.first;
  while (reader_.is_punctuation(first)) ++first;
  const float share = first_names_.share_of_men(reader_.text(first));
  if (share < 0.0F) return 0;
  if (share > mostly_women && share < mostly_men) return 3;
  return (share >= mostly_men) == (j.pronoun == he) ? 1 : 2;
}

}  // namespace quoth::entities
