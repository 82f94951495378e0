// Where pages say when they were published, from the surest to the least sure. Scripts other than JSON-LD, comments, footers and boxes with
// other articles are never asked: their dates are the commonest traps.

#include "page/page_dates.h"

#include <algorithm>
#include <array>

#include "base/lexicon.h"
#include "page/block_signs.h"
#include "page/title_block.h"

namespace quoth::page {
namespace {

// Blocks before and behind the title in which a line of time and author stands.
constexpr std::size_t blocks_before = 6, blocks_behind = 14;
constexpr std::size_t longest_dateline = 160;
constexpr int near_levels = 4;

std::optional<std::string> read(std::string_view text, const DateClues& clues) {
  const auto found = find_written_date(text, clues.order);
  return found ? std::optional(found->iso) : std::nullopt;
}

std::optional<std::string> json_ld(const DateClues& clues) {
  return read(clues.metadata.article.published, clues);
}

std::optional<std::string> meta(const DateClues& clues) {
  for (const std::string_view name : base::lexicon_entries("published_names")) {
    if (auto found = read(clues.metadata.meta(name), clues)) return found;
  }
  return {};
}

/// Parts of a page where other articles' dates stand.
bool is_beside(const Element& element) {
  constexpr std::uint32_t beside =
      inside_aside | inside_nav | inside_footer | inside_other_article | inside_hidden;
  const auto levels = [&](ClassKind kind) { return element.above[static_cast<std::size_t>(kind)]; };
  return (element.inside & beside) != 0 || levels(ClassKind::comment) <= near_levels ||
         levels(ClassKind::related) <= near_levels - 2;
}

const Element* element_of(const DateClues& clues, NodeIndex node) {
  const auto& elements = clues.blocks.elements;
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [&](const Element& element) { return element.node == node; });
  return found == elements.end() ? nullptr : &*found;
}

std::optional<std::string> date_of(const StatedTime& time, const DateClues& clues) {
  if (auto found = read(time.date, clues)) return found;
  return read(text_of(*clues.metadata.tree, time.node), clues);
}

/// An element marked as the date of publication.
std::optional<std::string> property(const DateClues& clues) {
  for (const StatedTime& time : clues.metadata.times) {
    if (!time.is_published) continue;
    const Element* const element = element_of(clues, time.node);
    if (element != nullptr && is_beside(*element)) continue;
    if (auto found = date_of(time, clues)) return found;
  }
  return {};
}

/// "/2019/11/05/", "/2019-11-05-", "/20191105/"; a date of less than so many bytes is passed over.
std::optional<std::string> in_url(std::string_view url, std::size_t least_length) {
  url = url.substr(0, url.find_first_of("?#"));
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1, 11);
    if (rest.empty() || (rest[0] != '1' && rest[0] != '2')) continue;
    std::string part(rest);
    std::replace(part.begin(), part.end(), '/', '-');
    const auto found = find_written_date(part, DayOrder::unknown);
    if (found && found->iso.size() >= least_length && rest.starts_with(found->iso.substr(0, 4)))
      return found->iso;
  }
  return {};
}

std::optional<std::string> url_day(const DateClues& clues) { return in_url(clues.url, 10); }

/// The element `time` that stands next behind the title, or right before it.
std::optional<std::string> time_element(const DateClues& clues) {
  const std::size_t title = title_block(clues.blocks, clues.title);
  const std::uint32_t heading =
      title < clues.blocks.blocks.size() ? clues.blocks.blocks[title].inner : 0;
  std::optional<std::string> before;
  for (const StatedTime& time : clues.metadata.times) {
    if (time.is_modified) continue;
    const Element* const element = element_of(clues, time.node);
    if (element == nullptr || is_beside(*element)) continue;
    const auto index = static_cast<std::uint32_t>(element - clues.blocks.elements.data());
    auto found = date_of(time, clues);
    if (!found) continue;
    if (index > heading) return before && (element->inside & inside_article) == 0 ? before : found;
    before = found;
  }
  return before;
}

/// A short line with a date near the title: by its class the line of time and author, else any.
std::optional<std::string> dateline(const DateClues& clues) {
  const auto& blocks = clues.blocks.blocks;
  const std::size_t title = title_block(clues.blocks, clues.title);
  const std::size_t middle = title == blocks.size() ? 0 : title;
  const std::size_t end = title == blocks.size() ? std::min<std::size_t>(blocks.size(), 60)
                                                 : std::min(blocks.size(), title + blocks_behind);
  const auto read_block = [&](std::size_t k) -> std::optional<std::string> {
    const Block& block = blocks[k];
    const std::string_view text = clues.blocks[block];
    const Element& inner = clues.blocks.elements[block.inner];
    if (text.size() > longest_dateline || is_beside(inner) || has_copyright(text)) return {};
    auto found = read(text, clues);
    return found && found->size() == 10 ? found : std::nullopt;
  };
  for (std::size_t k = middle; k < end; ++k) {
    if (auto found = read_block(k)) return found;
  }
  for (std::size_t k = middle; k > 0 && k + blocks_before > middle; --k) {
    if (auto found = read_block(k - 1)) return found;
  }
  return {};
}

std::optional<std::string> url_month(const DateClues& clues) { return in_url(clues.url, 7); }

struct Rule {
  const char* name;
  std::optional<std::string> (*find)(const DateClues&);
};
constexpr std::array<Rule, 7> published_rules = {{{"json_ld", json_ld},
                                                  {"meta", meta},
                                                  {"property", property},
                                                  {"url_day", url_day},
                                                  {"time_element", time_element},
                                                  {"dateline", dateline},
                                                  {"url_month", url_month}}};

bool ends_host(std::string_view url, std::string_view ending) {
  const std::size_t start = url.find("//");
  if (start == std::string_view::npos) return false;
  url.remove_prefix(start + 2);
  return url.substr(0, url.find_first_of("/:?#")).ends_with(ending);
}

}  // namespace

DayOrder day_order(const Blocks& blocks, std::string_view language, std::string_view url) {
  for (const Block& block : blocks.blocks) {
    if (block.text.end - block.text.start > longest_dateline || !has_date(blocks[block])) continue;
    const DayOrder shown = order_shown(blocks[block]);
    if (shown != DayOrder::unknown) return shown;
  }
  if (language.starts_with("en-US") || language.starts_with("en_US")) return DayOrder::month_first;
  for (const std::string_view ending :
       {".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".ng", ".ke"}) {
    if (ends_host(url, ending)) return DayOrder::day_first;
  }
  const bool is_english = language.empty() || language == "en" || language == "EN";
  const bool is_canadian = language.starts_with("en-CA");  // Writes both.
  return is_english || is_canadian ? DayOrder::unknown : DayOrder::day_first;
}

std::optional<std::string> find_published(const DateClues& clues) {
  for (const Rule& rule : published_rules) {
    if (auto found = rule.find(clues)) return found;
  }
  return {};
}

std::optional<std::string> find_modified(const DateClues& clues) {
  if (auto found = read(clues.metadata.article.modified, clues)) return found;
  for (const char* const name :
       {"article:modified_time", "og:updated_time", "datemodified", "last-modified",
        "dcterms.modified", "dc.date.modified", "lastmod", "revised"}) {
    if (auto found = read(clues.metadata.meta(name), clues)) return found;
  }
  for (const StatedTime& time : clues.metadata.times) {
    if (!time.is_modified) continue;
    const Element* const element = element_of(clues, time.node);
    if (element != nullptr && is_beside(*element)) continue;
    if (auto found = date_of(time, clues)) return found;
  }
  return {};
}

}  // namespace quoth::page
