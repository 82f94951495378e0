#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule_choice.h"
#include "entities/resolved_source.h"
#include "quoth/quotation.h"
#include "segment/segmented_text.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// The entities of a document and what each source means.
struct Resolution {
  std::vector<Entity>
      entities;  ///< In order of first mention; all named persons and organisations, and all sources.
  std::map<std::size_t, std::size_t>
      affiliations;  ///< Person → organisation that a source names with the person.
  std::map<segment::WordRange, ResolvedSource>
      sources;                                 ///< By the words of an anchor's first source range.
  std::map<std::uint32_t, std::size_t> names;  ///< Entities of names by the name's first word.
  std::map<std::uint32_t, ResolvedSource> addressees;  ///< By an anchor's word.
  std::map<std::uint32_t, std::vector<EntityReference>>
      subjects;  ///< By an anchor's word: whom its content is about, in the order of their mentions.
};

/// Resolves mentions to entities: names by the sieve of name_sieve.h, then sources in text order: those that hold a name by the
/// name that heads them, pronouns and common nouns by the learnt scorer over earlier mentions; then addressees in the same way (never
/// the speaker; of a passive cue without one the subject: "Downer was asked"), and subjects as far as they are named. Immutable, thread-safe.
class Resolver {
 public:
  /// Model texts and weights are borrowed and must outlive the resolver. `features` is [9, 16].
  struct Tables {
    std::span<const float> features;
    std::string_view pronouns, first_names;
    base::RuleChoice rules = {};
  };
  explicit Resolver(const Tables& tables);

  /// `title` may complete a surname to a full name; empty: there is none.
  Resolution resolve(std::string_view text, const segment::SegmentedText& segmented,
                     const tag::TaggedText& tagged, std::string_view title) const;

  struct Impl;

 private:
  std::shared_ptr<const Impl> impl_;
};

}  // namespace quoth::entities
