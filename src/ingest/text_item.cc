#include "ingest/text_item.h"

#include <utility>

#include "text/encoding.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

constexpr std::string_view replace_remedy = "; --replace-invalid reads on";

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

std::string_view without(std::string_view text, std::string_view outer) {
  const std::size_t first = text.find_first_not_of(outer);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(outer) - first + 1);
}

Error with_remedy(Error error) {
  if (error.code == ErrorCode::invalid_utf8) error.message += replace_remedy;
  return error;
}

Result<std::string> as_utf8(std::string bytes, std::string_view stated,
                            const InputOptions& options) {
  const std::string_view mark = text::encoding_by_byte_order_mark(bytes);
  std::string encoding = options.encoding;
  // A mark completes UTF-16 to UTF-16LE or UTF-16BE: then it stays part of the text.
  if (encoding.empty() || text::is_family_of(encoding, mark)) encoding = mark;
  const auto malformed =
      options.replace_invalid ? text::Malformed::replace : text::Malformed::refuse;
  if (encoding.empty() && !stated.empty()) {
    auto converted = text::to_utf8(bytes, std::string(stated), malformed);
    if (converted || converted.error().code != ErrorCode::unknown_encoding) return converted;
  }
  if (encoding.empty() || encoding == "UTF-8") {
    if (options.replace_invalid) bytes = text::replace_invalid(bytes);
    return bytes;
  }
  return text::to_utf8(bytes, encoding, malformed);
}

}  // namespace

Result<Document> text_document(std::string bytes, std::string_view stated,
                               const InputOptions& options) {
  auto text = as_utf8(std::move(bytes), stated, options);
  if (!text) return with_remedy(text.error());
  auto document = Document::from_utf8(*std::move(text));
  if (!document) return with_remedy(document.error());
  return document;
}

std::string bare_media_type(std::string_view media_type) {
  return lower_case(without(media_type.substr(0, media_type.find(';')), " \t"));
}

std::string stated_charset(std::string_view media_type) {
  const std::string lower = lower_case(media_type);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view value = media_type.substr(at + 8);
  return std::string(without(value.substr(0, value.find(';')), " \t\"'"));
}

}  // namespace quoth::ingest
