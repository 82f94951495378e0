#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/quotation.h"
#include "variants/alignment.h"
#include "variants/difference_classes.h"

namespace quoth::search {

struct Hit;

/// One side of a comparison: a quotation of the record, or a text that somebody gives.
struct Rendering {
  std::optional<std::int64_t> id;  ///< Of the quotation; nothing: it is none of the record.
  std::string text;                ///< As written; UTF-8.
  /// direct: each word is said to be the speaker's; of a text that is given too.
  Quotation::Kind kind = Quotation::Kind::direct;
  std::string speaker;  ///< Empty: nobody is named.
  EntityType speaker_type = EntityType::person;
  /// Bytes of the text where a " … " of words_of() stands: there the article breaks in, and nothing need be left out.
  std::vector<std::size_t> breaks = {};
};

Rendering rendering_of(const Hit& hit);

/// What became of a stretch of words, with the signs and spaces behind it.
struct ComparedEdit {
  variants::Edit::Kind kind = variants::Edit::Kind::kept;
  std::string a, b;  ///< As written; empty: nothing there.
  std::vector<variants::DifferenceClass> classes;
};

/// Two renderings side by side. The texts of the edits' a, joined, are the text of a. So are those of b, but for moved words: these stand where a
/// has them.
struct Comparison {
  Rendering a, b;
  variants::Severity severity = variants::Severity::none;
  std::vector<variants::DifferenceClass> classes;  ///< Once each, the gravest first.
  std::vector<ComparedEdit> edits;                 ///< In the order of a.
};

/// Nothing: one of them has no words. Time grows with the texts, not with their product; docs/variants.md tells the classes.
std::optional<Comparison> compare(const Rendering& a, const Rendering& b);

/// One sentence that tells a reader what to make of it.
const char* remark(variants::Severity severity) noexcept;

/// "kept", "inserted" …
const char* name(variants::Edit::Kind kind) noexcept;

}  // namespace quoth::search
