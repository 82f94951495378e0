#include "database/packed.h"

#include <limits>

namespace quoth::database {

void Packer::number(std::uint64_t value) {
  while (value >= 0x80U) {
    out_.push_back(static_cast<char>(value | 0x80U));
    value >>= 7U;
  }
  out_.push_back(static_cast<char>(value));
}

void Packer::spans(const std::vector<Span>& spans) {
  number(spans.size());
  for (const Span span : spans) {
    const std::int64_t distance = std::int64_t{span.start} - end_;
    number((static_cast<std::uint64_t>(distance) << 1U) ^
           static_cast<std::uint64_t>(distance >> 63U));
    number(span.end - span.start);
    end_ = span.end;
  }
}

std::uint64_t Unpacker::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80U) return value;
  }
  broken_ = true;
  return 0;
}

std::size_t Unpacker::count() {
  const std::uint64_t value = number();
  if (value <= bytes_.size() - at_) return value;
  broken_ = true;
  return 0;
}

std::vector<Span> Unpacker::spans() {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  std::vector<Span> spans(count());
  for (Span& span : spans) {
    const std::uint64_t coded = number();
    const std::uint64_t length = number();
    if (coded >= std::uint64_t{1} << 34U) broken_ = true;  // Farther than any text is long.
    const std::int64_t start = broken_ ? -1
                                       : end_ + (static_cast<std::int64_t>(coded >> 1U) ^
                                                 -static_cast<std::int64_t>(coded & 1U));
    if (broken_ || start < 0 || start > most || length > static_cast<std::uint64_t>(most - start)) {
      broken_ = true;
      return {};
    }
    end_ = start + static_cast<std::int64_t>(length);
    span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end_)};
  }
  return spans;
}

}  // namespace quoth::database
