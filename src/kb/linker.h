#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "kb/knowledge_base.h"
#include "kb/link_features.h"

namespace quoth::kb {

struct LinkerOptions {
  /// Link only where the best candidate's score is that much above the next one's, and above that of
  /// "none of them", in nats. 0: always link the best; higher: fewer and surer links.
  double min_margin = 1;
  /// Most frequent candidates of a name that are looked at.
  std::size_t most_candidates = 64;
};

/// What an entity was linked to.
struct Link {
  std::uint32_t item = 0;    ///< Of the knowledge base.
  std::string_view id;       ///< The item's; lives as long as the base.
  float confidence = 0;      ///< Share of the candidates' and none's odds, 0 to 1. Not calibrated.
  FeatureScores features{};  ///< Why.
};

/// Links entities to items by the sum of the named features (link_features.h), and abstains when unsure: when the
/// name is unknown, when two candidates are near each other, or when the name often meant something that is no
/// item. An entity's name is looked up first; where it is no alias, a person's name without middle names
/// ("John R. Smith" → "John Smith"). The other forms never give candidates, since they are shared by many.
/// An organisation that shares its name with a place ("Boston") is no candidate unless another form is a name of it.
/// Immutable: any number of threads. The answer depends on base, options and arguments alone.
class Linker {
 public:
  explicit Linker(std::shared_ptr<const KnowledgeBase> base, const LinkerOptions& options = {});

  /// Views in `entity` need not outlive the call. Never fails; what is not UTF-8 is not linked.
  std::optional<Link> link(const NamedEntity& entity, const LinkContext& context) const;

  /// The same for each, in order.
  std::vector<std::optional<Link>> link(const std::vector<NamedEntity>& entities,
                                        const LinkContext& context) const;

  const KnowledgeBase& base() const noexcept { return *base_; }

 private:
  std::optional<AliasView> candidates(const NamedEntity& entity) const;
  bool is_place_name(const AliasView& alias, const NamedEntity& entity) const;
  Link scored(const Candidate& candidate, double total, const NamedEntity& entity,
              const LinkContext& context) const;

  std::shared_ptr<const KnowledgeBase> base_;
  LinkerOptions options_;
};

}  // namespace quoth::kb
