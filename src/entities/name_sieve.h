#pragma once

#include <cstddef>
#include <vector>

#include "base/rule_choice.h"
#include "entities/name_reader.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

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
