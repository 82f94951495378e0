#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "store/recorded_document.h"

namespace quoth::database {

/// The quotations of these entities (one flag an entity): those they speak, alone or jointly.
std::vector<bool> spoken_by(const Record& record, const std::vector<bool>& entities);

/// The contents of the marked quotations, in text order.
std::vector<Span> contents_of(const Record& record, const std::vector<bool>& marked);

/// The text with asterisks for every byte of the spans, line feeds left, and for each other place that repeats one of the spans' words
/// (12 bytes or more, marks and periods around them left out). No byte moves.
std::string redacted(std::string_view text, const std::vector<Span>& spans);

/// The same document on its redacted text: quotations of which nothing is left are gone, and so are mentions of which a part is; the
/// title, where it repeats words that were taken out, is unknown, extra fields are dropped, and a note tells ("redacted"). `kept`, where given,
/// gets the indices of the quotations that are left. REQUIRES: `text` came of redacted().
store::RecordedDocument on_redacted_text(store::RecordedDocument recorded, std::string text,
                                         const std::vector<std::string>& taken_words,
                                         std::vector<std::size_t>* kept = nullptr);

/// The words of the spans as redacted() looks for them elsewhere.
std::vector<std::string> taken_words(std::string_view text, const std::vector<Span>& spans);

}  // namespace quoth::database
