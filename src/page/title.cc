#include "page/title.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "page/blocks.h"
#include "page/spacing.h"
#include "page/word_set.h"

namespace quoth::page {
namespace {

constexpr std::array<std::string_view, 8> separators = {" | ", " – ", " — ",  " - ",
                                                        " » ", " • ", " :: ", " · "};

std::string json_ld(const Metadata& metadata) {
  return without_site_name(metadata.article.headline, find_publisher(metadata).value_or(""));
}

std::string open_graph(const Metadata& metadata) {
  const std::string site = find_publisher(metadata).value_or("");
  for (const char* const name : {"og:title", "twitter:title"}) {
    const std::string title = spaced(metadata.meta(name));
    if (!title.empty() && title != site) return without_site_name(title, site);
  }
  return {};
}

/// The heading h1 whose words the title element repeats, of several the one that is most of it.
std::string heading_in_title(const Metadata& metadata) {
  const std::string site = find_publisher(metadata).value_or("");
  const std::string whole = without_site_name(metadata.title_element, site);
  std::string best;
  double most = 0.3;
  for (const NodeIndex heading : metadata.headings) {
    std::string text = text_of(*metadata.tree, heading);
    const double share = share_of_words(whole, text);
    if (text == site || share < most || share_of_words(text, whole) < 0.6) continue;
    if (!best.empty() && share == most) continue;
    most = share;
    best = std::move(text);
  }
  return best;
}

std::string title_element(const Metadata& metadata) {
  return without_site_name(metadata.title_element, find_publisher(metadata).value_or(""));
}

std::string heading(const Metadata& metadata) {
  for (const NodeIndex node : metadata.headings) {
    std::string text = text_of(*metadata.tree, node);
    if (!text.empty()) return text;
  }
  return {};
}

struct Rule {
  const char* name;
  std::string (*find)(const Metadata&);
};
constexpr std::array<Rule, 5> rules = {{{"json_ld", json_ld},
                                        {"open_graph", open_graph},
                                        {"heading_in_title", heading_in_title},
                                        {"title_element", title_element},
                                        {"heading", heading}}};

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace

std::optional<std::string> find_title(const Metadata& metadata) {
  for (const Rule& rule : rules) {
    std::string title = rule.find(metadata);
    if (!title.empty()) return title;
  }
  return {};
}

std::optional<std::string> find_publisher(const Metadata& metadata) {
  if (!metadata.article.publisher.empty()) return metadata.article.publisher;
  for (const char* const name : {"og:site_name", "application-name", "publisher", "dc.publisher"}) {
    std::string site = spaced(metadata.meta(name));
    if (!site.empty()) return site;
  }
  return {};
}

std::string without_site_name(const std::string& title, const std::string& site) {
  std::size_t last = std::string::npos, length = 0;
  for (const std::string_view separator : separators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && (last == std::string::npos || at > last)) {
      last = at;
      length = separator.size();
    }
  }
  if (last == std::string::npos) return title;
  const std::string before = title.substr(0, last), after = title.substr(last + length);
  if (!site.empty() && share_of_words(after, site) >= 0.5) return without_site_name(before, site);
  if (!site.empty() && before.find(' ') == std::string::npos && share_of_words(before, site) >= 0.5)
    return after;
  // A few words behind a longer title are the site's, or its section's.
  const bool is_bar = title[last + 1] == '|' || length > 3;
  if (site.empty() && words_in(after) <= 4 && words_in(before) >= (is_bar ? 2U : 4U)) return before;
  return title;
}

}  // namespace quoth::page
