#include "kb/alias_key.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <array>
#include <cstddef>
#include <utility>

#include "text/utf8.h"

namespace quoth::kb {
namespace {

/// Letters that Unicode does not decompose, as English newspapers write them.
constexpr std::array<std::pair<char32_t, std::string_view>, 13> spelt_out{{
    {U'ß', "ss"},
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'ø', "o"},
    {U'ł', "l"},
    {U'đ', "d"},
    {U'ð', "d"},
    {U'þ', "th"},
    {U'ı', "i"},
    {U'ħ', "h"},
    {U'ŧ', "t"},
    {U'’', "'"},
    {U'‘', "'"},
}};

enum class Part : std::uint8_t { kept, space, dropped };

Part part_of(char32_t point) {
  if (point < 0x80) {
    switch (point) {
      case '.':
      case ',':
      case '"':
        return Part::dropped;
      case '-':
        return Part::space;
      default:
        return point <= 0x20 ? Part::space : point == 0x7F ? Part::dropped : Part::kept;
    }
  }
  if (point == U'“' || point == U'”' || point == U'„') return Part::dropped;
  const auto code = static_cast<UChar32>(point);
  if (u_isUWhiteSpace(code) != 0 || u_charType(code) == U_DASH_PUNCTUATION) return Part::space;
  const std::uint32_t dropped = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  return (U_GET_GC_MASK(code) & dropped) != 0 ? Part::dropped : Part::kept;
}

/// Collects the key and holds back spaces until something follows them.
class KeyBuilder {
 public:
  void add(char32_t point) {
    const Part part = part_of(point);
    if (part == Part::dropped) return;
    if (part == Part::space) {
      space_ = !key_.empty();
      return;
    }
    if (space_) key_.push_back(' ');
    space_ = false;
    add_folded(point);
  }

  void reserve(std::size_t size) { key_.reserve(size); }
  std::string take() { return std::move(key_); }

 private:
  void add_folded(char32_t point) {
    if (point < 0x80) {
      key_.push_back(static_cast<char>(point >= 'A' && point <= 'Z' ? point + 32 : point));
      return;
    }
    const auto folded =
        static_cast<char32_t>(u_foldCase(static_cast<UChar32>(point), U_FOLD_CASE_DEFAULT));
    for (const auto& [letter, spelling] : spelt_out) {
      if (letter == folded) {
        key_.append(spelling);
        return;
      }
    }
    text::append(key_, folded);
  }

  std::string key_;
  bool space_ = false;
};

/// Null only where ICU's data are missing; then accents stay.
const UNormalizer2* decomposer() {
  static const UNormalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
    return U_SUCCESS(status) != 0 ? nfkd : nullptr;
  }();
  return instance;
}

void add_decomposed(KeyBuilder& key, char32_t point) {
  std::array<UChar, 32> units{};  // The longest decomposition has 18.
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = decomposer();
  const std::int32_t count =
      nfkd == nullptr ? -1
                      : unorm2_getDecomposition(nfkd, static_cast<UChar32>(point), units.data(),
                                                static_cast<std::int32_t>(units.size()), &status);
  if (count < 0 || U_FAILURE(status) != 0) {
    key.add(point);
    return;
  }
  for (std::int32_t at = 0; at < count;) {
    UChar32 code = 0;
    U16_NEXT(units.data(), at, count, code);
    key.add(static_cast<char32_t>(code));
  }
}

}  // namespace

std::string alias_key(std::string_view name) {
  KeyBuilder builder;
  builder.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::decode(name, at);
    at += point.size;
    if (point.value < 0x80) {
      builder.add(point.value);
    } else {
      add_decomposed(builder, point.value);
    }
  }
  std::string key = builder.take();
  constexpr std::string_view article = "the ";
  if (key.starts_with(article)) key.erase(0, article.size());
  return key;
}

}  // namespace quoth::kb
