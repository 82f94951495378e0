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

template <std::size_t count>
constexpr std::array<Order, count> orders() {
  std::array<Order, count> made{};
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
  std::array<std::uint32_t, bands * rows> least;
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
  Signature signature;
  std::transform(least.begin(), least.end(), signature.begin(),
                 [](std::uint32_t place) { return static_cast<std::uint8_t>(place); });
  return signature;
}

std::uint64_t NearDuplicates::hash_of(const Signature& signature, std::size_t table) {
  const std::size_t from = table == whole ? 0 : table * rows;
  const std::size_t to = table == whole ? signature.size() : from + rows;
  std::uint64_t hash = table;
  for (std::size_t k = from; k < to; ++k) hash = mixed(hash + signature[k] + 1);
  return hash;
}

std::optional<std::size_t> NearDuplicates::find_whole(const Signature& signature) const {
  const std::vector<std::uint32_t>& slots = tables_[whole].slots;
  if (slots.empty()) return {};
  for (std::size_t at = hash_of(signature, whole) % slots.size(); slots[at] != 0;
       at = (at + 1) % slots.size()) {
    if (signatures_[slots[at] - 1] == signature) return slots[at] - 1;
  }
  return {};
}

std::optional<std::size_t> NearDuplicates::find(const Signature& signature) const {
  std::optional<std::size_t> first;
  for (std::size_t band = 0; band < bands; ++band) {
    const std::vector<std::uint32_t>& slots = tables_[band].slots;
    if (slots.empty()) continue;
    const std::uint64_t hash = hash_of(signature, band);
    std::size_t candidates = 0;
    for (std::size_t at = hash % slots.size(); slots[at] != 0 && candidates < most_candidates;
         at = (at + 1) % slots.size()) {
      const std::size_t place = slots[at] - 1;
      const Signature& other = signatures_[place];
      if (hash_of(other, band) != hash) continue;
      ++candidates;
      if (first && place >= *first) continue;
      std::size_t alike = 0;
      for (std::size_t k = 0; k < signature.size(); ++k)
        alike += signature[k] == other[k] ? 1U : 0U;
      if (alike >= least_alike) first = place;
    }
  }
  return first;
}

void NearDuplicates::grow(std::size_t table) {
  std::vector<std::uint32_t>& slots = tables_[table].slots;
  std::vector<std::uint32_t> places = std::exchange(slots, {});
  const std::size_t size = std::max<std::size_t>(64, places.size() * 2);
  std::erase(places, 0U);
  // In their order, so that equal bands keep theirs.
  std::sort(places.begin(), places.end());
  slots.resize(size);
  tables_[table].used = 0;
  for (const std::uint32_t place : places) insert(table, place - 1);
}

void NearDuplicates::insert(std::size_t table, std::uint32_t place) {
  Table& filled = tables_[table];
  if ((filled.used + 1) * 3 > filled.slots.size() * 2) grow(table);
  const std::uint64_t hash = hash_of(signatures_[place], table);
  std::size_t equal = 0;
  std::size_t at = hash % filled.slots.size();
  for (; filled.slots[at] != 0; at = (at + 1) % filled.slots.size()) {
    equal += hash_of(signatures_[filled.slots[at] - 1], table) == hash ? 1U : 0U;
    if (equal == most_candidates) return;
  }
  filled.slots[at] = place + 1;
  ++filled.used;
}

void NearDuplicates::forget_older_half() {
  const std::size_t older = signatures_.size() / 2;
  signatures_.erase(signatures_.begin(), signatures_.begin() + static_cast<std::ptrdiff_t>(older));
  forgotten_ += older;
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    std::fill(tables_[table].slots.begin(), tables_[table].slots.end(), 0U);
    tables_[table].used = 0;
    for (std::uint32_t place = 0; place < signatures_.size(); ++place) insert(table, place);
  }
}

std::optional<std::size_t> NearDuplicates::first_like(const Signature& signature) {
  std::optional<std::size_t> place = find_whole(signature);
  if (!place) place = find(signature);
  if (place) return forgotten_ + *place;
  if (signatures_.size() == most_) forget_older_half();
  signatures_.push_back(signature);
  for (std::size_t table = 0; table < tables_.size(); ++table)
    insert(table, static_cast<std::uint32_t>(signatures_.size() - 1));
  return {};
}

}  // namespace quoth::ingest
