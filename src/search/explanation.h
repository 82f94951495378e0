#pragma once

#include <string>

#include "search/hit.h"

namespace quoth::search {

struct Finding;

/// What the verdict means here, in plain sentences: who, when, and what a reader must know before using it.
std::string explain(const Finding& finding);

/// "Ana Ruiz", or the article's words for who is not named: "a spokesman".
std::string speaker_named(const Hit& hit);

}  // namespace quoth::search
