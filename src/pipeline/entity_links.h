#pragma once

#include <string_view>

#include "kb/linker.h"
#include "quoth/quotation.h"

namespace quoth::pipeline {

/// Sets Entity::kb of persons, organisations and documents that the linker is sure of. `published` is an ISO 8601 date or empty.
void link_entities(const kb::Linker& linker, std::string_view text, std::string_view published,
                   Record& record);

}  // namespace quoth::pipeline
