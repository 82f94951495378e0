#include "search/contradictions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/lexicon.h"
#include "variants/glossary.h"
#include "variants/stem.h"
#include "variants/traits.h"
#include "variants/words.h"

namespace quoth::search {
namespace {

namespace trait = variants::trait;

constexpr std::size_t most_words = 40;   // In a longer content a "not" may belong to anything.
constexpr std::size_t least_shared = 3;  // Words that weigh.
constexpr std::size_t reach =
    3;  // Words behind a negation; the first of them that weighs is what it negates.
constexpr std::size_t most_of_a_word = 24;  // Statements; a word that more have is no topic.
constexpr std::size_t shown_words = 4;

/// A word that weighs.
struct Topic {
  std::uint64_t stem = 0;
  std::size_t place = 0;  // Among the words.
  bool is_negated = false;
  std::string form;
};

/// The topics of a statement by stem, once each.
using Topics = std::vector<Topic>;

Topics topics_of(std::string_view text) {
  variants::Words words;
  words.read(text);
  Topics topics;
  if (words.size() > most_words) return topics;
  constexpr std::uint32_t weightless = trait::light | trait::negation | trait::modal |
                                       trait::hedge | trait::pronoun | trait::number_hedge |
                                       trait::title | trait::unit;
  std::size_t since_negation = reach;
  for (std::size_t k = 0; k < words.size(); ++k) {
    const variants::Word& word = words[k];
    if (word.has(trait::negation)) {
      since_negation = 0;
    } else if (word.has(weightless) ||
               words.form(k).size() == 1) {  // "George W. Bush" is no more than two.
      ++since_negation;
    } else {
      topics.push_back({word.stem, k, since_negation < reach, std::string(words.form(k))});
      since_negation = reach;  // It negates the first word that weighs.
    }
    if (word.has(trait::ends_sentence)) since_negation = reach;
  }
  std::stable_sort(topics.begin(), topics.end(),
                   [](const Topic& left, const Topic& right) { return left.stem < right.stem; });
  const auto end =
      std::unique(topics.begin(), topics.end(),
                  [](const Topic& left, const Topic& right) { return left.stem == right.stem; });
  topics.erase(end, topics.end());
  return topics;
}

/// Pairs of stems of data/lexicon/opposites.txt, each in both orders.
class Opposites {
 public:
  static const Opposites& shared() {
    static const Opposites opposites;
    return opposites;
  }
  bool are(std::uint64_t left, std::uint64_t right) const {
    const auto [first, last] = pairs_.equal_range(left);
    return std::any_of(first, last, [right](const auto& pair) { return pair.second == right; });
  }

 private:
  Opposites() {
    const auto& glossary = variants::Glossary::shared();
    for (const std::string_view line : base::lexicon_entries("opposites")) {
      const std::size_t tab = line.find('\t');
      const std::uint64_t left = variants::stem_of(line.substr(0, tab), glossary);
      const std::uint64_t right = variants::stem_of(line.substr(tab + 1), glossary);
      pairs_.emplace(left, right);
      pairs_.emplace(right, left);
    }
  }
  std::unordered_multimap<std::uint64_t, std::uint64_t> pairs_;
};

/// Two statements side by side.
struct Contrasted {
  const Saying& a;
  const Saying& b;
  const Topics& topics_a;
  const Topics& topics_b;
  std::vector<std::pair<const Topic*, const Topic*>> shared;
};

std::string shared_words(const Contrasted& pair, const Topic* left_out) {
  std::string list;
  std::size_t count = 0;
  for (const auto& [a, b] : pair.shared) {
    if (a == left_out || ++count > shown_words) continue;
    list.append(list.empty() ? "" : ", ").append(a->form);
  }
  return list;
}

using Rule = std::optional<std::string> (*)(const Contrasted&);

std::optional<std::string> denied(const Contrasted& pair) {
  if (pair.a.is_denied == pair.b.is_denied) return {};
  return "denied: one of the two is denied; in common: " + shared_words(pair, nullptr);
}

std::optional<std::string> negation(const Contrasted& pair) {
  if (pair.a.is_denied != pair.b.is_denied) return {};
  const Topic* negated = nullptr;
  for (const auto& [a, b] : pair.shared) {
    if (a->is_negated != b->is_negated && negated == nullptr) negated = a;
  }
  if (negated == nullptr) return {};
  return "negation: before “" + negated->form +
         "” in one of the two; in common: " + shared_words(pair, negated);
}

std::optional<std::string> opposite(const Contrasted& pair) {
  for (const Topic& a : pair.topics_a) {
    for (const Topic& b : pair.topics_b) {
      if (a.is_negated != b.is_negated || !Opposites::shared().are(a.stem, b.stem)) continue;
      const auto has = [](const Topics& topics, const Topic& topic) {
        return std::any_of(topics.begin(), topics.end(),
                           [&](const Topic& each) { return each.stem == topic.stem; });
      };
      if (has(pair.topics_b, a) || has(pair.topics_a, b)) continue;
      return "opposite: “" + a.form + "” and “" + b.form +
             "”; in common: " + shared_words(pair, nullptr);
    }
  }
  return {};
}

constexpr Rule rules[] = {denied, negation, opposite};

void find_shared(Contrasted& pair) {
  auto a = pair.topics_a.begin();
  auto b = pair.topics_b.begin();
  while (a != pair.topics_a.end() && b != pair.topics_b.end()) {
    if (a->stem < b->stem) {
      ++a;
    } else if (b->stem < a->stem) {
      ++b;
    } else {
      pair.shared.emplace_back(&*a++, &*b++);
    }
  }
  std::sort(pair.shared.begin(), pair.shared.end(), [](const auto& left, const auto& right) {
    return left.first->place < right.first->place;
  });
}

/// Pairs that have a word in common which few have.
std::vector<std::pair<std::size_t, std::size_t>> neighbours(const std::vector<Topics>& topics) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> having;
  for (std::size_t k = 0; k < topics.size(); ++k) {
    for (const Topic& topic : topics[k]) having[topic.stem].push_back(k);
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [stem, list] : having) {
    if (list.size() > most_of_a_word) continue;
    for (std::size_t k = 1; k < list.size(); ++k) {
      for (std::size_t j = 0; j < k; ++j) pairs.emplace_back(list[j], list[k]);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::vector<Contrast> contrasts(std::span<const Saying> statements, std::size_t most) {
  std::vector<Topics> topics;
  topics.reserve(statements.size());
  for (const Saying& statement : statements) topics.push_back(topics_of(statement.text));
  std::vector<std::pair<double, Contrast>> found;
  for (const auto& [a, b] : neighbours(topics)) {
    const bool is_one = statements[a].article == statements[b].article ||
                        (statements[a].family != 0 && statements[a].family == statements[b].family);
    if (is_one) continue;
    Contrasted pair{statements[a], statements[b], topics[a], topics[b], {}};
    find_shared(pair);
    const std::size_t shorter = std::min(topics[a].size(), topics[b].size());
    if (pair.shared.size() < least_shared || 2 * pair.shared.size() < shorter) continue;
    for (const Rule rule : rules) {
      auto why = rule(pair);
      if (!why) continue;
      const auto all = static_cast<double>(topics[a].size() + topics[b].size());
      found.emplace_back(-2.0 * static_cast<double>(pair.shared.size()) / all,
                         Contrast{a, b, *std::move(why)});
      break;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<Contrast> best;
  for (auto& [likeness, contrast] : found) {
    if (best.size() < most) best.push_back(std::move(contrast));
  }
  return best;
}

}  // namespace quoth::search
