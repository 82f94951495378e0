#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "entities/name_sieve.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// The labels of a text's transcripts ("Q", "AR", "Ana Ruiz"; quotes/turns.h makes them sources) and what each is short for. Borrows
/// text and tags.
class TurnLabels {
 public:
  TurnLabels(const WordReader& reader, const tag::TaggedText& tagged, const WordSet& titles,
             const WordSet& person_nouns);

  enum class Party : std::uint8_t { named, questioner, answerer };
  struct Label {
    std::uint32_t transcript = 0;  ///< Its number, from 1.
    std::uint32_t start = 0;       ///< The first word of the transcript.
    Party party = Party::named;
    /// An earlier label whose letters it has in order, if one only: "JW" after "Jimbo Wales", "WN" after "Wikinews".
    std::optional<segment::WordRange> short_for;
  };

  /// Null: these words are no label.
  const Label* find(segment::WordRange words) const;

  /// Labels that are names of their own though nobody tagged them: neither roles ("Reporter") nor short for others.
  std::vector<tag::TaggedName> untagged_names(const std::vector<tag::TaggedName>& tagged) const;

  /// Whom the text before the transcript introduces as answering: the person named after a word of interview_words.txt in its sentence
  /// ("interviewed Bo Li", but not "in an interview with Bo Li"), the last such; else the only person named before it. An index into groups.groups.
  std::optional<std::size_t> interviewee(const NameGroups& groups, std::uint32_t start) const;

 private:
  bool names_the_asker(std::uint32_t word) const;
  bool is_role(segment::WordRange label) const;

  const WordReader& reader_;
  const WordSet& titles_;
  const WordSet& person_nouns_;
  WordSet interview_words_;
  std::map<segment::WordRange, Label> labels_;
};

}  // namespace quoth::entities
