#pragma once

#include <cstdint>
#include <string_view>

#include "variants/glossary.h"

namespace quoth::variants {

/// Equal for most forms of one word: "win", "wins", "won", "winning". Cuts endings by rule, and may take two words for one ("new", "news"):
/// meant for finding and scoring, never for saying that two words are the same.
std::uint64_t stem_of(std::string_view form, const Glossary& glossary) noexcept;

}  // namespace quoth::variants
