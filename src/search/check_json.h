#pragma once

#include <string>

#include "quoth/record.h"
#include "search/checker.h"
#include "store/json_writer.h"

namespace quoth::search {

/// {"claim", "verdict", "explanation", "evidence": […], "searched"}; docs/check.md names the keys. `unit` is that of the hits' offsets.
void write(store::JsonWriter& json, const Finding& finding,
           OffsetUnit unit = OffsetUnit::codepoint);

std::string to_json(const Finding& finding, OffsetUnit unit = OffsetUnit::codepoint);

}  // namespace quoth::search
