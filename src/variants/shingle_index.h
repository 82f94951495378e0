#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "variants/words.h"

namespace quoth::variants {

/// What an utterance is found by: hashes of two and of three words that weigh, as they follow each other, each word by its stem. Pairs
/// are bound to the speaker's name (pairs of words are common, a speaker's are not); threes stand alone.
struct Shingles {
  std::vector<std::uint32_t> pairs, threes;

  /// `name`: name_hash() of the speaker; 0: nobody is named, and there are no pairs.
  void read(const Words& words, std::uint64_t name);
};

/// Which families may render the same utterance: those that share shingles. MinHash would estimate the share of common shingles, but a
/// fragment of eight words out of forty shares few of all; so all shingles are kept, and time is bounded by what is looked at: of each shingle the
/// latest eight families. Memory: 8 bytes a shingle and 12 to 24 for each that is new. Not thread-safe.
class ShingleIndex {
 public:
  struct Candidate {
    std::uint32_t family = 0;
    std::uint32_t score = 0;  ///< 1 for each common pair, 2 for each three.
  };

  ShingleIndex();
  void add(const Shingles& shingles, std::uint32_t family);
  /// Families with a score of 2 or more, the best first, at most eight; equal ones by their number.
  void find(const Shingles& shingles, std::vector<Candidate>& out) const;

 private:
  struct Slot {
    std::uint32_t shingle = 0;
    std::uint32_t posting = 0;  ///< Index into postings_ plus 1; 0: free.
  };
  struct Posting {
    std::uint32_t family;
    std::uint32_t before;  ///< As Slot::posting.
  };

  std::size_t slot_of(std::uint32_t shingle) const;
  void add(std::uint32_t shingle, std::uint32_t family);
  void count(std::uint32_t shingle, std::uint32_t points, std::vector<Candidate>& out) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<Posting> postings_;
};

}  // namespace quoth::variants
