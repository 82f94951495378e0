#pragma once

#include <string>

#include "search/comparison.h"
#include "store/json_writer.h"

namespace quoth::search {

/// {"a": {"id", "text"}, "b": …, "severity", "classes": […], "remark", "edits": [{"kind", "a", "b", "classes"}]}; docs/check.md tells the keys.
void write(store::JsonWriter& json, const Comparison& comparison);

/// The same as a text of its own.
std::string to_json(const Comparison& comparison);

}  // namespace quoth::search
