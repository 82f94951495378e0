#include "kb/linker.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "nn/probability.h"

namespace quoth::kb {
namespace {

/// Mentions that a name is taken to have had of things no base knows, beside those that were counted elsewhere: a single
/// word ("Smith") is shared by more people than a whole name.
double unseen(std::string_view name) { return name.find(' ') == std::string_view::npos ? 2 : 0.5; }

double sum(const FeatureScores& features) {
  return std::accumulate(features.begin(), features.end(), 0.0);
}

/// "John R. Smith" → "John Smith"; empty for a name of fewer than three words.
std::string without_middle(std::string_view name) {
  const std::size_t first = name.find(' ');
  const std::size_t last = name.rfind(' ');
  if (first == last) return {};
  return std::string(name.substr(0, first)).append(name.substr(last));
}

/// Whether the article calls the item by another of its names too: "the Celtics".
bool is_named_otherwise(const KnowledgeBase& base, std::uint32_t item, const NamedEntity& entity) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::string_view mention) {
    return mention != entity.name && base.has_alias(item, mention);
  });
}

}  // namespace

Linker::Linker(std::shared_ptr<const KnowledgeBase> base, const LinkerOptions& options)
    : base_(std::move(base)), options_(options) {}

std::optional<AliasView> Linker::candidates(const NamedEntity& entity) const {
  auto found = base_->find_alias(entity.name, options_.most_candidates);
  if (found || (entity.types & person) == 0) return found;
  const std::string shorter = without_middle(entity.name);
  if (shorter.empty()) return {};
  return base_->find_alias(shorter, options_.most_candidates);
}

Link Linker::scored(const Candidate& candidate, double total, const NamedEntity& entity,
                    const LinkContext& context) const {
  const ItemView item = base_->item(candidate.item);
  return {.item = candidate.item,
          .id = item.id,
          .confidence = 0,
          .features = {prior_score(candidate.count, total), type_score(entity.types, item.types),
                       description_score(item.description, context.words),
                       mentions_score(*base_, candidate.item, entity.mentions),
                       years_score(item, context.year)}};
}

/// "Boston" is the city, not its team, unless the article has the team's other names.
bool Linker::is_place_name(const AliasView& alias, const NamedEntity& entity) const {
  return std::any_of(alias.candidates.begin(), alias.candidates.end(), [&](const Candidate& one) {
    const ItemView item = base_->item(one.item);
    return (item.types & place) != 0 && item.name == entity.name;
  });
}

std::optional<Link> Linker::link(const NamedEntity& entity, const LinkContext& context) const {
  const auto alias = candidates(entity);
  if (!alias) return {};
  const double outside = alias->elsewhere + unseen(entity.name);
  const double total = static_cast<double>(alias->total()) + unseen(entity.name);
  const double none = prior_score(outside, total);
  std::optional<Link> best;
  double best_score = -std::numeric_limits<double>::infinity();
  double next_score = none;
  std::vector<double> scores{none};
  const bool place_named = is_place_name(*alias, entity);
  for (const Candidate& candidate : alias->candidates) {
    const ItemView item = base_->item(candidate.item);
    const bool only_after_place =
        place_named && (item.types & organization) != 0 && (item.types & place) == 0;
    if (only_after_place && !is_named_otherwise(*base_, candidate.item, entity)) continue;
    Link link = scored(candidate, total, entity, context);
    const double score = sum(link.features);
    scores.push_back(score);
    // Of equal ones the first stays: the more frequent, then the smaller id.
    if (score > best_score) {
      if (best) next_score = std::max(next_score, best_score);
      best = link;
      best_score = score;
    } else {
      next_score = std::max(next_score, score);
    }
  }
  if (!best || best_score - next_score < options_.min_margin) return {};
  double odds = 0;
  for (const double score : scores) odds += nn::exponential(score - best_score);
  best->confidence = static_cast<float>(1 / odds);
  return best;
}

std::vector<std::optional<Link>> Linker::link(const std::vector<NamedEntity>& entities,
                                              const LinkContext& context) const {
  std::vector<std::optional<Link>> links;
  links.reserve(entities.size());
  for (const NamedEntity& entity : entities) links.push_back(link(entity, context));
  return links;
}

}  // namespace quoth::kb
