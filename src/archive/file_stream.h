#pragma once

#include <memory>
#include <string>

#include "archive/byte_stream.h"
#include "base/input_file.h"
#include "quoth/result.h"

namespace quoth::archive {

/// The bytes of a file, a pipe or standard input as they are.
class FileStream final : public ByteStream {
 public:
  /// "-" is standard input. Fails with file_not_found or file_unreadable.
  static Result<std::unique_ptr<ByteStream>> open(const std::string& path);

  explicit FileStream(base::InputFile file) noexcept;

  std::size_t read(char* output, std::size_t room) override;
  std::uint64_t offset() const noexcept override { return offset_; }
  bool is_compressed() const noexcept override { return false; }
  bool is_immediate() const noexcept override { return file_.is_regular(); }
  std::size_t piece() const noexcept override;
  const std::optional<Fault>& fault() const noexcept override { return fault_; }
  bool resume() override { return false; }

 private:
  base::InputFile file_;
  std::uint64_t offset_ = 0, next_ = 0;
  std::optional<Fault> fault_;
};

}  // namespace quoth::archive
