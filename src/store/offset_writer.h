#pragma once

#include <cstdint>
#include <utility>

#include "quoth/offsets.h"
#include "quoth/record.h"

namespace quoth::store {

/// A span in the unit that the record's reader counts.
class OffsetWriter {
 public:
  OffsetWriter(const Document& document, OffsetUnit unit) : map_(document), unit_(unit) {}

  std::pair<std::uint32_t, std::uint32_t> operator()(Span span) const {
    if (unit_ == OffsetUnit::byte) return {span.start, span.end};
    if (unit_ == OffsetUnit::utf16) {
      const Utf16Span units = map_.utf16(span);
      return {units.start, units.end};
    }
    const CodePointSpan points = map_.code_points(span);
    return {points.start, points.end};
  }

 private:
  OffsetMap map_;
  OffsetUnit unit_;
};

inline const char* name(OffsetUnit unit) {
  return unit == OffsetUnit::byte ? "byte" : unit == OffsetUnit::utf16 ? "utf16" : "codepoint";
}

}  // namespace quoth::store
