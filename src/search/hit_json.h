#pragma once

#include <string>

#include "quoth/record.h"
#include "search/hit.h"
#include "store/json_writer.h"

namespace quoth::search {

/// {"identity": …, "name": …, "type": …}, and "confidence" where it has one.
void write(store::JsonWriter& json, const Person& person);
/// null where there is nobody.
void write_or_null(store::JsonWriter& json, const char* key, const std::optional<Person>& person);

/// The hit as one object; docs/search.md names its keys. `unit` is that of its highlights.
void write(store::JsonWriter& json, const Hit& hit, OffsetUnit unit = OffsetUnit::codepoint);

std::string to_json(const Hit& hit, OffsetUnit unit = OffsetUnit::codepoint);

/// Words that may be unknown, and days: null where they are.
void write_or_null(store::JsonWriter& json, const char* key,
                   const std::optional<std::string>& text);
/// Of words that are empty where there are none.
void write_or_null(store::JsonWriter& json, const char* key, const std::string& text);
void write_day(store::JsonWriter& json, const char* key, std::uint32_t day);

/// "current", "altered" …
const char* name(database::QuotationState state) noexcept;

}  // namespace quoth::search
