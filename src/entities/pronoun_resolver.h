#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/rule_choice.h"
#include "entities/antecedents.h"
#include "entities/entity_table.h"
#include "entities/mention.h"
#include "entities/name_sieve.h"
#include "entities/pair_features.h"
#include "entities/resolved_source.h"
#include "entities/word_keys.h"

namespace quoth::entities {

/// Classes of lexicon.pronouns; first_person is "I" and "we".
enum PronounClass : std::uint8_t { none, he, she, they, it, first_person, second_person, other };

/// Whom a pronoun means: by the rules of nearby_persons.h and adjacent_antecedents.h where they fit, else by the learnt scorer. Borrows all
/// that it is made with.
class PronounResolver {
 public:
  PronounResolver(const WordReader& reader, const FirstNames& first_names,
                  const base::RuleChoice& rules, const NameGroups& groups,
                  const AntecedentScorer& scorer, const std::vector<Mention>& mentions,
                  EntityTable& entities)
      : reader_(reader),
        first_names_(first_names),
        rules_(rules),
        groups_(groups),
        scorer_(scorer),
        mentions_(mentions),
        entities_(entities) {}

  /// Mention `j` is a pronoun. `excluded` cannot be meant: nobody speaks to himself. REQUIRES: mentions before `j` are resolved.
  void resolve(std::size_t j, ResolvedSource& source, std::optional<std::size_t> excluded = {});

  /// Whom the last source outside quotation marks meant: he tends to go on.
  void set_last_person(std::size_t entity) { last_person_ = entity; }
  void favour_last_person(Antecedents& found) const;

 private:
  bool may_be(std::uint8_t pronoun, std::size_t entity) const;
  bool gender_fits(std::uint8_t pronoun, std::size_t entity) const;

  const WordReader& reader_;
  const FirstNames& first_names_;
  const base::RuleChoice& rules_;
  const NameGroups& groups_;
  const AntecedentScorer& scorer_;
  const std::vector<Mention>& mentions_;
  EntityTable& entities_;
  std::optional<std::size_t> last_person_;
};

/// The best few of the antecedents, for a reader who wants to know whom else a mention may mean.
void keep_candidates(const Antecedents& found, ResolvedSource& source);

}  // namespace quoth::entities
