#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kb/item.h"
#include "kb/layout.h"
#include "kb/text_pool.h"

namespace quoth::kb {

/// An item as it was added; texts are in the draft's pool.
struct DraftItem {
  PooledText id, name, description, title;
  std::uint32_t weight = 1;
  TypeSet types = 0;
  std::int16_t start_year = no_year, end_year = no_year;
};

/// A name of an item: the item's own, or one that an alias count gave.
struct DraftName {
  std::uint64_t hash = 0;  ///< Of the key.
  PooledText key;
  std::uint32_t item = 0;   ///< nowhere: a count of an alias whose title is no item's.
  std::uint32_t count = 0;  ///< 0: an own name, which counts for the item's weight.
};

inline constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

struct DraftCount {
  std::uint64_t hash = 0;
  PooledText key, title;
  std::uint32_t count = 0;
};

/// What a KnowledgeBaseWriter has been given, being brought into the file's order. The steps in which it is
/// called: add(), then merge_items(), resolve_counts(), sort_names().
struct Draft {
  TextPool pool;
  std::vector<DraftItem> items;
  std::vector<DraftName> names;
  std::vector<DraftCount> counts;

  void add(const Item& item);
  void add(const AliasCount& count);

  /// Sorts the items by id and makes one of those that share theirs; names follow.
  void merge_items();
  /// Turns counts into names. How many had a title that is an item's.
  std::size_t resolve_counts();
  /// By hash, key, item, count.
  void sort_names();
};

}  // namespace quoth::kb
