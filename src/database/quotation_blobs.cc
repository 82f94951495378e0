#include "database/quotation_blobs.h"

#include <algorithm>

#include "database/packed.h"

// What entry.cc packed is unpacked here.

namespace quoth::database {

float share(std::int64_t ten_thousandths) { return static_cast<float>(ten_thousandths) / 10000.0F; }

bool fit(std::string_view text, const std::vector<Span>& spans) {
  for (const Span span : spans) {
    const auto cuts = [&](std::size_t at) {
      return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    if (span.start > span.end || span.end > text.size() || cuts(span.start) || cuts(span.end))
      return false;
  }
  return true;
}

bool unpack_spans(std::string_view bytes, std::string_view text,
                  const std::optional<std::string>& date, Quotation& quotation) {
  Unpacker unpacker(bytes);
  quotation.content = unpacker.spans();
  quotation.cue = unpacker.spans();
  quotation.source = unpacker.spans();
  const std::vector<Span> medium = unpacker.spans();
  const std::vector<Span> when = unpacker.spans();
  if (!unpacker.whole() || quotation.content.empty() || medium.size() > 1 || when.size() > 1)
    return false;
  if (!fit(text, quotation.content) || !fit(text, quotation.cue) || !fit(text, quotation.source) ||
      !fit(text, medium) || !fit(text, when)) {
    return false;
  }
  if (!medium.empty()) quotation.medium = medium.front();
  if (!when.empty()) quotation.when = Time{when.front(), date.value_or("")};
  return true;
}

bool unpack_links(std::string_view bytes, std::size_t entities, Quotation& quotation) {
  if (bytes.empty()) return true;
  Unpacker unpacker(bytes);
  quotation.about.resize(unpacker.count());
  for (EntityReference& reference : quotation.about) reference.entity = unpacker.number();
  quotation.candidates.resize(unpacker.count());
  for (EntityReference& reference : quotation.candidates) {
    reference.entity = unpacker.number();
    reference.confidence = share(static_cast<std::int64_t>(unpacker.number()));
  }
  for (const auto* references : {&quotation.about, &quotation.candidates}) {
    for (const EntityReference& reference : *references) {
      if (reference.entity >= entities) return false;
    }
  }
  return unpacker.whole();
}

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace quoth::database
