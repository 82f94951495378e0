#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "base/rule_choice.h"
#include "entities/descriptions.h"
#include "entities/entity_table.h"
#include "entities/name_sieve.h"
#include "entities/resolved_source.h"
#include "entities/source_head.h"
#include "entities/word_keys.h"

namespace quoth::entities {

/// Word lists that tell what a common noun stands for.
struct NounLists {
  WordSet group_nouns{"group_nouns"}, document_nouns{"document_nouns"};
  DescriptionLists descriptions;
};

/// What a common noun may stand for.
enum class NounKind : std::uint8_t { other, person, organization, group, document };

/// The entities that sources without a name make: "a spokesman for the ministry". Borrows all that it is made with.
class NounEntities {
 public:
  NounEntities(const WordReader& reader, const NounLists& lists, const WordSet& titles,
               const base::RuleChoice& rules, const Descriptions& descriptions,
               EntityTable& entities)
      : reader_(reader),
        lists_(lists),
        titles_(titles),
        rules_(rules),
        descriptions_(descriptions),
        entities_(entities) {}

  /// Sets who is meant, if the text has told before. Named rules, in order:
  ///
  ///   coref:same_words  the same noun phrase
  ///   coref:role        "the congressman" after "congressman Frank LoBiondo"
  ///   coref:kind        "the party" after "Labour Party"
  ///   coref:same_head   "the spokesperson" after "a spokesperson for the Home Office"
  ///   coref:lead        "A bishop" at the start of a text that names Bishop Ana Ruiz soon
  bool resolve_known(segment::WordRange words, const SourceHead& head,
                     ResolvedSource& source) const;

  bool is_definite(segment::WordRange words) const;
  bool is_plural_of_persons(std::string_view noun) const;  ///< "men", "leaders"; not "sides".
  /// Whether the scorer may take these words for the entity: "the report" is no person.
  bool may_be(NounKind kind, std::size_t entity) const;
  NounKind kind_of(segment::WordRange words, const SourceHead& head) const;
  NounKind kind_of(std::string_view noun) const;

  /// Makes an entity of its own: nobody has spoken under these words yet.
  void introduce(segment::WordRange words, const SourceHead& head, ResolvedSource& source);

 private:
  segment::WordRange noun_words(segment::WordRange words, const SourceHead& head) const;
  bool resolve_described(segment::WordRange words, ResolvedSource& source) const;
  std::optional<std::size_t> same_head(segment::WordRange words, const Core& core) const;
  EntityType type_of_noun(segment::WordRange head) const;
  bool holds_and(segment::WordRange words) const;

  const WordReader& reader_;
  const NounLists& lists_;
  const WordSet& titles_;
  const base::RuleChoice& rules_;
  const Descriptions& descriptions_;
  EntityTable& entities_;
  std::map<Core, std::size_t> by_words_;  // Entities by all their words …
  std::map<WordKey, std::size_t>
      by_head_;  // … and by the last word of their noun phrase: the latest.
};

}  // namespace quoth::entities
