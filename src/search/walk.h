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

  /// Says that the id which a walk gives is no answer: the answer is at most that.
  void give_up() noexcept { is_given_up_ = true; }
  bool is_given_up() const noexcept { return is_given_up_; }

 private:
  std::size_t left_;
  bool is_given_up_ = false;
};

/// Ids of the quotations that meet one condition, newest first.
class Walk {
 public:
  Walk() = default;
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;
  virtual ~Walk() = default;

  /// The largest id that is at most `id`; nothing: there is none. Asked with falling ids. Where work is spent it may give up: the work then
  /// says so, and the answer is at most what it gives. A walk that has just begun gives up below `id` only, so that whoever goes on from
  /// there gets on.
  virtual std::optional<std::int64_t> at_most(std::int64_t id, Work& work) = 0;
};

}  // namespace quoth::search
