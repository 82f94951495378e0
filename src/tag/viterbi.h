#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quoth::tag {

/// Decodes BIO tags: tag 0 is O, tag 2k+1 is B of kind k, tag 2k+2 its I, which follows only B or I of the same
/// kind (Viterbi 1967; exact). Keeps its memory from call to call; one a thread.
class Viterbi {
 public:
  /// `scores` is [length, tags]; the path of the largest sum, ties to the smaller tag. The result is valid until
  /// the next call.
  const std::vector<std::uint8_t>& decode(const float* scores, std::size_t length,
                                          std::size_t tags);

  /// The last result again.
  const std::vector<std::uint8_t>& path() const noexcept { return path_; }

 private:
  std::vector<float> best_, next_;
  std::vector<std::uint8_t> back_, path_;
};

}  // namespace quoth::tag
