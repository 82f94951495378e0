#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quoth::database {

/// What became of a quotation from one version of an article to the next. Stored; do not renumber.
enum class ChangeKind : std::uint8_t { repeated = 0, altered = 1, vanished = 2, added = 3 };

const char* name(ChangeKind kind) noexcept;

/// A quotation as it is compared.
struct ComparedQuotation {
  std::string words;    ///< Its content.
  std::string speaker;  ///< Their name; empty: nobody is named.
  std::string
      manner;  ///< Whatever else must be the same for it to be repeated: kind of act, negation, flags.
};

struct Change {
  ChangeKind kind = ChangeKind::repeated;
  std::optional<std::size_t> earlier,
      later;  ///< Indices; what is added has no earlier, what vanished no later.
  bool operator==(const Change&) const = default;
};

/// Pairs the quotations of two versions. First those of the same words (case, punctuation, marks and spacing do not count), in their order;
/// then, among the others, those that share at least half of their words, the likest first. Pairs of the same words, speaker and manner are
/// repeated, other pairs altered. Every quotation is in one change: pairs in the order of the later, then what vanished.
std::vector<Change> compare(const std::vector<ComparedQuotation>& earlier,
                            const std::vector<ComparedQuotation>& later);

}  // namespace quoth::database
