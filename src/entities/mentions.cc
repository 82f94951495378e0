#include "entities/mentions.h"

#include <algorithm>

namespace quoth::entities {
namespace {

using segment::MarkedRange;
using segment::WordRange;
using tag::NameType;
using tag::TaggedMention;
using tag::TaggedName;

/// Reads mentions in order; names, sentences and marks are found by search in their sorted lists.
class MentionReader {
 public:
  MentionReader(const WordReader& reader, const tag::TaggedText& tagged,
                const tag::Pronouns& pronouns)
      : reader_(reader), tagged_(tagged), pronouns_(pronouns) {
    for (const MarkedRange& range : reader.segmented().marks) {
      if (range.depth == 0) outer_marks_.push_back(range.words);
    }
    for (const TaggedMention& mention : tagged.mentions) {
      if (mention.origin == TaggedMention::Origin::source) sources_.push_back(mention.words);
    }
  }

  Mention read(const TaggedMention& tagged) const {
    const WordRange words = tagged.words;
    Mention mention;
    mention.tagged = &tagged;
    set_names(words, mention);
    if (words.end - words.first == 1)
      mention.pronoun = pronouns_.class_of(reader_.text(words.first));
    mention.sentence = index_of(reader_.segmented().sentences, words.first);
    const std::int32_t mark = static_cast<std::int32_t>(index_of(outer_marks_, words.first));
    const bool is_inside =
        mark >= 0 && words.first < outer_marks_[static_cast<std::size_t>(mark)].end;
    mention.mark = is_inside ? mark : -1;
    mention.holds_source = holds_source(words);
    return mention;
  }

 private:
  /// Index of the last range that starts at or before the word; −1 (as unsigned) if none does.
  static std::uint32_t index_of(const std::vector<WordRange>& ranges, std::uint32_t word) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), word,
                                        [](std::uint32_t w, WordRange r) { return w < r.first; });
    return static_cast<std::uint32_t>(after - ranges.begin()) - 1;
  }

  void set_names(WordRange words, Mention& mention) const {
    const auto& names = tagged_.names;
    auto name =
        std::lower_bound(names.begin(), names.end(), words.first,
                         [](const TaggedName& n, std::uint32_t w) { return n.words.first < w; });
    const TaggedName* named = nullptr;
    for (; name != names.end() && name->words.end <= words.end; ++name) {
      if (mention.type == 4) mention.type = static_cast<std::uint8_t>(name->type);
      const bool speaks = name->type == NameType::person || name->type == NameType::organization;
      if (named == nullptr && speaks) named = &*name;
    }
    mention.core_words = named != nullptr ? named->words : reader_.without_articles(words);
    mention.core = reader_.core(mention.core_words);
  }

  bool holds_source(WordRange words) const {
    auto source = std::lower_bound(sources_.begin(), sources_.end(), words.first,
                                   [](WordRange s, std::uint32_t w) { return s.first < w; });
    for (; source != sources_.end() && source->first < words.end; ++source) {
      if (source->end <= words.end) return true;
    }
    return false;
  }

  const WordReader& reader_;
  const tag::TaggedText& tagged_;
  const tag::Pronouns& pronouns_;
  std::vector<WordRange> outer_marks_, sources_;
};

}  // namespace

std::vector<Mention> read_mentions(const WordReader& reader, const tag::TaggedText& tagged,
                                   const tag::Pronouns& pronouns) {
  const MentionReader mentions(reader, tagged, pronouns);
  std::vector<Mention> read;
  read.reserve(tagged.mentions.size());
  for (const TaggedMention& mention : tagged.mentions) read.push_back(mentions.read(mention));
  return read;
}

}  // namespace quoth::entities
