#include "ingest/near_duplicates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/hash_mixing.h"
#include "text/utf8.h"

// MinHash (Broder 1997): of each of 120 random orders of all runs of five words, a text keeps the run that comes first. The share of the orders in
// which two texts keep the same one estimates the share of runs that they have in common (standard error 0.04 at 0.8). To find
// candidates without comparing all pairs, the 120 are cut into 20 bands of 6: texts that share four fifths agree in all of a band with 99.8 %, texts
// that share a third with 3 % (locality-sensitive hashing). Candidates are compared by the whole signature. A band that a template fills has its
// first 16 articles compared only, which bounds the time.

namespace quoth::ingest {
namespace {

constexpr std::size_t shingle = 5;  // Words.
constexpr std::size_t most_candidates = 16;
constexpr std::size_t least_alike = 96;  // Of 120: 0.8.

using base::mixed;

/// An order of all 64-bit hashes: the upper half of a · x + b, a odd.
struct Order {
  std::uint64_t factor, addend;
};

template <std::size_t Count>
constexpr std::array<Order, Count> orders() {
  std::array<Order, Count> made{};
  std::uint64_t seed = 0x51756F7468U;  // "Quoth".
  for (Order& order : made) {
    order.factor = mixed(seed += 0x9E3779B97F4A7C15U) | 1U;
    order.addend = mixed(seed += 0x9E3779B97F4A7C15U);
  }
  return made;
}

/// Gives the hash of each word: a run of letters and digits, in lower case.
template <typename Take>
void each_word(std::string_view text, Take take) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::decode(text, at);
    at += point.size;
    const auto letter = static_cast<UChar32>(point.value);
    if (u_isalnum(letter) != 0) {
      hash = mixed(hash + static_cast<std::uint64_t>(u_tolower(letter)) + 1);
    } else if (hash != 0) {
      take(hash);
      hash = 0;
    }
  }
  if (hash != 0) take(hash);
}

}  // namespace

NearDuplicates::Signature NearDuplicates::signature_of(std::string_view text) {
  static constexpr auto all_orders = orders<bands * rows>();
  Signature least;
  least.fill(std::numeric_limits<std::uint32_t>::max());
  const auto add = [&](std::uint64_t hash) {
    for (std::size_t k = 0; k < least.size(); ++k) {
      const std::uint64_t place = all_orders[k].factor * hash + all_orders[k].addend;
      least[k] = std::min(least[k], static_cast<std::uint32_t>(place >> 32U));
    }
  };
  std::array<std::uint64_t, shingle> last{};
  std::size_t words = 0;
  const auto run_hash = [&] {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < shingle; ++k) hash = mixed(hash + last[(words + k) % shingle]);
    return hash;
  };
  each_word(text, [&](std::uint64_t word) {
    last[words % shingle] = word;
    if (++words >= shingle) add(run_hash());
  });
  if (words > 0 && words < shingle) add(run_hash());
  return least;
}

std::uint64_t NearDuplicates::band_hash(const Signature& signature, std::size_t band) {
  std::uint64_t hash = band;
  for (std::size_t k = band * rows; k < (band + 1) * rows; ++k)
    hash = mixed(hash + signature[k] + 1);
  return hash;
}

std::optional<std::size_t> NearDuplicates::find(const Signature& signature) const {
  std::optional<std::size_t> first;
  for (std::size_t band = 0; band < bands; ++band) {
    const std::vector<std::uint32_t>& slots = tables_[band].slots;
    if (slots.empty()) continue;
    const std::uint64_t hash = band_hash(signature, band);
    std::size_t candidates = 0;
    for (std::size_t at = hash % slots.size(); slots[at] != 0 && candidates < most_candidates;
         at = (at + 1) % slots.size()) {
      const Original& other = originals_[slots[at] - 1];
      if (band_hash(other.signature, band) != hash) continue;
      ++candidates;
      if (first && other.index >= *first) continue;
      std::size_t alike = 0;
      for (std::size_t k = 0; k < signature.size(); ++k)
        alike += signature[k] == other.signature[k] ? 1U : 0U;
      if (alike >= least_alike) first = other.index;
    }
  }
  return first;
}

void NearDuplicates::grow(std::size_t band) {
  BandTable& table = tables_[band];
  const std::vector<std::uint32_t> old = std::exchange(table.slots, {});
  table.slots.resize(std::max<std::size_t>(64, old.size() * 2));
  table.used = 0;
  // In the order of their numbers, so that equal bands keep theirs.
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t number : old) {
    if (number != 0) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  for (const std::uint32_t number : numbers) insert(band, number);
}

void NearDuplicates::insert(std::size_t band, std::uint32_t original) {
  BandTable& table = tables_[band];
  if ((table.used + 1) * 3 > table.slots.size() * 2) grow(band);
  const std::uint64_t hash = band_hash(originals_[original - 1].signature, band);
  std::size_t equal = 0;
  std::size_t at = hash % table.slots.size();
  for (; table.slots[at] != 0; at = (at + 1) % table.slots.size()) {
    equal += band_hash(originals_[table.slots[at] - 1].signature, band) == hash ? 1U : 0U;
    if (equal == most_candidates) return;
  }
  table.slots[at] = original;
  ++table.used;
}

std::optional<std::size_t> NearDuplicates::first_like(const Signature& signature) {
  const std::size_t index = shown_++;
  std::uint64_t whole = 0;
  for (const std::uint32_t least : signature) whole = mixed(whole + least + 1);
  const auto exact = exact_.find(whole);
  if (exact != exact_.end()) return originals_[exact->second].index;
  if (const auto first = find(signature)) return first;
  originals_.push_back({signature, index});
  exact_.emplace(whole, static_cast<std::uint32_t>(originals_.size() - 1));
  for (std::size_t band = 0; band < bands; ++band)
    insert(band, static_cast<std::uint32_t>(originals_.size()));
  return {};
}

}  // namespace quoth::ingest
