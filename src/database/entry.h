#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "database/name_key.h"
#include "store/recorded_document.h"

namespace quoth::database {

/// A document as the writer wants it: all that takes time and needs no database is done already, on any thread.
struct Entry {
  explicit Entry(store::RecordedDocument document);
  /// Of a text out of which something was taken (redaction.h); `original` is the hash of the whole text.
  Entry(store::RecordedDocument document, const base::Sha256& original);

  store::RecordedDocument recorded;
  base::Sha256 hash{};                        ///< Of the text as it was given.
  std::optional<base::Sha256> redacted_hash;  ///< Of the text as it is, where that differs.
  std::string body;                           ///< The text, compressed.
  std::uint32_t day = 0;                      ///< Of publication; day.h.
  struct QuotationBlobs {
    std::string words;  ///< The content, for the index of words.
    std::string spans, links;
  };
  std::vector<QuotationBlobs> quotations;
  struct EntityBlobs {
    std::string mentions, members;
    NameKey name;
  };
  std::vector<EntityBlobs> entities;
};

base::Sha256 hash_of(std::string_view text);

/// The hash's bytes, to be bound.
inline std::string_view bytes_of(const base::Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

/// A mention list as table entity has it.
std::string packed_mentions(const Entity& entity);

/// A share as the record prints it, in steps of 1/10000.
int ten_thousandths(float share) noexcept;

/// The content as one text, a line feed between its spans.
std::string words_of(const Document& document, const Quotation& quotation);

}  // namespace quoth::database
