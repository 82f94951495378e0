#pragma once

#include "variants/alignment.h"
#include "variants/utterance.h"
#include "variants/words.h"

namespace quoth::variants {

/// One side of an edit.
struct Side {
  const Words* words;
  WordRange range;

  const Word& operator[](std::uint32_t k) const { return (*words)[range.first + k]; }
  std::string_view form(std::uint32_t k) const { return words->form(range.first + k); }
  std::uint32_t size() const { return range.size(); }
  bool starts() const { return range.first == 0; }
  bool ends() const { return range.end == words->size(); }
  /// Whether a word that no editor put in brackets has one of the traits.
  bool has(std::uint32_t traits) const;
};

/// An edit with all that a rule may look at.
struct EditInContext {
  Edit::Kind kind;
  Side a, b;
  Quotation::Kind kind_a, kind_b;

  /// Both in quotation marks: each word is said to be the speaker's.
  bool is_verbatim() const {
    return kind_a == Quotation::Kind::direct && kind_b == Quotation::Kind::direct;
  }
  bool is_one_sided() const { return a.range.empty() != b.range.empty(); }
  const Side& full() const { return a.range.empty() ? b : a; }
  const Side& bare() const { return a.range.empty() ? a : b; }
  bool at_start() const { return a.starts() && b.starts(); }
  bool at_end() const { return a.ends() && b.ends(); }
};

// Grave: may change what is said. Each looks at one edit that is no kept run and no move.
bool changes_negation(const EditInContext& edit);
bool changes_number(const EditInContext& edit);
bool changes_modality(const EditInContext& edit);
bool changes_hedge(const EditInContext& edit);
bool swaps_entity(const EditInContext& edit);
bool swaps_pronoun(const EditInContext& edit);

// Ordinary.
bool only_joins_clause(const EditInContext& edit);  ///< "that" before indirect speech.
bool only_spells_otherwise(const EditInContext& edit);
bool puts_in_brackets(const EditInContext& edit);
bool is_marked_omission(const EditInContext& edit);
bool truncates(const EditInContext& edit);

}  // namespace quoth::variants
