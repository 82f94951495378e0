#include "kb/link_features.h"

#include <algorithm>

#include "nn/probability.h"

namespace quoth::kb {
namespace {

// In nats. Chosen by hand and tried on the links of Wikinews; see bench/kb.
constexpr double same_type = 1, other_type = -4;
constexpr double whole_description = 2;
constexpr double all_mentions = 1.5;
constexpr double not_there_yet = -4, long_dead = -1;

constexpr int youngest_speaker = 12;  // Years.

}  // namespace

const char* name(Feature feature) noexcept {
  constexpr std::array<const char*, feature_count> names{"prior", "type", "description", "mentions",
                                                         "years"};
  return names[static_cast<std::size_t>(feature)];
}

double prior_score(double count, double total) noexcept { return nn::logarithm(count / total); }

double type_score(TypeSet entity, TypeSet item) noexcept {
  if (entity == 0 || item == 0) return 0;
  return (entity & item) != 0 ? same_type : other_type;
}

double description_score(std::string_view description, const ArticleWords& article) {
  return whole_description * article.share_of(ArticleWords(description));
}

double mentions_score(const KnowledgeBase& base, std::uint32_t item,
                      std::span<const std::string_view> mentions) {
  if (mentions.empty()) return 0;
  const auto known = std::count_if(mentions.begin(), mentions.end(), [&](std::string_view mention) {
    return base.has_alias(item, mention);
  });
  return all_mentions * static_cast<double>(known) / static_cast<double>(mentions.size());
}

double years_score(const ItemView& item, std::optional<int> year) noexcept {
  if (!year) return 0;
  const int youngest = (item.types & person) != 0 ? youngest_speaker : 0;
  if (item.start_year && *item.start_year + youngest > *year) return not_there_yet;
  if (item.end_year && *item.end_year + 1 < *year) return long_dead;
  return 0;
}

}  // namespace quoth::kb
