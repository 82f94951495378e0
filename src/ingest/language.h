#pragma once

#include <string_view>

namespace quoth::ingest {

/// The language of a text: "en", another code of ISO 639-1, or "und" where nothing fits. Judged by the share of function words
/// (data/lexicon/languages.txt) among the first thousands of words, and by script where that is not Latin. Very short
/// texts are "en": they tell too little to lose them. Lives for ever.
std::string_view language_of(std::string_view text);

inline bool looks_english(std::string_view text) { return language_of(text) == "en"; }

}  // namespace quoth::ingest
