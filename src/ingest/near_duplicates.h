#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quoth::ingest {

/// Which articles nearly repeat an earlier one: wire copy under several datelines, with an advertisement in between or the last
/// paragraphs cut. Two are alike where they share four fifths of their runs of five words (Jaccard's coefficient, as estimated).
/// The answer depends on the texts and their order alone. Memory: 0.3 kB for each article that is like none before it, up to `most`; then the older half
/// of these is forgotten, so that it stays below 50 MB however many come. Not thread-safe.
class NearDuplicates {
  static constexpr std::size_t bands = 20, rows = 6;

 public:
  /// What is compared of a text: of the least places of its runs of words in so many random orders, the low byte (Li & König 2010).
  using Signature = std::array<std::uint8_t, bands * rows>;

  static constexpr std::size_t most = std::size_t{1} << 17U;

  /// REQUIRES: most_firsts > 1.
  explicit NearDuplicates(std::size_t most_firsts = most) : most_(most_firsts) {}

  /// Any number of threads may make signatures at once.
  static Signature signature_of(std::string_view text);

  /// Number of the first article that this one nearly repeats, among those that were first of their like, from 0; nothing: it is one of
  /// them, and later ones are compared with it. Letters' case, punctuation and white space do not count. An exact repetition of one
  /// that is not forgotten is always found.
  std::optional<std::size_t> first_like(const Signature& signature);
  std::optional<std::size_t> first_like(std::string_view text) {
    return first_like(signature_of(text));
  }

  /// How many were first of their like, and how many of these, the oldest, are forgotten.
  std::size_t firsts() const noexcept { return forgotten_ + signatures_.size(); }
  std::size_t forgotten() const noexcept { return forgotten_; }

 private:
  /// Articles by a hash of their signature or of one band of it. Open addressing; 0 is free, else a place in signatures_ plus 1.
  struct Table {
    std::vector<std::uint32_t> slots;
    std::size_t used = 0;
  };
  static constexpr std::size_t whole = bands;  ///< The table of whole signatures.

  static std::uint64_t hash_of(const Signature& signature, std::size_t table);
  std::optional<std::size_t> find_whole(const Signature& signature) const;
  std::optional<std::size_t> find(const Signature& signature) const;
  void insert(std::size_t table, std::uint32_t place);
  void grow(std::size_t table);
  void forget_older_half();

  std::size_t most_;
  std::size_t forgotten_ = 0;
  std::vector<Signature> signatures_;  ///< Of those not forgotten, in order.
  std::array<Table, bands + 1> tables_;
};

}  // namespace quoth::ingest
