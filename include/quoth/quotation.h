#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/document.h"

namespace quoth {

/// What sort of thing a speaker is. `generic`: "critics", "many"; `author`: the article's own.
enum class EntityType : std::uint8_t {
  person,
  organization,
  group,
  unnamed,
  document,
  author,
  generic,
};

/// Someone or something that speaks, is spoken to or spoken about.
struct Entity {
  std::string name;  ///< The fullest form in the document, titles and "the" left out.
  EntityType type = EntityType::unnamed;
  std::vector<Span> mentions;        ///< In text order.
  std::vector<std::size_t> members;  ///< Joint speakers: indices into Record::entities.
  /// Its id in the knowledge base ("Q76"); empty: not linked, or there is no base.
  std::string kb = {};
};

/// An entity in a role, with how sure that is (0 to 1).
struct EntityReference {
  std::size_t entity = 0;  ///< Index into Record::entities.
  float confidence = 0.0F;
};

/// A stretch of text that says when the content was uttered.
struct Time {
  Span span;
  std::string date;  ///< ISO 8601 at its own precision ("2018", "2018-05"); empty: not derivable.
};

/// One attribution: who said (thought, wrote, ordered …) what. An attribution
/// relation in the sense of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
struct Quotation {
  /// direct: the content stands in quotation marks; mixed: part of it; indirect: none.
  enum class Kind : std::uint8_t { direct, indirect, mixed };
  enum class Act : std::uint8_t { say, write, ask, believe, feel, want, decide, show };

  Kind kind = Kind::indirect;
  Act act = Act::say;
  std::vector<Span> content;  ///< One or more, in text order, with their quotation marks.
  std::vector<Span> cue;      ///< "said", "according to"; may be empty.
  std::vector<Span> source;   ///< The words that name the speaker here, "he"; may be empty.
  std::optional<EntityReference> speaker;  ///< Empty: nobody is, or can surely be, named.
  std::optional<EntityReference> addressee;
  std::vector<EntityReference> about;
  std::optional<Span> medium;
  std::optional<Time> when;
  bool negated = false;                     ///< "did not say", "refused to comment".
  std::vector<std::string> flags;           ///< An open set; see docs/formats/record.md.
  std::optional<std::size_t> parent;        ///< Index into Record::quotations of the one around it.
  std::vector<EntityReference> candidates;  ///< Given when speaker is empty for doubt.
  float confidence = 0.0F;                  ///< Probability that content and source are right.
  std::vector<std::string> why;             ///< The rules and heads that decided, in order.
};

const char* name(EntityType type) noexcept;
const char* name(Quotation::Kind kind) noexcept;
const char* name(Quotation::Act act) noexcept;

/// All that was found in one document.
struct Record {
  std::vector<Quotation> quotations;  ///< In order of first content byte, outer before inner.
  std::vector<Entity>
      entities;  ///< In order of first mention, "I" and "you" in quotations left out.
  /// The day that the text's date line states, ISO 8601; empty: it states none, or the facts do.
  std::string published = {};
  std::vector<std::string> notes = {};  ///< What is odd about it; see docs/formats/record.md.
};

}  // namespace quoth
