#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::archive {

/// The largest header block that is read, of a WARC record or an HTTP answer. Real ones have one or two kB; servers refuse
/// requests above 8 to 64 kB.
inline constexpr std::size_t largest_header = std::size_t{64} << 10U;

/// The size of the header block that the bytes begin with, its empty line included; npos: it does not end here. Lines end in LF,
/// with any number of CR before it.
std::size_t header_size(std::string_view bytes) noexcept;

/// A field of a header block; views into it, or into what unfolds it.
struct HeaderField {
  std::string_view name, value;  ///< Without the white space around them.
};

/// The fields of a header block, one after the other, as tolerant as browsers: blanks before the colon, control characters in a
/// value, lines that are no field (passed over), values that go on in the next line where that begins with a blank.
class HeaderFields {
 public:
  /// Values of several lines are put together in `unfolded`. REQUIRES: both outlive what is read.
  HeaderFields(std::string_view block, std::string& unfolded);

  std::optional<HeaderField> next();

 private:
  std::string_view next_line();
  bool goes_on() const noexcept;

  std::string_view rest_;
  std::string& unfolded_;
};

/// Whether the names are equal without regard to case. REQUIRES: `lower` is in lower case.
bool is_name(std::string_view name, std::string_view lower) noexcept;

/// Without the blanks, tabs and carriage returns at either end.
std::string_view trimmed(std::string_view value) noexcept;

}  // namespace quoth::archive
