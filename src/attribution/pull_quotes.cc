#include "attribution/pull_quotes.h"

#include <algorithm>

namespace quoth::attribution {
namespace {

/// The last that starts at or before `at`, or null.
const Span* last_from(const std::vector<Span>& pull_quotes, std::uint32_t at) {
  const auto after =
      std::upper_bound(pull_quotes.begin(), pull_quotes.end(), at,
                       [](std::uint32_t start, Span span) { return start < span.start; });
  return after == pull_quotes.begin() ? nullptr : &*(after - 1);
}

}  // namespace

void flag_pull_quotes(const std::vector<Span>& pull_quotes, Record& record) {
  if (pull_quotes.empty()) return;
  for (Quotation& quotation : record.quotations) {
    if (quotation.content.empty()) continue;
    const Span* around = last_from(pull_quotes, quotation.content.front().start);
    if (around != nullptr && quotation.content.back().end <= around->end)
      quotation.flags.emplace_back("pull_quote");
  }
}

}  // namespace quoth::attribution
