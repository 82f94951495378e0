#include "entities/source_head.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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
  static const std::array<NamedRule, 7> rules;

  const ResolvedName& name(std::size_t index) const { return groups_.names[index]; }

  /// Where a name ends with the letters behind it: "Patrick Eccles QC", but not "Labour MP".
  std::uint32_t end_of_name(std::size_t index) const {
    const std::uint32_t end = name(index).words.end;
    if (name(index).core.size() < 2 || end >= source_.end || ends_phrase(end)) return end;
    return std::max(end, std::min(name(index).tagged.end, source_.end));
  }

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
      const bool sign = word == "," || word == "(" || word == ";" || is_dash(w);
      if (sign || lists_.breakers.contains(word)) return w;
    }
    return source_.end;
  }

  /// A hyphen counts with white space before it, as in "Kall -- co-editor".
  bool is_dash(std::uint32_t w) const {
    const std::string_view word = reader_.text(w);
    if (word == "—" || word == "–" || word == "―") return true;
    return word == "-" && reader_.segmented().words[w].gap != segment::Gap::none;
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

  /// "The British and Irish governments", but not "Ana Ruiz and the Audit Office".
  bool qualifies_a_noun(std::size_t last) const {
    const std::uint32_t after = end_of_name(last);
    const std::string_view before = reader_.text(name(last).tagged.first - 1);
    const bool goes_on = after < source_.end && !ends_phrase(after);
    return goes_on && before != "the" && name(last).type != NameType::person;
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
      } else if (chain.size() == 1 && name(n).words.first <= found.head.end) {
        chain.assign(1, n);
      } else {
        break;
      }
    }
    if (!complete || chain.size() < 2) return false;
    if (qualifies_a_noun(chain.back())) return false;
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
      const std::uint32_t end = end_of_name(n);
      if (end > found.head.end || !only_punctuation(end, found.head.end)) continue;
      found.names.assign(1, n);
      found.rule = "name_at_the_end";
      return true;
    }
    return false;
  }

  bool apposition(SourceHead& found) const {
    for (const std::size_t n : names_) {
      const std::uint32_t start = without_titles(name(n).tagged.first);
      const bool after_comma = start > found.head.first && reader_.text(start - 1) == ",";
      if (name(n).type != NameType::person || !after_comma) continue;
      const std::uint32_t end = end_of_name(n);
      if (end < source_.end && !ends_phrase(end)) continue;
      found.names.assign(1, n);
      found.rule = "apposition";
      return true;
    }
    return false;
  }

  /// Where the titles before a name start: "the officer, Detective Superintendent Mark Jones".
  std::uint32_t without_titles(std::uint32_t start) const {
    while (start > source_.first &&
           (reader_.text(start - 1) == "." || lists_.titles.contains(reader_.text(start - 1))))
      --start;
    return start;
  }

  bool after_role(SourceHead& found) const {
    if (!lists_.titles.contains(reader_.text(found.head.end - 1)) || found.head.end == source_.end)
      return false;
    if (reader_.text(found.head.end) != "of") return false;
    for (const std::size_t n : names_) {
      const std::uint32_t start = name(n).tagged.first;
      if (name(n).type != NameType::person || start < found.head.end + 2) continue;
      const std::uint32_t before = start - 1;
      if (reader_.is_punctuation(before) || reader_.is_lower_case(before)) return false;
      found.names.assign(1, n);
      found.rule = "after_role";
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
      // "The Obama administration" is not Obama.
      if (name(n).type == NameType::person && reader_.text(last) == "administration") return false;
      found.names.assign(1, n);
      found.rule = "maker";
      return true;
    }
    return false;
  }

  /// "An analysis released by Ana Ruiz".
  bool made_by(SourceHead& found) const {
    std::uint32_t by = found.head.first + 1;
    while (by < source_.end && reader_.text(by) != "by") {
      if (reader_.is_punctuation(by) && reader_.text(by) != "-") return false;
      ++by;
    }
    if (by + 1 >= source_.end) return false;
    const std::string_view last = reader_.text(by - 1);
    const bool participle = last.size() > 3 && last.substr(last.size() - 2) == "ed";
    const std::uint32_t noun = participle && by >= found.head.first + 2 ? by - 2 : by - 1;
    if (!lists_.made_things.contains(reader_.text(noun))) return false;
    const HeadFinder after(reader_, {by + 1, source_.end}, groups_, tagged_, lists_, chosen_);
    SourceHead author;
    author.head = {by + 1, after.end_of_phrase(by + 1)};
    if (!after.joint_names(author) && !after.name_at_the_end(author) && !after.apposition(author)) {
      const bool starts_with_name =
          !after.names_.empty() && name(after.names_.front()).words.first <= by + 2;
      if (!starts_with_name) return false;
      author.names.assign(1, after.names_.front());
    }
    found.names = std::move(author.names);
    found.rule = "made_by";
    return true;
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

constexpr std::array<HeadFinder::NamedRule, 7> HeadFinder::rules{
    {{"joint_names", &HeadFinder::joint_names},
     {"name_at_the_end", &HeadFinder::name_at_the_end},
     {"apposition", &HeadFinder::apposition},
     {"after_role", &HeadFinder::after_role},
     {"maker", &HeadFinder::maker},
     {"made_by", &HeadFinder::made_by},
     {"place", &HeadFinder::place}}};

}  // namespace

SourceHead head_of(const WordReader& reader, WordRange source, const NameGroups& groups,
                   const tag::TaggedText& tagged, const HeadLists& lists,
                   const base::RuleChoice& chosen) {
  return HeadFinder(reader, source, groups, tagged, lists, chosen).find();
}

}  // namespace quoth::entities
