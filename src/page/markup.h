#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::page {

/// The bytes of a page as its tokens are read from them: valid UTF-8, no byte order mark at the start, line ends "\n". Borrows the page's
/// own bytes where they are so, else owns a copy; owns what is made of them as well. Moving it moves none of these bytes.
class Markup {
 public:
  /// `html` has to outlive it.
  explicit Markup(std::string_view html);

  std::string_view text() const noexcept { return text_; }

  /// A copy that lives as long as this.
  std::string_view keep(std::string_view characters);

  /// Bytes that it owns.
  std::size_t memory() const noexcept { return (own_ ? own_->capacity() : 0) + kept_; }

 private:
  static constexpr std::size_t chunk_size = std::size_t{16} << 10U;

  std::unique_ptr<std::string> own_;
  std::string_view text_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = chunk_size;  // Of the last chunk of that size.
  char* chunk_ = nullptr;
  std::size_t kept_ = 0;  // Bytes of all chunks.
};

}  // namespace quoth::page
