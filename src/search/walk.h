#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace quoth::search {

/// How much may still be looked at. A row read in order costs 1; a start at another place, what it costs in rows.
class Work {
 public:
  explicit Work(std::size_t most) : left_(most) {}
  void spend(std::size_t rows) noexcept { left_ -= rows < left_ ? rows : left_; }
  bool is_spent() const noexcept { return left_ == 0; }

 private:
  std::size_t left_;
};

/// Ids of the quotations that meet one condition, newest first.
class Walk {
 public:
  Walk() = default;
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;
  virtual ~Walk() = default;

  /// `id` where it meets the condition. Else a smaller one, such that none between meets it; whether that one does must be asked again. Nothing: none at
  /// or below `id` does. Asked with ids that do not rise.
  virtual std::optional<std::int64_t> at_most(std::int64_t id, Work& work) = 0;
};

}  // namespace quoth::search
