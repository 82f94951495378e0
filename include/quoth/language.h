#pragma once

#include <string_view>

#include "quoth/document.h"

namespace quoth {

/// The language of a document, a guess: "en", another code of ISO 639-1, or "und" where nothing fits. For
/// DocumentFacts::language; an Extractor reads every text as if it were English, so those who know better skip the others.
/// Very short texts are "en": they tell too little. Cannot fail; any number of threads. Lives for ever.
std::string_view language_of(const Document& document);

}  // namespace quoth
