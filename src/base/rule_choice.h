#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::base {

/// Which of the engine's named rules take part: all but those that are left out. The library always takes all; eval/ablate leaves some
/// out to see what they buy. Borrows the names.
class RuleChoice {
 public:
  RuleChoice() = default;
  explicit RuleChoice(std::vector<std::string_view> left_out) : left_out_(std::move(left_out)) {}

  bool has(std::string_view rule) const {
    return std::find(left_out_.begin(), left_out_.end(), rule) == left_out_.end();
  }

 private:
  std::vector<std::string_view> left_out_;
};

}  // namespace quoth::base
