#pragma once

#include <cstdint>

namespace quoth::page {

/// Whose rules make a tree. `gumbo`: those of gumbo 0.10 where it departs from today's standard, named where the code asks for it and in
/// docs/inputs.md; for tests that compare with gumbo, so that nothing else need be left out of the comparison.
enum class Dialect : std::uint8_t { standard, gumbo };

}  // namespace quoth::page
