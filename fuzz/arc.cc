// Any bytes as an ARC file.

#include "archive/arc_reader.h"
#include "read_archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_archive<quoth::archive::ArcReader>(data, size);
  return 0;
}
