#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "archive/memory_stream.h"
#include "archive/record.h"

/// Reads any bytes as a web archive, plain or compressed, from a disk or a pipe (by the first byte's bits): traps unless every record lies within
/// the file, every error names it, and reading ends.
template <typename Reader>
void read_archive(const std::uint8_t* data, std::size_t size) {
  using quoth::archive::MemoryStream;
  if (size == 0) return;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto like = (data[0] & 1U) != 0 ? MemoryStream::Like::pipe : MemoryStream::Like::disk;
  auto source = quoth::archive::memory_source(bytes, like, std::size_t{1} + (data[0] >> 1U));
  Reader reader(source, "fuzzed");
  std::size_t answers = 0;
  std::uint64_t number = 0;
  while (const auto record = reader.next()) {
    // Each takes a byte at least; one may be followed by an error.
    if (++answers > 2 * size + 2) __builtin_trap();
    if (!*record) {
      if (!record->error().message.starts_with("fuzzed: byte ")) __builtin_trap();
      continue;
    }
    if ((**record).number != ++number || (**record).offset >= bytes.size()) __builtin_trap();
    if ((**record).payload.size() > quoth::archive::largest_payload) __builtin_trap();
    if (!source.is_compressed() && bytes.find((**record).payload) == std::string::npos)
      __builtin_trap();
  }
}
