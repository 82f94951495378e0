// Any bytes as a WARC file.

#include "archive/warc_reader.h"
#include "read_archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_archive<quoth::archive::WarcReader>(data, size);
  return 0;
}
