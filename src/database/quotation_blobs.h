#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/quotation.h"

namespace quoth::database {

/// Whether all spans lie inside the text and cut no character.
bool fit(std::string_view text, const std::vector<Span>& spans);

/// quotation.spans into content, cue, source, medium and when, whose date is `date`. False: it is damaged, or the spans do not fit the text.
bool unpack_spans(std::string_view bytes, std::string_view text,
                  const std::optional<std::string>& date, Quotation& quotation);

/// quotation.links into about and candidates. False: it is damaged, or names none of the version's `entities` entities.
bool unpack_links(std::string_view bytes, std::size_t entities, Quotation& quotation);

/// "a b" → a, b.
std::vector<std::string> parted(std::string_view text);

/// A confidence as its column has it.
float share(std::int64_t ten_thousandths);

}  // namespace quoth::database
