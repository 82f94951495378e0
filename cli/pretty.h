#pragma once

#include <cstddef>
#include <string>

#include "quoth/record.h"

namespace quoth::cli {

struct PrettyStyle {
  bool color = false;
  std::size_t width = 100;  ///< Columns.
};

/// The article with its quotations coloured by speaker (numbered brackets without colour), and below it a table of them: speaker, act,
/// kind, words, cue, addressee, confidence. For people; the format may change.
std::string pretty(const Document& document, const Record& record, const DocumentFacts& facts,
                   const PrettyStyle& style);

}  // namespace quoth::cli
