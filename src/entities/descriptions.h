#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "entities/name_sieve.h"
#include "entities/word_keys.h"

namespace quoth::entities {

/// Nouns that tell what is spoken of.
struct DescriptionLists {
  WordSet person_nouns{"person_nouns"}, organization_nouns{"organization_nouns"}, titles{"titles"};
  WordForms role_forms{"role_forms"};
};

/// By what noun the text introduces its names, so that "the spokesman" and "the party" can mean one of them later:
///
///   role   of a person: the noun right before the name ("White House spokesman Tony Snow"), or the head of the phrase after its comma
///          ("Ana Ruiz, the mayor of Oslo,")
///   kind   of an organisation: the last word of its name ("Labour Party"), its first before "of" ("University of Oslo"), or such a
///          noun before or after it ("the newspaper Dagbladet", "Jetstar, a low-cost airline")
class Descriptions {
 public:
  Descriptions(const WordReader& reader, const NameGroups& groups, const WordSet& breakers,
               const DescriptionLists& lists);

  /// The group introduced last before the phrase by its last noun. Capitalised words of the phrase must stand in the introduction, if that
  /// has any: "the Republican nominee" is not "Democratic nominee Hillary Clinton", nor "the president" a former one.
  std::optional<std::size_t> person_with_role(segment::WordRange phrase) const;

  /// The only person that is introduced by this noun within some 200 words after the phrase, where the text starts with it ("A bishop …
  /// Bishop Ana Ruiz") or both have the same capitalised words ("the Republican nominee").
  std::optional<std::size_t> person_introduced_later(segment::WordRange phrase) const;

  /// The group introduced last before `word` by the noun with this key.
  std::optional<std::size_t> organization_of_kind(WordKey kind, std::uint32_t word) const;

 private:
  struct Introduction {
    std::uint32_t word = 0;  ///< Where the name starts.
    std::size_t group = 0;
    segment::WordRange phrase;  ///< The noun with the words before it.
  };
  using Index = std::map<WordKey, std::vector<Introduction>>;

  void introduce_person(const ResolvedName& name);
  void introduce_organization(const ResolvedName& name);
  std::optional<segment::WordRange> phrase_before(const ResolvedName& name) const;
  std::optional<segment::WordRange> phrase_after(const ResolvedName& name) const;
  Core capitals_of(segment::WordRange words) const;
  bool fits(segment::WordRange phrase, const Introduction& introduction) const;
  WordKey role(std::uint32_t word) const { return lists_.role_forms.key(reader_, word); }
  bool is_of_the_past(segment::WordRange phrase) const;
  bool is_capitalised(std::uint32_t word) const;

  const WordReader& reader_;
  const WordSet& breakers_;
  const DescriptionLists& lists_;
  Index roles_, kinds_;  // Each list in text order.
};

}  // namespace quoth::entities
