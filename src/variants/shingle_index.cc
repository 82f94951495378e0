#include "variants/shingle_index.h"

#include <algorithm>
#include <utility>

#include "base/hash_mixing.h"

namespace quoth::variants {
namespace {

constexpr std::uint32_t most_looked_at = 8, most_candidates = 8, least_score = 2;

std::uint32_t folded(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

void keep_distinct(std::vector<std::uint32_t>& shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
}

}  // namespace

void Shingles::read(const Words& words, std::uint64_t name) {
  pairs.clear();
  threes.clear();
  std::uint64_t last = 0, before_last = 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (Words::weight(words[k]) <= 1) continue;
    const std::uint64_t stem = words[k].stem;
    if (last != 0) {
      const std::uint64_t pair = base::mixed(base::mixed(last) + stem);
      if (name != 0) pairs.push_back(folded(base::mixed(pair + name)));
      if (before_last != 0)
        threes.push_back(folded(base::mixed(pair + base::mixed(before_last + 1))));
    }
    before_last = std::exchange(last, stem);
  }
  keep_distinct(pairs);
  keep_distinct(threes);
}

ShingleIndex::ShingleIndex() : slots_(1024) {}

std::size_t ShingleIndex::slot_of(std::uint32_t shingle) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = base::mixed(shingle) & mask;
  while (slots_[at].posting != 0 && slots_[at].shingle != shingle) at = (at + 1) & mask;
  return at;
}

void ShingleIndex::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.posting != 0) slots_[slot_of(slot.shingle)] = slot;
  }
}

void ShingleIndex::add(std::uint32_t shingle, std::uint32_t family) {
  if ((used_ + 1) * 4 > slots_.size() * 3) grow();
  Slot& slot = slots_[slot_of(shingle)];
  if (slot.posting == 0) {
    ++used_;
    slot.shingle = shingle;
  } else if (postings_[slot.posting - 1].family == family) {
    return;
  }
  postings_.push_back({family, slot.posting});
  slot.posting = static_cast<std::uint32_t>(postings_.size());
}

void ShingleIndex::add(const Shingles& shingles, std::uint32_t family) {
  for (const std::uint32_t shingle : shingles.pairs) add(shingle, family);
  for (const std::uint32_t shingle : shingles.threes) add(shingle, family);
}

void ShingleIndex::count(std::uint32_t shingle, std::uint32_t points,
                         std::vector<Candidate>& out) const {
  std::uint32_t posting = slots_[slot_of(shingle)].posting;
  for (std::uint32_t looked = 0; posting != 0 && looked < most_looked_at; ++looked) {
    out.push_back({postings_[posting - 1].family, points});
    posting = postings_[posting - 1].before;
  }
}

void ShingleIndex::find(const Shingles& shingles, std::vector<Candidate>& out) const {
  out.clear();
  for (const std::uint32_t shingle : shingles.pairs) count(shingle, 1, out);
  for (const std::uint32_t shingle : shingles.threes) count(shingle, 2, out);
  std::sort(out.begin(), out.end(),
            [](const Candidate& x, const Candidate& y) { return x.family < y.family; });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < out.size();) {
    Candidate sum{out[k].family, 0};
    for (; k < out.size() && out[k].family == sum.family; ++k) sum.score += out[k].score;
    if (sum.score >= least_score) out[kept++] = sum;
  }
  out.resize(kept);
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& x, const Candidate& y) { return x.score > y.score; });
  if (out.size() > most_candidates) out.resize(most_candidates);
}

}  // namespace quoth::variants
