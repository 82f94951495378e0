#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace quoth::store {

/// Ids count from one and hold within one document's record.
inline std::string quotation_id(std::size_t index) { return fmt::format("q{}", index + 1); }
inline std::string entity_id(std::size_t index) { return fmt::format("e{}", index + 1); }

}  // namespace quoth::store
