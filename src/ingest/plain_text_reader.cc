#include "ingest/plain_text_reader.h"

#include <utility>

#include "archive/faults.h"
#include "ingest/text_item.h"
#include "text/utf8.h"

namespace quoth::ingest {

PlainTextReader::PlainTextReader(ByteSource& source, std::string path, const InputOptions& options)
    : source_(source), path_(std::move(path)), options_(options) {}

std::optional<Result<Item>> PlainTextReader::next() {
  if (std::exchange(done_, true)) return {};
  return read();
}

Result<Item> PlainTextReader::read() {
  // UTF-16 takes two bytes for what is one in UTF-8.
  std::string bytes;
  if (!source_.read_all(bytes, 2 * Document::max_bytes)) {
    return Error{ErrorCode::document_too_large, path_ + ": the text is larger than " +
                                                    std::to_string(Document::max_bytes) +
                                                    " bytes (16 MiB); split it into documents"};
  }
  if (source_.fault()) return archive::error_of(*source_.fault(), path_);
  auto document = text_document(std::move(bytes), {}, options_);
  if (!document) return Error{document.error().code, path_ + ": " + document.error().message};
  Item item{*std::move(document), {}, {}};
  item.facts.key = item.facts.path = text::replace_invalid(path_);
  return item;
}

}  // namespace quoth::ingest
