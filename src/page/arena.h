#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace quoth::page {

/// Memory of one tree, given back as a whole: gumbo's own way of freeing a tree recurses as deep as the tree is.
/// Throws bad_alloc beyond its budget: the one way to stop gumbo, which does not look at what an allocator returns.
class Arena {
 public:
  explicit Arena(std::size_t budget) noexcept : budget_(budget) {}

  void* allocate(std::size_t size) {
    const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
    if (rounded > left_) add_chunk(rounded);
    std::byte* const memory = next_;
    next_ += rounded;
    left_ -= rounded;
    return memory;
  }

  /// The page broke the budget; what gumbo was at is lost.
  bool exhausted() const noexcept { return exhausted_; }

 private:
  static constexpr std::size_t alignment = alignof(std::max_align_t);
  static constexpr std::size_t chunk_size = std::size_t{64} << 10U;

  void add_chunk(std::size_t size) {
    const std::size_t chunk = size > chunk_size ? size : chunk_size;
    if (chunk > budget_) {
      exhausted_ = true;
      throw std::bad_alloc();
    }
    budget_ -= chunk;
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
    next_ = chunks_.back().get();
    left_ = chunk;
  }

  std::size_t budget_;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  bool exhausted_ = false;
};

}  // namespace quoth::page
