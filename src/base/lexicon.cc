#include "base/lexicon.h"

namespace quoth::base {

std::string_view lexicon(std::string_view name) noexcept {
  for (const LexiconList& list : lexicon_lists()) {
    if (list.name == name) return list.text;
  }
  return {};
}

std::vector<std::string_view> lexicon_entries(std::string_view name) {
  std::vector<std::string_view> entries;
  std::string_view rest = lexicon(name);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    entries.push_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return entries;
}

}  // namespace quoth::base
