// Any bytes as an ARC file, plain or compressed, from a disk or a pipe: every record lies within the file, every error names it, and
// reading ends.

#include <cstddef>
#include <cstdint>
#include <string>

#include "archive/arc_reader.h"
#include "archive/memory_stream.h"

using namespace quoth::archive;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto like = (data[0] & 1U) != 0 ? MemoryStream::Like::pipe : MemoryStream::Like::disk;
  ByteSource source = memory_source(bytes, like, std::size_t{1} + (data[0] >> 1U));
  ArcReader reader(source, "fuzzed.arc");
  std::size_t answers = 0;
  std::uint64_t number = 0;
  while (const auto record = reader.next()) {
    // Each takes a byte at least; one may be followed by an error.
    if (++answers > 2 * size + 2) __builtin_trap();
    if (!*record) {
      if (!record->error().message.starts_with("fuzzed.arc: byte ")) __builtin_trap();
      continue;
    }
    if ((**record).number != ++number || (**record).offset >= bytes.size()) __builtin_trap();
    if ((**record).payload.size() > largest_payload) __builtin_trap();
    if (!source.is_compressed() && bytes.find((**record).payload) == std::string::npos)
      __builtin_trap();
  }
  return 0;
}
