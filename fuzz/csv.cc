// Any bytes as a table.

#include "ingest/csv_reader.h"
#include "read_documents.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_documents<quoth::ingest::CsvReader>(
      data, size, [](std::string_view bytes, const quoth::ingest::InputOptions& options) {
        return quoth::ingest::looks_like_table(bytes, options);
      });
  return 0;
}
