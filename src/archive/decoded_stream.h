#pragma once

#include <memory>
#include <optional>

#include "archive/byte_source.h"
#include "archive/byte_stream.h"
#include "archive/decoder.h"

namespace quoth::archive {

/// What a decompression makes of a source: gzip, bzip2 or Zstandard, member after member. Zero bytes between and behind members are
/// padding. Faults (broken, cut off, something else between members) end at the next member. A stream that grows more than two
/// hundredfold is taken for made to do harm and ends for good.
class DecodedStream final : public ByteStream {
 public:
  DecodedStream(ByteSource source, Compression compression);

  std::size_t read(char* output, std::size_t room) override;
  std::uint64_t offset() const noexcept override { return member_offset_; }
  bool is_compressed() const noexcept override { return true; }
  bool is_immediate() const noexcept override { return source_.is_immediate(); }
  std::size_t piece() const noexcept override;
  const std::optional<Fault>& fault() const noexcept override { return fault_; }
  bool resume() override;

 private:
  bool begin_member();
  bool take_dictionary();
  std::size_t read_whole_member(char* output, std::size_t room);
  std::size_t read_on(char* output, std::size_t room);
  void end_member();
  void fail(Fault::Kind kind, const char* what);
  bool is_bomb() const noexcept;

  ByteSource source_;
  Compression compression_;
  std::unique_ptr<Decoder> decoder_;
  std::optional<Fault> fault_;
  std::uint64_t member_offset_ = 0;
  std::size_t taken_ = 0;  // Of what source_ has buffered: decoded, and kept in case of a fault.
  std::size_t allowance_;  // How many bytes may still be looked through a second time.
  std::uint64_t taken_in_all_ = 0, made_in_all_ = 0;
  bool inside_ = false, may_go_back_ = false, is_first_ = true, ended_ = false;
};

}  // namespace quoth::archive
