#include "ingest/page_reader.h"

#include <utility>

#include "archive/faults.h"
#include "ingest/page_text.h"
#include "text/utf8.h"

namespace quoth::ingest {

PageReader::PageReader(ByteSource& source, std::string path, const InputOptions& options)
    : source_(source), path_(std::move(path)), options_(options) {}

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
  auto item = page_item(bytes, {}, {}, options_);
  if (!item) return Error{item.error().code, path_ + ": " + item.error().message};
  DocumentFacts& facts = item->facts;
  facts.path = text::replace_invalid(path_);
  facts.key = facts.url ? *facts.url : facts.path;
  return item;
}

}  // namespace quoth::ingest
