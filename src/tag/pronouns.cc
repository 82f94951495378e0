#include "tag/pronouns.h"

#include <algorithm>
#include <array>

namespace quoth::tag {
namespace {

constexpr std::size_t longest_pronoun = 16;

}  // namespace

Pronouns::Pronouns(std::string_view text) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && tab <= longest_pronoun && tab + 2 == line.size() &&
        line[tab + 1] >= '1' && line[tab + 1] <= '7') {
      words_.emplace_back(line.substr(0, tab), static_cast<std::uint8_t>(line[tab + 1] - '0'));
      longest_ = std::max(longest_, tab);
    }
    start = end + 1;
  }
  std::sort(words_.begin(), words_.end());
}

std::uint8_t Pronouns::class_of(std::string_view word) const noexcept {
  if (word.size() > longest_) return 0;
  std::array<char, longest_pronoun> lower{};
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view wanted(lower.data(), word.size());
  const auto found =
      std::lower_bound(words_.begin(), words_.end(), wanted,
                       [](const auto& entry, std::string_view w) { return entry.first < w; });
  return found != words_.end() && found->first == wanted ? found->second : std::uint8_t{0};
}

}  // namespace quoth::tag
