#pragma once

#include <cstdint>
#include <vector>

#include "variants/words.h"

namespace quoth::variants {

/// Words [first, end) of a rendering.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  bool empty() const noexcept { return first == end; }
  std::uint32_t size() const noexcept { return end - first; }
  bool operator==(const WordRange&) const = default;
};

/// What happened to a stretch of words from rendering a to rendering b.
struct Edit {
  enum class Kind : std::uint8_t { kept, inserted, deleted, replaced, moved };

  Kind kind = Kind::kept;
  WordRange a;  ///< Of an insertion empty: the place.
  WordRange b;  ///< Of a deletion empty: the place. Of a move where the words stand in b.

  bool operator==(const Edit&) const = default;
};

/// How two renderings correspond.
///
///   a     We  will  not  raise taxes
///   b     We  may        raise taxes  now
///   edits kept [We], replaced [will not | may], kept [raise taxes], inserted [now]
///
/// Each word of a and of b is in exactly one edit. Edits are in the order of a; moved ones stand where a has them.
struct Alignment {
  std::vector<Edit> edits;
  std::uint32_t shared_weight =
      0;  ///< Words::weight of the kept and moved words, and half of other forms of a word.
  std::uint32_t shared_heavy = 0;  ///< Kept and moved words that are not light.
  std::uint32_t shared_plain = 0;  ///< Those of them that are no names, numbers or titles.
  std::uint32_t longest_kept = 0;  ///< Words of the longest kept run.
};

/// Aligns words. Its memory is kept for the next pair; one per thread.
///
/// The least costly alignment by word (Gotoh 1982: a gap costs for being there and for its words). Above 2^20 pairs of words, the runs of three
/// that stand once in each anchor it and the pieces between are aligned; pieces above the limit count as replaced. So time and memory grow
/// with the size, not with its square.
class Aligner {
 public:
  void align(const Words& a, const Words& b, Alignment& out);

 private:
  struct Block {
    WordRange a, b;
  };

  void pair_block(const Words& a, const Words& b, Block block);
  void pair_large(const Words& a, const Words& b);
  void find_moves(const Words& a, const Words& b);
  void make_edits(const Words& a, const Words& b, Alignment& out) const;
  void add_gap(WordRange a, WordRange b, Alignment& out) const;
  void weigh(const Words& a, const Words& b, Alignment& out) const;

  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  std::vector<std::uint32_t> pair_of_a_, pair_of_b_;  ///< Kept: the other's word.
  std::vector<std::uint32_t> like_of_a_;  ///< Another form of the same word at its place.
  std::vector<std::uint32_t> moved_from_a_, moved_from_b_;
  std::vector<std::uint8_t> trace_;
  std::vector<std::uint32_t> row_;
};

}  // namespace quoth::variants
