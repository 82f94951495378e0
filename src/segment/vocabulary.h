#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/result.h"

namespace quoth::segment {

/// Word pieces and their ids, and the greedy longest-match split into them (WordPiece, Wu et al.
/// 2016). Immutable. Borrows the vocabulary's text, which must outlive it.
class Vocabulary {
 public:
  /// `text`: the pieces, one a line; the line's number is the id. Fails with model_corrupt when
  /// "[UNK]" is missing.
  static Result<Vocabulary> create(std::string_view text);

  std::size_t size() const noexcept { return size_; }

  /// Appends the pieces of a folded word (at least one) and gives their number.
  std::uint16_t split(std::string_view folded, std::vector<std::int32_t>& pieces) const;

 private:
  struct Slot {
    std::string_view piece;
    std::int32_t id = -1;
  };

  Vocabulary() = default;
  void insert(std::string_view piece, std::int32_t id);
  std::int32_t find(std::string_view piece, bool inner) const noexcept;

  std::vector<Slot> slots_;  // Open addressing; a power of two, at most half full.
  std::size_t size_ = 0;
  std::size_t longest_ = 0;  // Bytes of the longest piece, "##" left out.
  std::int32_t unknown_ = 0;
};

}  // namespace quoth::segment
