#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/mention.h"

namespace quoth::entities {

constexpr std::size_t feature_count = 9;
constexpr std::size_t feature_buckets = 16;

using Features = std::array<std::uint8_t, feature_count>;

/// Share of men among a first name's bearers. Borrows the model's text: lines "name TAB share".
class FirstNames {
 public:
  explicit FirstNames(std::string_view text);
  /// 0 to 1; negative: unknown. Compared without regard to ASCII case.
  float share_of_men(std::string_view name) const;

 private:
  std::vector<std::pair<std::string_view, float>> names_;  // Sorted.
};

/// The buckets of the nine named features of antecedent i and mention j, as training computes them
/// (training/quoth_training/mentions.py is the twin).
class PairFeatures {
 public:
  PairFeatures(const WordReader& reader, const FirstNames& first_names)
      : reader_(reader), first_names_(first_names) {}

  Features of(const Mention& i, const Mention& j, std::size_t mentions_between) const;

 private:
  std::uint8_t string_bucket(const Mention& i, const Mention& j) const;
  bool is_acronym(const Mention& i, const Mention& j) const;
  std::uint8_t gender_bucket(const Mention& i, const Mention& j) const;

  const WordReader& reader_;
  const FirstNames& first_names_;
};

std::uint8_t distance_bucket(std::size_t distance);

}  // namespace quoth::entities
