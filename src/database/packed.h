#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"

namespace quoth::database {

/// Writes numbers of few bytes: seven bits a byte, the lowest first, the eighth bit set where more follow (LEB128). The layouts of the
/// blobs made of them are in docs/formats/store.md.
class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}
  void number(std::uint64_t value);
  /// A count, then each span as its distance from the end of the one before (of any list of this blob; zigzag, as it may be
  /// negative) and its length.
  void spans(const std::vector<Span>& spans);

 private:
  std::string& out_;
  std::int64_t end_ = 0;  // Of the last span.
};

/// Reads what Packer wrote. Bytes that it did not write make whole() false and yield zeros.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number();
  /// A number that counts things of at least one byte each, so it cannot be larger than what is left.
  std::size_t count();
  std::vector<Span> spans();
  bool whole() const { return !broken_ && at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::int64_t end_ = 0;
  bool broken_ = false;
};

}  // namespace quoth::database
