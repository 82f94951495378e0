#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tag/role_head.h"
#include "tag/viterbi.h"

namespace quoth::tag {

/// Decodes the roles of an anchor, of the words near it first: few attributions reach far, and each word read costs as much. Where
/// a part lies within `margin` words of an end that is not the window's, it may go on there: as many words again are taken in on that side,
/// and all are read anew.
class RoleReader {
 public:
  static constexpr std::size_t margin = 8;

  /// `reach`, in words on each side of an anchor, is at least twice the margin, or 0: the whole window is read at once.
  /// REQUIRES: the head outlives the reader.
  RoleReader(const RoleHead& head, std::size_t reach) noexcept : head_(head), reach_(reach) {}

  /// The words that were read, of the window's `count`. Their scores are in the buffers, their tags in `viterbi.path()`. `anchor` counts
  /// the window's anchors. REQUIRES: RoleHead::prepare() of the window.
  RoleHead::Range read(std::size_t count, std::size_t anchor, RoleHead::Buffers& buffers,
                       Viterbi& viterbi, nn::Workspace& workspace) const;

  /// Whether an attribution with these tags may have parts before the range and after it, in a window of `count` words.
  struct GoesOn {
    bool before = false, after = false;
  };
  static GoesOn goes_on(const std::vector<std::uint8_t>& tags, RoleHead::Range range,
                        std::size_t count);

 private:
  const RoleHead& head_;
  std::size_t reach_;
};

}  // namespace quoth::tag
