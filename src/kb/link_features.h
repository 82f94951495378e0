#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kb/article_words.h"
#include "kb/knowledge_base.h"

namespace quoth::kb {

/// A person, an organisation or a place of an article.
struct NamedEntity {
  std::string_view name;                   ///< The fullest form: "Barack Obama".
  TypeSet types = 0;                       ///< What it may be; 0: unknown.
  std::vector<std::string_view> mentions;  ///< Other forms that the article has: "Obama".
};

/// What an article says beside an entity's names.
struct LinkContext {
  ArticleWords words;
  std::optional<int> year;  ///< Of publication.
};

enum class Feature : std::uint8_t { prior, type, description, mentions, years };
inline constexpr std::size_t feature_count = 5;
const char* name(Feature feature) noexcept;

/// A candidate's features, each times its weight, in nats: their sum is its score, to compare with that of the
/// other candidates and of none of them.
using FeatureScores = std::array<double, feature_count>;

/// Logarithm of the share of `count` among `total` mentions.
double prior_score(double count, double total) noexcept;
/// Whether the entity's types and the item's have one in common; 0 where either has none.
double type_score(TypeSet entity, TypeSet item) noexcept;
/// How many of the description's words the article has.
double description_score(std::string_view description, const ArticleWords& article);
/// How many of the entity's other forms are names of the item.
double mentions_score(const KnowledgeBase& base, std::uint32_t item,
                      std::span<const std::string_view> mentions);
/// Whether the item was there when the article was written: a person not born, or a child, is hardly meant; one
/// dead for more than a year less often.
double years_score(const ItemView& item, std::optional<int> year) noexcept;

}  // namespace quoth::kb
