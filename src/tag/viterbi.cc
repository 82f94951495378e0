#include "tag/viterbi.h"

#include <algorithm>

namespace quoth::tag {
namespace {

constexpr float illegal = -1e9F;

bool is_inner(std::size_t tag) { return tag != 0 && tag % 2 == 0; }

}  // namespace

const std::vector<std::uint8_t>& Viterbi::decode(const float* scores, std::size_t length,
                                                 std::size_t tags) {
  path_.assign(length, 0);
  if (length == 0) return path_;
  back_.resize(length * tags);
  best_.resize(tags);
  next_.resize(tags);
  for (std::size_t t = 0; t < tags; ++t) best_[t] = is_inner(t) ? illegal : scores[t];
  for (std::size_t k = 1; k < length; ++k) {
    const auto any =
        static_cast<std::size_t>(std::max_element(best_.begin(), best_.end()) - best_.begin());
    for (std::size_t t = 0; t < tags; ++t) {
      std::size_t from = any;
      if (is_inner(t)) from = best_[t - 1] >= best_[t] ? t - 1 : t;
      back_[k * tags + t] = static_cast<std::uint8_t>(from);
      next_[t] = best_[from] + scores[k * tags + t];
    }
    best_.swap(next_);
  }
  auto tag =
      static_cast<std::uint8_t>(std::max_element(best_.begin(), best_.end()) - best_.begin());
  for (std::size_t k = length; k-- > 0;) {
    path_[k] = tag;
    if (k > 0) tag = back_[k * tags + tag];
  }
  return path_;
}

}  // namespace quoth::tag
