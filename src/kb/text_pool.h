#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::kb {

/// A text in a TextPool.
struct PooledText {
  std::uint64_t at = 0;
  std::uint32_t length = 0;  ///< Bytes.
};

/// Many short texts in one piece of memory, since a std::string costs 32 bytes and more.
class TextPool {
 public:
  PooledText add(std::string_view text) {
    const PooledText added{bytes_.size(), static_cast<std::uint32_t>(text.size())};
    bytes_.append(text);
    return added;
  }
  /// Valid until the next add().
  std::string_view operator[](PooledText text) const noexcept {
    return {bytes_.data() + text.at, text.length};
  }

 private:
  std::string bytes_;
};

}  // namespace quoth::kb
