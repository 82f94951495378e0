#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoth::ingest {

/// Which articles nearly repeat an earlier one: wire copy under several datelines, with an advertisement in between or the last
/// paragraphs cut. Two are alike where they share four fifths of their runs of five words (Jaccard's coefficient, as estimated).
/// The answer depends on the texts and their order alone. Memory: 0.6 kB an article, for a moment twice that while tables
/// grow. Not thread-safe.
class NearDuplicates {
  static constexpr std::size_t bands = 20, rows = 6;

 public:
  /// What is compared of a text: the least places of its runs of words in so many random orders.
  using Signature = std::array<std::uint32_t, bands * rows>;

  /// Any number of threads may make signatures at once.
  static Signature signature_of(std::string_view text);

  /// Index (of the calls, from 0) of the first article that this one nearly repeats; nothing: it is the first of its like, and later
  /// ones are compared with it. Letters' case, punctuation and white space do not count. An exact repetition is always found.
  std::optional<std::size_t> first_like(const Signature& signature);
  std::optional<std::size_t> first_like(std::string_view text) {
    return first_like(signature_of(text));
  }

  /// How many articles were shown.
  std::size_t size() const noexcept { return shown_; }

 private:
  /// Articles by the hash of one band. Open addressing; 0 is free, else a number in originals_ plus 1.
  struct BandTable {
    std::vector<std::uint32_t> slots;
    std::size_t used = 0;
  };

  struct Original {
    Signature signature;
    std::size_t index;
  };

  static std::uint64_t band_hash(const Signature& signature, std::size_t band);
  std::optional<std::size_t> find(const Signature& signature) const;
  void insert(std::size_t band, std::uint32_t original);
  void grow(std::size_t band);

  std::vector<Original> originals_;
  std::array<BandTable, bands> tables_;
  std::unordered_map<std::uint64_t, std::uint32_t> exact_;  ///< By the hash of the whole signature.
  std::size_t shown_ = 0;
};

}  // namespace quoth::ingest
