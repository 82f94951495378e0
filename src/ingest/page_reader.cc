#include "ingest/page_reader.h"

#include <utility>

#include "archive/faults.h"
#include "text/utf8.h"

namespace quoth::ingest {

PageReader::PageReader(ByteSource& source, std::string path)
    : source_(source), path_(std::move(path)) {}

std::optional<Result<Item>> PageReader::next() {
  if (std::exchange(done_, true)) return {};
  return read();
}

Result<Item> PageReader::read() {
  std::string bytes;
  if (!source_.read_all(bytes, Document::max_bytes)) {
    return Error{ErrorCode::document_too_large, path_ + ": the page is larger than " +
                                                    std::to_string(Document::max_bytes) +
                                                    " bytes (16 MiB); no article's is"};
  }
  if (source_.fault()) return archive::error_of(*source_.fault(), path_);
  Item item{*Document::from_utf8({}), {}, Item::RawPage{std::move(bytes), {}, path_}};
  item.facts.path = text::replace_invalid(path_);
  return item;
}

}  // namespace quoth::ingest
