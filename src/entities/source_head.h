#pragma once

#include <cstddef>
#include <vector>

#include "base/rule_choice.h"
#include "entities/name_sieve.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// What the words of a source come down to.
struct SourceHead {
  std::vector<std::size_t>
      names;  ///< Indices into NameGroups::names: one, several for joint sources, none for a common noun.
  segment::WordRange head;    ///< The first noun phrase, before "of", "who", a comma …
  bool is_place = false;      ///< The head is the name of a place: its government, its team.
  const char* rule = "noun";  ///< Which of the rules below decided.
};

/// Word lists that tell where a head ends, and what has a maker.
struct HeadLists {
  WordSet breakers{"head_breakers"}, made_things{"made_things"}, titles{"titles"};
};

/// Finds the head of a source by named rules, in order:
///
///   joint_names      "Ulla Stroem and Davo Petric": names joined by commas and "and"
///   name_at_the_end  a person or organisation ends the first noun phrase: "Apple chief Tim Cook, who …"
///   apposition       a person starts what follows its comma: "the mayor, Ana Ruiz,"
///   after_role       a person after the "of" of a role: "Member of Parliament Peter Stoffer"
///   maker            a name right before the document, agency or the like that ends the first noun phrase: "an FDA report"
///   made_by          the name after "by" of such a thing: "an analysis released by Ana Ruiz"
///   place            the name of a place ends the first noun phrase: "Iran"
///   noun             none of these: "a spokesman for the ministry"
SourceHead head_of(const WordReader& reader, segment::WordRange source, const NameGroups& groups,
                   const tag::TaggedText& tagged, const HeadLists& lists,
                   const base::RuleChoice& chosen = {});

}  // namespace quoth::entities
