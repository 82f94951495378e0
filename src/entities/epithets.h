#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "entities/descriptions.h"
#include "entities/entity_table.h"
#include "entities/mention.h"
#include "entities/name_sieve.h"
#include "entities/noun_entities.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// A definite phrase for somebody whom the text names elsewhere: "the rapper", "the 42-year-old singer".
struct Epithet {
  segment::WordRange words;  ///< From the article to the noun.
  std::size_t entity = 0;
};

/// Finds the epithets that are no source of a quotation, and whom they mean. Somebody introduced by the noun comes first (descriptions.h);
/// else each person of the sentences before is weighed by named features, and the best counts if it leads clearly:
///
///   same_noun      was called so before                               + 3
///   often_named    the more mentions before it (binary logarithm)     + up to 2
///   subject        the first person of the sentence before            + 1
///   epithet_before the last epithet of its sentence meant the same      + 1
///   far            each sentence between the last mention and it      − 0.5
///   same_sentence  named before it in its sentence                    − 2
///
/// Nobody is meant who is named later in the sentence, who is joined to it by "and", or who is the source of the quotation whose content it
/// stands in. Borrows all that it is made with.
class Epithets {
 public:
  Epithets(const WordReader& reader, const tag::TaggedText& tagged, const DescriptionLists& lists,
           const WordSet& breakers, const NameGroups& groups, const Descriptions& descriptions,
           const EntityTable& entities)
      : reader_(reader),
        tagged_(tagged),
        lists_(lists),
        breakers_(breakers),
        groups_(groups),
        descriptions_(descriptions),
        entities_(entities) {}

  /// In text order. `mentions` are resolved as far as they will be.
  std::vector<Epithet> find(const std::vector<Mention>& mentions);

 private:
  using Scores = std::map<std::size_t, float>;  // By entity.

  std::optional<segment::WordRange> phrase_at(std::uint32_t word) const;
  bool is_gerund(std::uint32_t word) const;
  bool is_in_a_name(std::uint32_t word) const;
  std::optional<std::size_t> meant(segment::WordRange phrase,
                                   const std::vector<Mention>& mentions) const;
  Scores weigh(segment::WordRange phrase, const std::vector<Mention>& mentions) const;
  void weigh_sentence_before(std::uint32_t sentence, const std::vector<Mention>& mentions,
                             std::size_t end, Scores& scores) const;
  std::vector<std::size_t> excluded(segment::WordRange phrase,
                                    const std::vector<Mention>& mentions) const;
  void note_nouns(const std::vector<Mention>& mentions);

  const WordReader& reader_;
  const tag::TaggedText& tagged_;
  const DescriptionLists& lists_;
  const WordSet& breakers_;
  const NameGroups& groups_;
  const Descriptions& descriptions_;
  const EntityTable& entities_;
  std::map<std::pair<std::size_t, WordKey>, std::uint32_t>
      called_;  // Entity and noun: the first word where it was called so.
  std::map<segment::WordRange, std::size_t> speakers_;  // By the words of a source.
  std::optional<Epithet> last_;
};

}  // namespace quoth::entities
