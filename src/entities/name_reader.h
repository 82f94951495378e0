#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "entities/pair_features.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

enum class Gender : std::uint8_t { unknown, man, woman };

/// A tagged person or organisation and the group of names that it belongs to (name_sieve.h sets group and rule).
struct ResolvedName {
  segment::WordRange tagged;  ///< As the network marked it.
  segment::WordRange words;   ///< Titles and possessives stripped.
  tag::NameType type = tag::NameType::person;
  Core core;
  std::size_t group = 0;            ///< Index into NameGroups::groups.
  const char* rule = "name";        ///< What put it there: name, surname, given_name, …
  Gender gender = Gender::unknown;  ///< As its title or first name tells: "Mrs Ruiz".
};

/// Word lists that tell what is no part of a name, or no name at all.
struct NameLists {
  WordSet titles{"titles"}, particles{"name_particles"}, post_nominals{"post_nominals"},
      function_words{"function_words"}, titles_of_men{"titles_of_men"},
      titles_of_women{"titles_of_women"}, person_nouns{"person_nouns"};
  std::vector<std::string_view> other_names = base::lexicon_entries("other_names");
  const FirstNames* first_names =
      nullptr;  ///< Tells "Larry King" from a role; borrowed, may be null.
};

/// The persons' and organisations' names among what the network tagged, in text order, each read on its own: titles, possessives, letters and
/// descriptions cut off, a nickname's first name taken in, its gender told. Roles, function words, lone letters and the things in a
/// description are left out. `group` and `rule` are for name_sieve.h to set.
std::vector<ResolvedName> read_names(const WordReader& reader,
                                     const std::vector<tag::TaggedName>& tagged,
                                     const NameLists& lists);

}  // namespace quoth::entities
