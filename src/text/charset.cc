#include "text/charset.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/charset_labels.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace quoth::text {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 20U;

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::string_view trimmed(std::string_view label) noexcept {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  return label;
}

bool equal_but_for_case(std::string_view left, std::string_view right) noexcept {
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool has_label(std::string_view labels, std::string_view label) noexcept {
  while (!labels.empty()) {
    const std::size_t end = std::min(labels.find(' '), labels.size());
    if (equal_but_for_case(labels.substr(0, end), label)) return true;
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
  return false;
}

/// What the choice needs to know of the bytes.
struct ByteCounts {
  std::size_t letters = 0;   ///< Of ASCII.
  std::size_t controls = 0;  ///< That no text has; zero bytes apart.
  std::size_t high = 0;      ///< Above ASCII.
  std::size_t longest_high = 0;
  std::array<std::size_t, 2> zeros{};  ///< At even and at odd offsets.
};

ByteCounts count(std::string_view bytes) {
  ByteCounts counts;
  std::size_t run = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = lower(bytes[at]);
    const bool is_high = static_cast<unsigned char>(c) >= 0x80;
    run = is_high ? run + 1 : 0;
    counts.high += is_high ? 1U : 0U;
    counts.longest_high = std::max(counts.longest_high, run);
    counts.letters += c >= 'a' && c <= 'z' ? 1U : 0U;
    if (c == 0) ++counts.zeros[at % 2];
    // Escape starts the shifts of ISO-2022.
    if (!is_high && c < ' ' && c != 0 && c != 0x1B && !is_space(c)) ++counts.controls;
  }
  return counts;
}

/// Valid but for a sequence that the end cuts short, where others vouch for it.
bool is_utf8(std::string_view bytes, const ByteCounts& counts) {
  const auto invalid = first_invalid(bytes);
  if (!invalid) return true;
  const std::string_view rest = bytes.substr(*invalid);
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  return lead >= 0xC2 && lead <= 0xF4 && rest.size() < whole && rest.size() < counts.high &&
         std::none_of(rest.begin() + 1, rest.end(), starts_sequence);
}

struct DeleteDetector {
  void operator()(uchardet* detector) const noexcept { uchardet_delete(detector); }
};

std::string by_statistics(std::string_view bytes) {
  const std::unique_ptr<uchardet, DeleteDetector> detector(uchardet_new());
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  if (name == "UHC") return "windows-949";
  // Here UTF-8 is out of question, and so is ASCII.
  if (name.empty() || name == "ASCII" || name == "UTF-8") return {};
  const std::string_view charset = charset_of_label(name);
  std::string known(charset.empty() ? name : charset);
  // ICU lacks some of what uchardet knows (VISCII).
  return to_utf8({}, known, Malformed::replace) ? known : std::string();
}

}  // namespace

std::string_view charset_of_label(std::string_view label) noexcept {
  label = trimmed(label);
  for (const CharsetLabels& row : charset_labels) {
    if (has_label(row.labels, label)) return row.charset;
  }
  return {};
}

std::string detected_charset(std::string_view bytes) {
  if (const auto mark = encoding_by_byte_order_mark(bytes); !mark.empty()) return std::string(mark);
  bytes = bytes.substr(0, looked_at);
  const ByteCounts counts = count(bytes);
  const std::size_t zeros = counts.zeros[0] + counts.zeros[1];
  if (zeros == 0 && is_utf8(bytes, counts)) {
    // Escapes of a seven-bit encoding are valid UTF-8 too.
    if (bytes.find("\x1B$") == std::string_view::npos) return "UTF-8";
    const std::string shifted = by_statistics(bytes);
    return shifted.empty() ? "UTF-8" : shifted;
  }
  // A quarter of the bytes: what is mostly of ASCII in two bytes has nearly a half.
  if (zeros * 4 >= bytes.size()) {
    if (counts.zeros[1] > 8 * counts.zeros[0]) return "UTF-16LE";
    if (counts.zeros[0] > 8 * counts.zeros[1]) return "UTF-16BE";
    return {};
  }
  if (zeros + counts.controls > bytes.size() / 64) return {};
  if (is_utf8(bytes, counts)) return "UTF-8";
  // Marks and a few accents in English: their bytes stand alone or in twos.
  const bool is_sparse = counts.high * 33 <= counts.letters || counts.high <= 4;
  if (is_sparse && counts.longest_high <= 3) return "windows-1252";
  return by_statistics(bytes);
}

}  // namespace quoth::text
