#include "quotes/nesting.h"

#include <algorithm>
#include <tuple>

namespace quoth::quotes {
namespace {

using segment::WordRange;

bool covers(const std::vector<WordRange>& outer, WordRange inner) {
  return std::any_of(outer.begin(), outer.end(), [&](WordRange piece) {
    return piece.first <= inner.first && inner.end <= piece.end;
  });
}

std::uint32_t size_of(const std::vector<WordRange>& ranges) {
  std::uint32_t size = 0;
  for (const WordRange words : ranges) size += words.end - words.first;
  return size;
}

bool is_nested(const Draft& inner, const Draft& outer) {
  return size_of(inner.content) < size_of(outer.content) &&
         covers(outer.content, {inner.anchor, inner.anchor + 1}) &&
         std::all_of(
             inner.content.begin(), inner.content.end(),
             [&](WordRange piece) { return covers(outer.content, piece); });
}

}  // namespace

void nest(std::vector<Draft>& drafts) {
  std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    const auto key = [](const Draft& d) {
      return std::make_tuple(d.content.front().first, ~d.content.back().end, d.anchor);
    };
    return key(a) < key(b);
  });
  // An outer quotation starts no later, so it stands before the inner ones. Those that still reach over the current start
  // are few: they are kept as a list of candidates.
  std::vector<std::size_t> open;
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    const std::uint32_t start = drafts[k].content.front().first;
    std::erase_if(open, [&](std::size_t o) { return drafts[o].content.back().end <= start; });
    std::optional<std::size_t>& parent = drafts[k].quotation.parent;
    for (const std::size_t o : open) {
      const bool smaller = !parent || size_of(drafts[o].content) < size_of(drafts[*parent].content);
      if (smaller && is_nested(drafts[k], drafts[o])) parent = o;
    }
    open.push_back(k);
  }
}

}  // namespace quoth::quotes
