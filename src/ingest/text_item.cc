#include "ingest/text_item.h"

#include <utility>

#include "ingest/decoding.h"
#include "text/encoding.h"

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
  const bool is_told =
      !options.encoding.empty() || !text::encoding_by_byte_order_mark(bytes).empty();
  if (!is_told && !stated.empty()) {
    InputOptions as_stated = options;
    as_stated.encoding = stated;
    auto converted = decoded(bytes, as_stated);
    if (converted || converted.error().code != ErrorCode::unknown_encoding) return converted;
  }
  return decoded(std::move(bytes), options);
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
