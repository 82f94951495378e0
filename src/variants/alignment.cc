#include "variants/alignment.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/hash_mixing.h"

namespace quoth::variants {
namespace {

using Cost = std::uint32_t;

constexpr Cost open_gap = 2;
constexpr Cost unreachable = 0x3FFFFFFFU;
constexpr std::uint64_t most_cells = 1ULL << 20U;

Cost gap_cost(const Word& word) { return word.has(trait::light) ? 1 : 3; }

/// Of putting one word in the other's place. Dearer than dropping both, but for the gap that is not opened.
Cost pair_cost(const Word& a, const Word& b) {
  if (a.key == b.key) return 0;
  if (a.stem == b.stem) return 1;
  constexpr std::uint32_t classes =
      trait::modal | trait::number | trait::pronoun | trait::name | trait::calendar;
  if ((a.traits & b.traits & classes) != 0) return 2;
  return gap_cost(a) + gap_cost(b);
}

enum State : std::uint8_t { paired = 0, drops_a = 1, drops_b = 2 };

/// The best of three ways to be in a state, and the state before it.
struct Way {
  Cost cost;
  std::uint8_t from;
};
Way best(const std::array<Cost, 3>& costs) {
  Way way{costs[0], paired};
  if (costs[1] < way.cost) way = {costs[1], drops_a};
  if (costs[2] < way.cost) way = {costs[2], drops_b};
  return way;
}

Cost plus(Cost cost, Cost more) { return cost >= unreachable ? unreachable : cost + more; }

std::uint64_t run_key(const Words& words, std::uint32_t at) {
  return base::mixed(base::mixed(words[at].key + words[at + 1].key * 3) + words[at + 2].key);
}

}  // namespace

void Aligner::align(const Words& a, const Words& b, Alignment& out) {
  pair_of_a_.assign(a.size(), none);
  pair_of_b_.assign(b.size(), none);
  like_of_a_.assign(a.size(), none);
  moved_from_a_.assign(a.size(), none);
  moved_from_b_.assign(b.size(), none);
  if (static_cast<std::uint64_t>(a.size()) * b.size() <= most_cells) {
    pair_block(
        a, b,
        {{0, static_cast<std::uint32_t>(a.size())}, {0, static_cast<std::uint32_t>(b.size())}});
  } else {
    pair_large(a, b);
  }
  find_moves(a, b);
  out.edits.clear();
  make_edits(a, b, out);
  weigh(a, b, out);
}

/// Fills pair_of_ and like_of_a_ inside the block. A cell of trace_ holds, two bits each, from which state each of the three came.
void Aligner::pair_block(const Words& a, const Words& b, Block block) {
  const std::uint32_t rows = block.a.size(), columns = block.b.size();
  if (rows == 0 || columns == 0 || static_cast<std::uint64_t>(rows) * columns > most_cells) return;
  const std::size_t width = columns + 1;
  trace_.assign((rows + 1) * width, 0);
  row_.assign(width * 3, unreachable);
  const auto cell = [&](std::size_t column, State state) -> Cost& {
    return row_[column * 3 + state];
  };
  cell(0, paired) = 0;
  for (std::uint32_t j = 1; j <= columns; ++j) {
    cell(j, drops_b) =
        plus(j == 1 ? open_gap : cell(j - 1, drops_b), gap_cost(b[block.b.first + j - 1]));
    trace_[j] = static_cast<std::uint8_t>((j == 1 ? paired : drops_b) << 4U);
  }
  for (std::uint32_t i = 1; i <= rows; ++i) {
    const Word& of_a = a[block.a.first + i - 1];
    const Cost gap_a = gap_cost(of_a);
    std::array<Cost, 3> corner{};  // The cell up and left.
    for (std::uint32_t j = 0; j <= columns; ++j) {
      const std::array<Cost, 3> above{cell(j, paired), cell(j, drops_a), cell(j, drops_b)};
      const Way drop_a = best({plus(above[0], open_gap), above[1], plus(above[2], open_gap)});
      Way pair{unreachable, paired}, drop_b{unreachable, paired};
      if (j > 0) {
        const Word& of_b = b[block.b.first + j - 1];
        pair = best(corner);
        pair.cost = plus(pair.cost, pair_cost(of_a, of_b));
        drop_b = best({plus(cell(j - 1, paired), open_gap), plus(cell(j - 1, drops_a), open_gap),
                       cell(j - 1, drops_b)});
        drop_b.cost = plus(drop_b.cost, gap_cost(of_b));
      }
      corner = above;
      cell(j, paired) = pair.cost;
      cell(j, drops_a) = plus(drop_a.cost, gap_a);
      cell(j, drops_b) = drop_b.cost;
      trace_[i * width + j] =
          static_cast<std::uint8_t>(pair.from | (drop_a.from << 2U) | (drop_b.from << 4U));
    }
  }
  std::uint8_t state =
      best({cell(columns, paired), cell(columns, drops_a), cell(columns, drops_b)}).from;
  for (std::uint32_t i = rows, j = columns; i > 0 || j > 0;) {
    const std::uint8_t from = (trace_[i * width + j] >> (state * 2U)) & 3U;
    if (state == paired) {
      const std::uint32_t in_a = block.a.first + --i, in_b = block.b.first + --j;
      if (a[in_a].key == b[in_b].key) {
        pair_of_a_[in_a] = in_b;
        pair_of_b_[in_b] = in_a;
      } else if (a[in_a].stem == b[in_b].stem) {
        like_of_a_[in_a] = in_b;
      }
    } else {
      state == drops_a ? --i : --j;
    }
    state = from;
  }
}

void Aligner::pair_large(const Words& a, const Words& b) {
  // Runs of three words: where they stand in a and in b; none: more than once.
  struct Places {
    std::uint32_t in_a = none, in_b = none, times_a = 0, times_b = 0;
  };
  std::unordered_map<std::uint64_t, Places> runs;
  const auto size_a = static_cast<std::uint32_t>(a.size()),
             size_b = static_cast<std::uint32_t>(b.size());
  for (std::uint32_t k = 0; k + 2 < size_a; ++k) {
    Places& places = runs[run_key(a, k)];
    places.in_a = k;
    ++places.times_a;
  }
  for (std::uint32_t k = 0; k + 2 < size_b; ++k) {
    const auto found = runs.find(run_key(b, k));
    if (found == runs.end()) continue;
    found->second.in_b = k;
    ++found->second.times_b;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors;
  for (const auto& run : runs) {
    if (run.second.times_a == 1 && run.second.times_b == 1)
      anchors.emplace_back(run.second.in_a, run.second.in_b);
  }
  std::sort(anchors.begin(), anchors.end());
  // The longest chain that rises in b too; the others are moves.
  std::vector<std::size_t> ends, before(anchors.size(), anchors.size());
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    const auto place = std::lower_bound(
        ends.begin(), ends.end(), k,
        [&](std::size_t x, std::size_t y) { return anchors[x].second < anchors[y].second; });
    if (place != ends.begin()) before[k] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(k);
    } else {
      *place = k;
    }
  }
  std::vector<std::size_t> chain;
  for (std::size_t k = ends.empty() ? anchors.size() : ends.back(); k < anchors.size();
       k = before[k])
    chain.push_back(k);
  Block block{};
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    const auto [in_a, in_b] = anchors[*link];
    if (in_a < block.a.first || in_b < block.b.first) continue;
    block.a.end = in_a;
    block.b.end = in_b;
    pair_block(a, b, block);
    for (std::uint32_t k = 0; k < 3; ++k) {
      pair_of_a_[in_a + k] = in_b + k;
      pair_of_b_[in_b + k] = in_a + k;
    }
    block.a.first = in_a + 3;
    block.b.first = in_b + 3;
  }
  block.a.end = size_a;
  block.b.end = size_b;
  pair_block(a, b, block);
}

/// Runs that neither is paired and that are equal: three words, or one that weighs and says neither who nor how many (a name that
/// changed places is another statement, not another order).
void Aligner::find_moves(const Words& a, const Words& b) {
  std::unordered_map<std::uint64_t, std::uint32_t> free_words;  // The first in b that is not taken.
  const auto may_start = [](const Word& word) {
    return !word.has(trait::light | trait::name | trait::number | trait::calendar |
                     trait::bracketed | trait::modal | trait::negation | trait::pronoun |
                     trait::first_capital | trait::unit | trait::hedge);
  };
  for (std::uint32_t j = 0; j < b.size(); ++j) {
    if (pair_of_b_[j] == none) free_words.emplace(b[j].key, j);
  }
  if (free_words.empty()) return;
  const auto same = [&](std::uint32_t i, std::uint32_t j) {
    return i < a.size() && j < b.size() && pair_of_a_[i] == none && pair_of_b_[j] == none &&
           moved_from_a_[i] == none && moved_from_b_[j] == none && a[i].key == b[j].key;
  };
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    if (pair_of_a_[i] != none || moved_from_a_[i] != none) continue;
    const auto found = free_words.find(a[i].key);
    if (found == free_words.end()) continue;
    const std::uint32_t j = found->second;
    std::uint32_t size = 0;
    bool is_plain = false;
    while (same(i + size, j + size)) {
      is_plain = is_plain || may_start(a[i + size]);
      ++size;
    }
    if (size < 3 && !(size > 0 && is_plain)) continue;
    for (std::uint32_t k = 0; k < size; ++k) {
      moved_from_a_[i + k] = j + k;
      moved_from_b_[j + k] = i + k;
    }
  }
}

void Aligner::make_edits(const Words& a, const Words& b, Alignment& out) const {
  std::uint32_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const WordRange from{i, i};
    WordRange kept_a{i, i}, kept_b{j, j};
    while (kept_a.end < a.size() && pair_of_a_[kept_a.end] == kept_b.end) {
      ++kept_a.end;
      ++kept_b.end;
    }
    if (!kept_a.empty()) {
      out.edits.push_back({Edit::Kind::kept, kept_a, kept_b});
      i = kept_a.end;
      j = kept_b.end;
      continue;
    }
    WordRange gap_a{from.first, i}, gap_b{j, j};
    while (gap_a.end < a.size() && pair_of_a_[gap_a.end] == none) ++gap_a.end;
    while (gap_b.end < b.size() && pair_of_b_[gap_b.end] == none) ++gap_b.end;
    add_gap(gap_a, gap_b, out);
    i = gap_a.end;
    j = gap_b.end;
  }
}

/// What stands between two kept runs: the moves, and the rest as one edit where it is in one piece.
void Aligner::add_gap(WordRange a, WordRange b, Alignment& out) const {
  std::vector<WordRange> rest_a, rest_b;
  for (std::uint32_t k = a.first; k < a.end;) {
    WordRange run{k, k + 1};
    if (moved_from_a_[k] == none) {
      while (run.end < a.end && moved_from_a_[run.end] == none) ++run.end;
      rest_a.push_back(run);
    } else {
      const std::uint32_t target = moved_from_a_[k];
      while (run.end < a.end && moved_from_a_[run.end] == target + run.size()) ++run.end;
      out.edits.push_back({Edit::Kind::moved, run, {target, target + run.size()}});
    }
    k = run.end;
  }
  for (std::uint32_t k = b.first; k < b.end;) {
    WordRange run{k, k + 1};
    const bool moved = moved_from_b_[k] != none;
    while (run.end < b.end && (moved_from_b_[run.end] != none) == moved) ++run.end;
    if (!moved) rest_b.push_back(run);
    k = run.end;
  }
  const std::size_t pairs = std::min(rest_a.size(), rest_b.size());
  for (std::size_t k = 0; k < rest_a.size(); ++k) {
    if (k < pairs) {
      out.edits.push_back({Edit::Kind::replaced, rest_a[k], rest_b[k]});
    } else {
      out.edits.push_back({Edit::Kind::deleted, rest_a[k], {b.end, b.end}});
    }
  }
  for (std::size_t k = pairs; k < rest_b.size(); ++k)
    out.edits.push_back({Edit::Kind::inserted, {a.end, a.end}, rest_b[k]});
}

void Aligner::weigh(const Words& a, const Words& b, Alignment& out) const {
  out.shared_weight = out.shared_heavy = out.shared_plain = out.longest_kept = 0;
  constexpr std::uint32_t fact =
      trait::name | trait::title | trait::number | trait::calendar | trait::unit;
  std::uint32_t halves = 0;
  for (const Edit& edit : out.edits) {
    if (edit.kind != Edit::Kind::kept && edit.kind != Edit::Kind::moved) continue;
    if (edit.kind == Edit::Kind::kept) out.longest_kept = std::max(out.longest_kept, edit.a.size());
    for (std::uint32_t k = 0; k < edit.a.size(); ++k) {
      // In brackets in one of them: the editor's word for what the other spells out.
      const std::uint32_t weight =
          std::min(Words::weight(a[edit.a.first + k]), Words::weight(b[edit.b.first + k]));
      out.shared_weight += weight;
      out.shared_heavy += weight > 1 ? 1U : 0U;
      const bool plain = !a[edit.a.first + k].has(fact) && !b[edit.b.first + k].has(fact);
      out.shared_plain += weight > 1 && plain ? 1U : 0U;
    }
  }
  for (std::uint32_t k = 0; k < like_of_a_.size(); ++k) {
    if (like_of_a_[k] != none && moved_from_a_[k] == none) halves += Words::weight(a[k]);
  }
  out.shared_weight += halves / 2;
}

}  // namespace quoth::variants
