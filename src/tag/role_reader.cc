#include "tag/role_reader.h"

#include <algorithm>

namespace quoth::tag {
namespace {

template <typename Tags>
bool has_part(const Tags& first) {
  return std::any_of(first, first + RoleReader::margin, [](std::uint8_t tag) { return tag != 0; });
}

}  // namespace

RoleReader::GoesOn RoleReader::goes_on(const std::vector<std::uint8_t>& tags, RoleHead::Range range,
                                       std::size_t count) {
  return {range.first > 0 && has_part(tags.begin()), range.end < count && has_part(tags.rbegin())};
}

RoleHead::Range RoleReader::read(std::size_t count, std::size_t anchor, RoleHead::Buffers& buffers,
                                 Viterbi& viterbi, nn::Workspace& workspace) const {
  const std::size_t word = buffers.anchor_words[anchor];
  RoleHead::Range range{0, count};
  if (reach_ > 0) range = {word - std::min(word, reach_), std::min(word + reach_ + 1, count)};
  while (true) {
    head_.score(range, anchor, buffers, workspace);
    const std::vector<std::uint8_t>& path =
        viterbi.decode(buffers.scores.data(), range.size(), head_.tags());
    const GoesOn more = goes_on(path, range, count);
    if (!more.before && !more.after) return range;
    if (more.before) range.first -= std::min(range.first, reach_);
    if (more.after) range.end = std::min(range.end + reach_, count);
  }
}

}  // namespace quoth::tag
