#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "quoth/quotation.h"
#include "segment/segmented_text.h"

namespace quoth::tag {

enum class Role : std::uint8_t { source, cue, content };

struct RoleRange {
  Role role = Role::content;
  segment::WordRange words;
};

/// What else is said of an utterance: to whom, by what means, when; and the mentions in its content of whom it is about.
enum class Circumstance : std::uint8_t { addressee, medium, when, about };

struct CircumstanceRange {
  Circumstance kind = Circumstance::addressee;
  segment::WordRange words;
  float probability = 0.0F;  ///< Geometric mean over the words of their tag's probability.
};

/// One attribution as the network sees it, or as a transcript labels it: the anchor word and the parts it claims.
struct TaggedAnchor {
  std::uint32_t word = 0;    ///< First word of the cue (else source, else content).
  float probability = 0.0F;  ///< Of being an anchor, 0 to 1.
  float role_probability =
      0.0F;  ///< Geometric mean over the claimed words of their tag's probability.
  Quotation::Act act = Quotation::Act::say;
  float negated = 0.0F;          ///< Probability, 0 to 1.
  std::vector<RoleRange> roles;  ///< In text order; words of the anchor's window only.
  std::vector<CircumstanceRange> circumstances;  ///< Likewise.
  /// The number, from 1, of the transcript whose turn this is, as quotes/turns.h marks it; 0: it is none.
  std::uint32_t transcript = 0;
};

enum class NameType : std::uint8_t { person, organization, place, misc };

/// A name as tagged: "Ana Ruiz".
struct TaggedName {
  segment::WordRange words;
  NameType type = NameType::person;
  float probability = 0.0F;  ///< Geometric mean over its words, 0 to 1.
};

constexpr std::size_t mention_key_width = 64;

/// Words that may stand for an entity: a name, the source of a quotation, a pronoun. Two mentions
/// may overlap (a name inside a source) or be equal.
struct TaggedMention {
  enum class Origin : std::uint8_t { name, source, pronoun };
  Origin origin = Origin::name;
  segment::WordRange words;
  float no_antecedent = 0.0F;  ///< Score of starting an entity.
  std::array<float, mention_key_width>
      query{};  ///< query · key of an earlier one / 8 scores the pair.
  std::array<float, mention_key_width> key{};
};

/// What the network's heads say of a text.
struct TaggedText {
  std::vector<TaggedAnchor> anchors;    ///< In text order.
  std::vector<TaggedName> names;        ///< In text order, disjoint.
  std::vector<TaggedMention> mentions;  ///< By first word, then longest first, then origin.
  /// [words, width]: a short vector of each word, for the head that tells whom a content is about; empty where the model has none.
  std::vector<float> subject_vectors;
};

}  // namespace quoth::tag
