#include "text/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/charset.h"
#include "text/utf8.h"

namespace quoth::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Error malformed_at(std::size_t offset, const std::string& encoding) {
  return {
      ErrorCode::invalid_utf8,
      fmt::format("byte {} is not valid {}; state another encoding, or have invalid bytes replaced",
                  offset, encoding)};
}

/// ICU's own substitution gives U+001A for some encodings' short sequences.
void put_replacement_sign(const void*, UConverterToUnicodeArgs* arguments, const char*,
                          std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // Reset, close or clone: nothing to replace.
  constexpr UChar sign = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &sign, 1, 0, status);
}

/// What the web means by the name, else the name. "UTF-16" stays: its byte order mark is for ICU to read.
std::string name_for_icu(const std::string& encoding) {
  const std::string_view charset = charset_of_label(encoding);
  const bool is_left_open = ucnv_compareNames(encoding.c_str(), "UTF-16") == 0;
  return charset.empty() || is_left_open ? encoding : std::string(charset);
}

Result<Converter> open_converter(const std::string& encoding, Malformed malformed) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes an empty name for the machine's own encoding, on which no answer may depend.
  Converter converter(encoding.empty() ? nullptr
                                       : ucnv_open(name_for_icu(encoding).c_str(), &status));
  if (converter) {
    const bool refuse = malformed == Malformed::refuse;
    ucnv_setToUCallBack(converter.get(), refuse ? UCNV_TO_U_CALLBACK_STOP : put_replacement_sign,
                        nullptr, nullptr, nullptr, &status);
  }
  if (!converter || U_FAILURE(status) != 0) {
    return Error{
        ErrorCode::unknown_encoding,
        fmt::format("the encoding \"{}\" is unknown; names are those of the IANA register, "
                    "such as windows-1252",
                    encoding)};
  }
  return converter;
}

/// Appends UTF-16 as UTF-8. A chunk may end in half a surrogate pair; `pending` keeps it.
class Utf8Writer {
 public:
  void write(const UChar* units, const UChar* end) {
    for (; units != end; ++units) {
      const char32_t unit = *units;
      if (pending_ != 0 && U16_IS_TRAIL(unit)) {
        append(text_, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(pending_, unit)));
        pending_ = 0;
        continue;
      }
      flush();
      if (U16_IS_LEAD(unit)) {
        pending_ = unit;
      } else {
        append(text_, U16_IS_TRAIL(unit) ? U'\uFFFD' : unit);
      }
    }
  }

  std::string finish() {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    if (pending_ != 0) append(text_, U'\uFFFD');
    pending_ = 0;
  }

  std::string text_;
  char32_t pending_ = 0;  ///< A leading surrogate that waits for its other half, or 0.
};

Result<std::string> convert(UConverter* converter, std::string_view bytes,
                            const std::string& encoding) {
  Utf8Writer writer;
  std::array<UChar, 4096> units;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    writer.write(units.data(), target);
  }
  if (U_FAILURE(status) == 0) return writer.finish();
  std::array<char, 32> invalid;
  auto size = static_cast<std::int8_t>(invalid.size());
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, invalid.data(), &size, &ignored);
  const auto consumed = static_cast<std::size_t>(source - bytes.data());
  return malformed_at(consumed - std::min(consumed, static_cast<std::size_t>(size)), encoding);
}

}  // namespace

std::string_view encoding_by_byte_order_mark(std::string_view bytes) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 4));
  const char* const name = ucnv_detectUnicodeSignature(bytes.data(), size, nullptr, &status);
  return name == nullptr || U_FAILURE(status) != 0 ? std::string_view() : std::string_view(name);
}

bool is_family_of(const std::string& encoding, std::string_view mark) noexcept {
  for (const char* family : {"UTF-16", "UTF-32"}) {
    if (ucnv_compareNames(encoding.c_str(), family) == 0) {
      return mark.size() > std::string_view(family).size() && mark.starts_with(family);
    }
  }
  return false;
}

Result<std::string> to_utf8(std::string_view bytes, const std::string& encoding,
                            Malformed malformed) {
  if (ucnv_compareNames(encoding.c_str(), "UTF-8") == 0) {
    const auto at = first_invalid(bytes);
    if (at && malformed == Malformed::refuse) return malformed_at(*at, encoding);
    return replace_invalid(bytes);
  }
  const Result<Converter> converter = open_converter(encoding, malformed);
  if (!converter) return converter.error();
  return convert(converter->get(), bytes, encoding);
}

}  // namespace quoth::text
