#include "kb/draft.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "kb/alias_key.h"

namespace quoth::kb {
namespace {

/// Wikipedia's titles start with a capital and have blanks for underscores, however they are typed.
std::string canonical_title(std::string title) {
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 32);
  return title;
}

std::int16_t stored(const std::optional<int>& year) {
  return year ? static_cast<std::int16_t>(*year) : no_year;
}

/// The smaller of the texts that are not empty.
void take_smaller(const TextPool& pool, PooledText& mine, PooledText theirs) {
  if (theirs.length == 0) return;
  if (mine.length == 0 || pool[theirs] < pool[mine]) mine = theirs;
}

void take_longer(const TextPool& pool, PooledText& mine, PooledText theirs) {
  if (theirs.length > mine.length || (theirs.length == mine.length && pool[theirs] < pool[mine])) {
    mine = theirs;
  }
}

/// Each step gives the same whichever of several items comes first.
void unite(const TextPool& pool, DraftItem& mine, const DraftItem& theirs) {
  take_smaller(pool, mine.name, theirs.name);
  take_smaller(pool, mine.title, theirs.title);
  take_longer(pool, mine.description, theirs.description);
  mine.types |= theirs.types;
  mine.weight = std::max(mine.weight, theirs.weight);
  mine.end_year = std::max(mine.end_year, theirs.end_year);  // No year is the least number.
  if (mine.start_year == no_year ||
      (theirs.start_year != no_year && theirs.start_year < mine.start_year)) {
    mine.start_year = theirs.start_year;
  }
}

}  // namespace

void Draft::add(const Item& item) {
  const auto index = static_cast<std::uint32_t>(items.size());
  items.push_back({.id = pool.add(item.id),
                   .name = pool.add(item.name),
                   .description = pool.add(item.description),
                   .title = pool.add(canonical_title(item.title)),
                   .weight = item.weight,
                   .types = item.types,
                   .start_year = stored(item.start_year),
                   .end_year = stored(item.end_year)});
  const auto add_name = [&](const std::string& name) {
    const std::string key = alias_key(name);
    if (key.empty() || key.size() > 0xFFFF) return;
    names.push_back({.hash = key_hash(key), .key = pool.add(key), .item = index, .count = 0});
  };
  add_name(item.name);
  for (const std::string& alias : item.aliases) add_name(alias);
}

void Draft::add(const AliasCount& count) {
  const std::string key = alias_key(count.alias);
  if (key.empty() || key.size() > 0xFFFF) return;
  counts.push_back({.hash = key_hash(key),
                    .key = pool.add(key),
                    .title = pool.add(canonical_title(count.title)),
                    .count = count.count});
}

void Draft::merge_items() {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    return pool[items[left].id] < pool[items[right].id];
  });
  std::vector<std::uint32_t> new_place(items.size());
  std::vector<DraftItem> merged;
  merged.reserve(items.size());
  for (const std::uint32_t old : order) {
    if (merged.empty() || pool[merged.back().id] != pool[items[old].id]) {
      merged.push_back(items[old]);
    } else {
      unite(pool, merged.back(), items[old]);
    }
    new_place[old] = static_cast<std::uint32_t>(merged.size() - 1);
  }
  for (DraftName& name : names) name.item = new_place[name.item];
  items = std::move(merged);
}

std::size_t Draft::resolve_counts() {
  std::vector<std::pair<std::string_view, std::uint32_t>> titles;
  for (std::uint32_t k = 0; k < items.size(); ++k) {
    if (items[k].title.length > 0) titles.emplace_back(pool[items[k].title], k);
  }
  std::sort(titles.begin(), titles.end());
  std::size_t found_count = 0;
  names.reserve(names.size() + counts.size());
  for (const DraftCount& count : counts) {
    // Of several items with the title, the first by id.
    const auto found =
        std::lower_bound(titles.begin(), titles.end(), std::pair(pool[count.title], 0U));
    const bool is_item = found != titles.end() && found->first == pool[count.title];
    found_count += is_item ? 1 : 0;
    names.push_back({.hash = count.hash,
                     .key = count.key,
                     .item = is_item ? found->second : nowhere,
                     .count = count.count});
  }
  counts = {};
  return found_count;
}

void Draft::sort_names() {
  std::sort(names.begin(), names.end(), [&](const DraftName& left, const DraftName& right) {
    if (left.hash != right.hash) return left.hash < right.hash;
    return std::tuple(pool[left.key], left.item, left.count) <
           std::tuple(pool[right.key], right.item, right.count);
  });
}

}  // namespace quoth::kb
