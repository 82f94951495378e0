#include "entities/untagged_names.h"

#include <algorithm>

namespace quoth::entities {
namespace {

using segment::Shape;
using segment::WordRange;
using tag::NameType;
using tag::TaggedName;

constexpr float found_by_rule = 0.5F;
constexpr std::uint32_t longest_name = 6;  // In words.

class UntaggedNames {
 public:
  UntaggedNames(const WordReader& reader, const tag::TaggedText& tagged, const WordSet& titles,
                const FirstNames& first_names)
      : reader_(reader), tagged_(tagged), titles_(titles), first_names_(first_names) {}

  std::vector<TaggedName> read() {
    std::vector<TaggedName> names = tagged_.names;
    for (const tag::TaggedMention& mention : tagged_.mentions) {
      if (mention.origin != tag::TaggedMention::Origin::source) continue;
      TaggedName name;
      name.probability = found_by_rule;
      if (title_then_name(mention.words, name) || capitalised_source(mention.words, name)) {
        names.push_back(name);
      }
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const TaggedName& a, const TaggedName& b) { return a.words < b.words; });
    // A source may be that of several quotations, and sources may overlap.
    std::vector<TaggedName> disjoint;
    for (const TaggedName& name : names) {
      if (disjoint.empty() || disjoint.back().words.end <= name.words.first)
        disjoint.push_back(name);
    }
    return disjoint;
  }

 private:
  bool is_capitalised(std::uint32_t word) const {
    const Shape shape = reader_.segmented().words[word].shape;
    return shape == Shape::capitalised || shape == Shape::upper || shape == Shape::mixed;
  }

  bool is_tagged(WordRange words) const {
    const auto& names = tagged_.names;
    const auto after =
        std::lower_bound(names.begin(), names.end(), words.end,
                         [](const TaggedName& n, std::uint32_t w) { return n.words.first < w; });
    return after != names.begin() && (after - 1)->words.end > words.first;
  }

  bool title_then_name(WordRange source, TaggedName& name) const {
    for (std::uint32_t w = source.first; w + 1 < source.end; ++w) {
      if (!titles_.contains(reader_.text(w)) || titles_.contains(reader_.text(w + 1))) continue;
      const bool has_stop = reader_.text(w + 1) == "." && w + 2 < source.end;
      const std::uint32_t first = has_stop ? w + 2 : w + 1;
      std::uint32_t end = first;
      while (end < source.end && is_capitalised(end) && !titles_.contains(reader_.text(end))) ++end;
      const std::uint32_t size = end - first;
      const bool ends = end == source.end || reader_.text(end) == ",";
      if (size == 0 || size > longest_name || !ends || is_tagged({first, end})) continue;
      name.words = {first, end};
      name.type = NameType::person;
      return true;
    }
    return false;
  }

  bool capitalised_source(WordRange source, TaggedName& name) const {
    const std::string_view first = reader_.text(source.first);
    if (first == "the" || first == "The") ++source.first;
    const std::uint32_t size = source.end - source.first;
    if (size < 2 || size > longest_name || is_tagged(source)) return false;
    for (std::uint32_t w = source.first; w < source.end; ++w) {
      const std::string_view word = reader_.text(w);
      const bool inner = w > source.first && w + 1 < source.end &&
                         (word == "of" || word == "for" || word == "and");
      if (!is_capitalised(w) && !inner) return false;
    }
    name.words = source;
    const bool person = first_names_.share_of_men(reader_.text(source.first)) >= 0.0F;
    name.type = person ? NameType::person : NameType::organization;
    return true;
  }

  const WordReader& reader_;
  const tag::TaggedText& tagged_;
  const WordSet& titles_;
  const FirstNames& first_names_;
};

}  // namespace

std::vector<TaggedName> with_untagged_names(const WordReader& reader, const tag::TaggedText& tagged,
                                            const WordSet& titles, const FirstNames& first_names) {
  return UntaggedNames(reader, tagged, titles, first_names).read();
}

}  // namespace quoth::entities
