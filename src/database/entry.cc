#include "database/entry.h"

#include <algorithm>
#include <span>
#include <utility>

#include "database/day.h"
#include "database/packed.h"
#include "database/text_body.h"

// What is packed here stored_document.cc unpacks; docs/formats/store.md shows the layouts.

namespace quoth::database {
namespace {

std::vector<Span> as_list(const std::optional<Span>& span) {
  return span ? std::vector<Span>{*span} : std::vector<Span>{};
}

std::string packed_spans(const Quotation& quotation) {
  std::string bytes;
  Packer packer(bytes);
  packer.spans(quotation.content);
  packer.spans(quotation.cue);
  packer.spans(quotation.source);
  packer.spans(as_list(quotation.medium));
  packer.spans(quotation.when ? std::vector<Span>{quotation.when->span} : std::vector<Span>{});
  return bytes;
}

std::string packed_links(const Quotation& quotation) {
  std::string bytes;
  if (quotation.about.empty() && quotation.candidates.empty()) return bytes;
  Packer packer(bytes);
  packer.number(quotation.about.size());
  for (const EntityReference& reference : quotation.about) packer.number(reference.entity);
  packer.number(quotation.candidates.size());
  for (const EntityReference& reference : quotation.candidates) {
    packer.number(reference.entity);
    packer.number(static_cast<std::uint64_t>(ten_thousandths(reference.confidence)));
  }
  return bytes;
}

std::string packed_members(const Entity& entity) {
  std::string bytes;
  if (entity.members.empty()) return bytes;
  Packer packer(bytes);
  packer.number(entity.members.size());
  for (const std::size_t member : entity.members) packer.number(member);
  return bytes;
}

}  // namespace

std::string packed_mentions(const Entity& entity) {
  std::string bytes;
  Packer(bytes).spans(entity.mentions);
  return bytes;
}

int ten_thousandths(float share) noexcept {
  return static_cast<int>(std::clamp(share, 0.0F, 1.0F) * 10000.0F + 0.5F);
}

base::Sha256 hash_of(std::string_view text) {
  return base::sha256(std::as_bytes(std::span(text.data(), text.size())));
}

std::string words_of(const Document& document, const Quotation& quotation) {
  std::string words;
  for (const Span span : quotation.content) {
    if (!words.empty()) words.push_back('\n');
    words.append(document.text(span));
  }
  return words;
}

Entry::Entry(store::RecordedDocument document) : recorded(std::move(document)) {
  hash = hash_of(recorded.document.text());
  body = compressed(recorded.document.text());
  const Record& record = recorded.record;
  day = day_of(recorded.facts.published.value_or(record.published));
  quotations.reserve(record.quotations.size());
  for (const Quotation& quotation : record.quotations) {
    quotations.push_back(
        {words_of(recorded.document, quotation), packed_spans(quotation), packed_links(quotation)});
  }
  entities.reserve(record.entities.size());
  for (const Entity& entity : record.entities) {
    entities.push_back(
        {packed_mentions(entity), packed_members(entity), name_key(entity.name, entity.type)});
  }
}

Entry::Entry(store::RecordedDocument document, const base::Sha256& original)
    : Entry(std::move(document)) {
  if (hash != original) redacted_hash = hash;
  hash = original;
}

}  // namespace quoth::database
