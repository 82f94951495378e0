#pragma once

#include <cstdint>
#include <vector>

#include "quoth/document.h"
#include "quoth/quotation.h"
#include "quoth/record.h"
#include "store/json_writer.h"

namespace quoth::store {

/// What a record on disk knows of a document's quotations and entities beyond quoth.record/1. Written beside it: `store_id` and `family` of
/// each quotation, `identity` of each reference to an entity. 0 is written as null.
struct StoreNumbers {
  std::vector<std::int64_t> quotations, families;  ///< One a quotation.
  std::vector<std::int64_t> identities;            ///< One an entity.
};

/// Writes the object that to_json() gives, with the numbers where they are given. REQUIRES: they are those of the record.
void write(JsonWriter& json, const Document& document, const Record& record,
           const DocumentFacts& facts, const EngineFacts& engine, const RecordOptions& options,
           const StoreNumbers* numbers = nullptr);

}  // namespace quoth::store
