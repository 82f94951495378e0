#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "base/rule_choice.h"
#include "entities/pair_features.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

enum class Gender : std::uint8_t { unknown, man, woman };

/// A tagged person or organisation and the group of names that it belongs to.
struct ResolvedName {
  segment::WordRange tagged;  ///< As the network marked it.
  segment::WordRange words;   ///< Titles and possessives stripped.
  tag::NameType type = tag::NameType::person;
  Core core;
  std::size_t group = 0;            ///< Index into NameGroups::groups.
  const char* rule = "name";        ///< What put it there: name, surname, given_name, …
  Gender gender = Gender::unknown;  ///< As its title or first name tells: "Mrs Ruiz".
};

/// Names that mean the same.
struct NameGroup {
  tag::NameType type = tag::NameType::person;
  std::size_t fullest = 0;          ///< Index into NameGroups::names.
  Gender gender = Gender::unknown;  ///< That of most of its names.
};

struct NameGroups {
  std::vector<ResolvedName> names;  ///< In text order.
  std::vector<NameGroup> groups;    ///< In order of first mention.
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

/// Groups a document's names by an ordered sieve (in the manner of Raghunathan et al. 2010): longest names first, each later one
/// joins by the first rule that fits.
///
///   name          the same words
///   middle_name   person: first and last word are those of one fuller person ("John R. Smith", "John Smith")
///   surname       the last words of a fuller person; of several whose gender its title leaves, the one named last before it, or one
///                 whom the text does not call by the first name alone
///   given_name    the first word of the only fuller person that has it
///   in_brackets   an organisation right before it, with a bracket between: "the Federal Aviation Administration (FAA)"
///   initials      one word in capitals, the initials of the only person who has them: "JL" of "John Legend"
///   acronym       one word in capitals, the initials of a fuller organisation, else of its last words ("Australian Department of …")
///   blend         one word of the starts of a fuller organisation's words: "LulzSec" of "Lulz Security"
///   short_form    the last words of the only fuller organisation that has them, or the first of one that is named before it
///
/// Then a name joins the one before it where the text says so, by other_names.txt: "West changed his name to Ye" (other_name).
NameGroups group_names(const WordReader& reader, const std::vector<tag::TaggedName>& tagged,
                       const NameLists& lists, const base::RuleChoice& chosen = {});

}  // namespace quoth::entities
