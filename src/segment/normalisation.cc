#include "segment/normalisation.h"

#include <algorithm>
#include <map>

namespace quoth::segment {
namespace {

constexpr std::int32_t past_last = 0x110000;
constexpr std::int32_t class_count = 7;
constexpr std::int32_t longest_replacement = 64;  // In bytes; a longer one would blow texts up.

Error corrupt(const char* what) {
  return {ErrorCode::model_corrupt, std::string("normalisation tables: ") + what};
}

bool ranges_are_valid(std::span<const std::int32_t> ranges) {
  std::int32_t before = -1;
  for (std::size_t k = 0; k + 2 < ranges.size(); k += 3) {
    const bool fits = ranges[k] > before && ranges[k + 1] >= ranges[k] && ranges[k + 1] < past_last;
    if (!fits || ranges[k + 2] < 0 || ranges[k + 2] >= class_count) return false;
    before = ranges[k + 1];
  }
  return ranges.size() % 3 == 0;
}

bool replacements_are_valid(std::span<const std::int32_t> replaced, std::size_t text_size) {
  if (replaced.size() < 2 || replaced.size() % 2 != 0) return false;
  for (std::size_t k = 0; k < replaced.size(); k += 2) {
    if (replaced[k] < 0 || replaced[k + 1] < 0) return false;
    if (static_cast<std::size_t>(replaced[k + 1]) > text_size) return false;
    if (k == 0) continue;
    const std::int32_t size = replaced[k + 1] - replaced[k - 1];
    if (replaced[k] <= replaced[k - 2] || size < 0 || size > longest_replacement) return false;
  }
  return replaced[replaced.size() - 2] == past_last;
}

}  // namespace

Result<Normalisation> Normalisation::create(std::span<const std::int32_t> ranges,
                                            std::span<const std::int32_t> replaced,
                                            std::string_view text) {
  if (!ranges_are_valid(ranges)) return corrupt("ranges are not ascending or name no class");
  if (!replacements_are_valid(replaced, text.size())) {
    return corrupt("replacements are not ascending, too long or outside their text");
  }
  Normalisation normalisation;
  normalisation.replaced_ = replaced;
  normalisation.text_ = text;
  normalisation.set_classes(ranges);
  std::string form;
  for (char32_t c = 0; c < 128; ++c) {
    const char byte = static_cast<char>(c);
    form.clear();
    normalisation.fold_by_table(c, {&byte, 1}, form);
    normalisation.ascii_[c] = form.size() == 1 ? form[0] : '\0';
  }
  return normalisation;
}

void Normalisation::set_classes(std::span<const std::int32_t> ranges) {
  std::map<Page, std::uint16_t> known;
  page_of_.resize(page_count);
  std::size_t range = 0;
  for (std::size_t number = 0; number < page_count; ++number) {
    Page page{};
    const auto first = static_cast<std::int32_t>(number * 256);
    for (std::size_t k = range; k < ranges.size() && ranges[k] < first + 256; k += 3) {
      const auto from = std::max(ranges[k], first) - first;
      const auto to = std::min(ranges[k + 1], first + 255) - first;
      std::fill(page.begin() + from, page.begin() + to + 1,
                static_cast<CodePointClass>(ranges[k + 2]));
      if (ranges[k + 1] < first + 256) range = k + 3;
    }
    const auto [place, is_new] = known.emplace(page, static_cast<std::uint16_t>(pages_.size()));
    if (is_new) pages_.push_back(page);
    page_of_[number] = place->second;
  }
}

void Normalisation::fold_by_table(char32_t code_point, std::string_view bytes,
                                  std::string& out) const {
  const auto wanted = static_cast<std::int32_t>(code_point);
  std::size_t low = 0;
  std::size_t high = replaced_.size() / 2 - 1;  // The last row only ends the text.
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (replaced_[2 * middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (replaced_[2 * low] != wanted) {
    out.append(bytes);
    return;
  }
  const auto start = static_cast<std::size_t>(replaced_[2 * low + 1]);
  const auto end = static_cast<std::size_t>(replaced_[2 * low + 3]);
  out.append(text_.substr(start, end - start));
}

}  // namespace quoth::segment
