#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "quotes/draft.h"
#include "quoth/quotation.h"

namespace quoth::attribution {

/// What is seen of an entity that a content may be about; values are the rows of the model's `subjects.hidden.weight` (docs/formats/model.md),
/// do not renumber. Those without a unit are 0 or 1.
enum class SubjectFeature : std::uint8_t {
  in_content,           ///< It has a mention in the content …
  mentions_in_content,  ///< … so many, at most four, halved.
  first_in_content,
  second_in_content,
  place_in_content,  ///< Words before its first mention there, at most 40, by 40.
  alone_in_content,  ///< Nobody else has a mention there.
  named_in_content,  ///< Its first mention there begins with a capital.
  person,
  organization,  ///< Or a group.
  other_type,
  speaker,
  speaker_says_i,
  speaker_says_we,
  addressee,
  addressee_called_you,
  share_of_mentions,  ///< Its mentions by those of the entity that has most.
  most_mentioned,
  in_title,
  in_first_paragraph,
  sentences_since,  ///< From its last mention before the content, at most eight, by eight; 1.25: there is none.
  last_before,      ///< Nobody is mentioned between.
  beside_content,   ///< Mentioned in the quotation's sentences, not in the content.
  in_parent_alone,  ///< In the content that this one lies in, not in this one.
  may_be_he,        ///< A person not mentioned in a content that says "he", "she", "his" …
  may_be_it,
  may_be_they,
  words,                ///< Of the content, at most 60, by 60.
  entities_in_content,  ///< At most six, by six.
  direct,
  begins_with_to,
  no_source,
  nested,
  joint,
};
constexpr std::size_t subject_features = 33;

/// An entity that a content may be about.
struct SubjectCandidate {
  std::size_t entity = 0;
  segment::WordRange
      mention;  ///< Its first one in the content, else the last before it, else its first.
  std::array<float, subject_features> features{};
};

/// Finds whom the content of a quotation may be about: who is mentioned in it, beside it or in the two sentences before, its speaker and
/// addressee, the entity that the text mentions most, and those that the title names. Made for one document; borrows all that it is made with.
/// Its twin is training/quoth_training/subject_rows.py.
class SubjectCandidates {
 public:
  SubjectCandidates(const quotes::Context& context, const std::vector<Entity>& entities,
                    std::string_view title);

  /// For the quotation made from the draft of that index, by entity. REQUIRES: it has its speaker and addressee, if any, and its
  /// parent is an index into `drafts`.
  std::vector<SubjectCandidate> of(const std::vector<quotes::Draft>& drafts,
                                   const Quotation& quotation, std::size_t index) const;

 private:
  struct Place {
    Span span;
    std::size_t entity;
  };
  struct Content;
  class Features;

  std::uint32_t word_at(std::size_t position) const;
  std::size_t sentence_at(std::size_t position) const;
  std::vector<std::size_t> mentioned_in(const std::vector<Span>& pieces) const;
  std::vector<Span> mentions_in(std::size_t entity, const std::vector<Span>& pieces) const;
  Content read(const std::vector<quotes::Draft>& drafts, const Quotation& quotation,
               std::size_t index) const;
  std::vector<std::size_t> near(const Content& content) const;
  std::optional<SubjectCandidate> candidate(const Content& content, std::size_t entity) const;
  void see_inside(const Content& content, std::size_t entity, const std::vector<Span>& found,
                  std::uint32_t first_word, Features& features) const;
  void see_outside(const Content& content, std::size_t entity, Features& features) const;
  void see_roles(const Content& content, std::size_t entity, Features& features) const;

  const quotes::Context context_;
  const std::vector<Entity>& entities_;
  std::vector<Place> places_;  ///< Mentions of all entities by where they start, then by entity.
  std::vector<std::size_t> in_title_;  ///< Entities, ascending.
  std::size_t first_paragraph_end_ = 0;
  std::size_t most_ = 0;  ///< Mentions of the entity that has most.
  std::optional<std::size_t> most_mentioned_;
};

}  // namespace quoth::attribution
