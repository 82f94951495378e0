#include "entities/source_head.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;

constexpr std::uint32_t most_words_between =
    2;  // Of a maker and what it made: "FDA safety report".

bool lies_in(WordRange inner, WordRange outer) {
  return outer.first <= inner.first && inner.end <= outer.end;
}

class HeadFinder {
 public:
  HeadFinder(const WordReader& reader, WordRange source, const NameGroups& groups,
             const tag::TaggedText& tagged, const HeadLists& lists, const base::RuleChoice& chosen)
      : reader_(reader),
        source_(source),
        groups_(groups),
        tagged_(tagged),
        lists_(lists),
        chosen_(chosen) {
    const auto& names = groups.names;
    auto name =
        std::lower_bound(names.begin(), names.end(), source.first,
                         [](const ResolvedName& n, std::uint32_t w) { return n.words.first < w; });
    for (; name != names.end() && name->words.first < source.end; ++name) {
      if (lies_in(name->words, source))
        names_.push_back(static_cast<std::size_t>(name - names.begin()));
    }
  }

  SourceHead find() {
    SourceHead found;
    found.head = {source_.first, end_of_phrase(source_.first)};
    for (const NamedRule& rule : rules) {
      if (chosen_.has(rule.name) && (this->*rule.apply)(found)) return found;
    }
    return found;
  }

 private:
  struct NamedRule {
    const char* name;
    bool (HeadFinder::*apply)(SourceHead&) const;
  };
  static const std::array<NamedRule, 5> rules;

  const ResolvedName& name(std::size_t index) const { return groups_.names[index]; }

  bool inside_a_name(std::uint32_t word) const {
    return std::any_of(names_.begin(), names_.end(), [&](std::size_t n) {
      return name(n).words.first < word && word < name(n).words.end;
    });
  }

  bool ends_phrase(std::uint32_t w) const {
    const std::string_view word = reader_.text(w);
    return reader_.is_punctuation(w) || word == "," || word == "(" ||
           lists_.breakers.contains(word);
  }

  /// Where the noun phrase that starts at `from` ends. An acronym in brackets is part of it if it goes on behind them: "the Central
  /// Intelligence Agency (CIA) director Leon Panetta".
  std::uint32_t end_of_phrase(std::uint32_t from) const {
    for (std::uint32_t w = from; w < source_.end; ++w) {
      if (w == from || inside_a_name(w)) continue;
      const bool acronym_follows = w + 3 < source_.end && reader_.text(w) == "(" &&
                                   reader_.text(w + 2) == ")" && !reader_.is_punctuation(w + 3);
      if (acronym_follows) {
        w += 2;
        continue;
      }
      const std::string_view word = reader_.text(w);
      const bool sign = word == "," || word == "(" || word == ";" || word == "—" || word == "–";
      if (sign || lists_.breakers.contains(word)) return w;
    }
    return source_.end;
  }

  /// "and", ",", ", and" or "&" and nothing else stand between, but for an article.
  bool joined(std::uint32_t from, std::uint32_t to, bool& by_and) const {
    by_and = false;
    if (from >= to) return false;
    for (std::uint32_t w = from; w < to; ++w) {
      const std::string_view word = reader_.text(w);
      const bool is_and = word == "and" || word == "&";
      const bool is_article = w > from && word == "the";
      if (!is_and && !is_article && word != ",") return false;
      by_and = by_and || is_and;
    }
    return true;
  }

  bool joint_names(SourceHead& found) const {
    std::vector<std::size_t> chain;
    bool complete = false;
    for (const std::size_t n : names_) {
      bool by_and = false;
      if (!chain.empty() && joined(name(chain.back()).words.end, name(n).words.first, by_and)) {
        chain.push_back(n);
        complete = complete || by_and;
      } else if (chain.empty() && name(n).words.first <= found.head.end) {
        chain.push_back(n);
      } else if (chain.size() == 1) {
        chain.assign(1, n);
      } else {
        break;
      }
    }
    if (!complete || chain.size() < 2) return false;
    // "Social Democratic and Labour Party leader, Mark Durkan": the organisations only tell who he is.
    const bool of_persons = name(chain.front()).type == NameType::person;
    if (!of_persons && apposition(found)) return true;
    found.names = std::move(chain);
    found.rule = "joint_names";
    return true;
  }

  bool only_punctuation(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t w = from; w < to; ++w) {
      if (!reader_.is_punctuation(w)) return false;
    }
    return true;
  }

  bool name_at_the_end(SourceHead& found) const {
    for (const std::size_t n : names_) {
      const WordRange words = name(n).words;
      if (words.end <= found.head.end && only_punctuation(words.end, found.head.end)) {
        found.names.assign(1, n);
        found.rule = "name_at_the_end";
        return true;
      }
    }
    return false;
  }

  bool apposition(SourceHead& found) const {
    for (const std::size_t n : names_) {
      const WordRange words = name(n).words;
      const std::uint32_t start = name(n).tagged.first;
      const bool after_comma = start > found.head.first && reader_.text(start - 1) == ",";
      if (name(n).type != NameType::person || !after_comma) continue;
      if (words.end < source_.end && !ends_phrase(words.end)) continue;
      found.names.assign(1, n);
      found.rule = "apposition";
      return true;
    }
    return false;
  }

  bool maker(SourceHead& found) const {
    const std::uint32_t last = found.head.end - 1;
    if (!lists_.made_things.contains(reader_.text(last))) return false;
    for (const std::size_t n : names_) {
      const std::uint32_t end = name(n).words.end;
      if (end > last || last - end > most_words_between) continue;
      found.names.assign(1, n);
      found.rule = "maker";
      return true;
    }
    return false;
  }

  bool place(SourceHead& found) const {
    const auto& names = tagged_.names;
    auto tagged = std::lower_bound(
        names.begin(), names.end(), found.head.first,
        [](const tag::TaggedName& n, std::uint32_t w) { return n.words.first < w; });
    for (; tagged != names.end() && tagged->words.first < found.head.end; ++tagged) {
      const bool other = tagged->type == NameType::place || tagged->type == NameType::misc;
      if (!other || tagged->words.end > found.head.end) continue;
      if (!only_punctuation(tagged->words.end, found.head.end)) continue;
      found.head = tagged->words;
      found.is_place = true;
      found.rule = "place";
      return true;
    }
    return false;
  }

  const WordReader& reader_;
  WordRange source_;
  const NameGroups& groups_;
  const tag::TaggedText& tagged_;
  const HeadLists& lists_;
  const base::RuleChoice& chosen_;
  std::vector<std::size_t> names_;
};

constexpr std::array<HeadFinder::NamedRule, 5> HeadFinder::rules{
    {{"joint_names", &HeadFinder::joint_names},
     {"name_at_the_end", &HeadFinder::name_at_the_end},
     {"apposition", &HeadFinder::apposition},
     {"maker", &HeadFinder::maker},
     {"place", &HeadFinder::place}}};

}  // namespace

SourceHead head_of(const WordReader& reader, WordRange source, const NameGroups& groups,
                   const tag::TaggedText& tagged, const HeadLists& lists,
                   const base::RuleChoice& chosen) {
  return HeadFinder(reader, source, groups, tagged, lists, chosen).find();
}

}  // namespace quoth::entities
