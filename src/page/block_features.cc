// Numbers that tell a block of the article from one beside it. All are found in a few passes over blocks and elements; the trees
// decide what they are worth. Shares are 0 to 1, lengths are logarithms, so that one page's scale is another's.

#include "page/block_features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "page/block_signs.h"
#include "page/tags.h"
#include "page/title_block.h"
#include "page/word_grams.h"
#include "page/word_set.h"

namespace quoth::page {
namespace {

constexpr std::uint32_t long_bytes = 80;
constexpr double long_link_share = 0.4;
constexpr double spine_part = 0.55, trunk_part = 0.8;
constexpr std::size_t window = 4;  // Blocks on each side.
constexpr double least_by_tags = 0.25;
constexpr std::uint32_t least_article = 300;  // Bytes of long blocks.
constexpr int comment_levels = 8;
constexpr float none = -1;

float logarithm(double value) { return static_cast<float>(std::log1p(value)); }
float share(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

double cells(std::string_view text) {
  return static_cast<double>(std::count(text.begin(), text.end(), '\t'));
}

/// What one pass over the text of a block counts.
struct Counts {
  std::uint32_t words = 0, stops = 0, commas = 0, upper = 0, digits = 0, letters = 0, bars = 0;
};

Counts count(std::string_view text) {
  Counts counts;
  bool in_word = false;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value != ' ' && !in_word) ++counts.words;
    in_word = value != ' ';
    if (value >= 'A' && value <= 'Z') ++counts.upper;
    if (value >= '0' && value <= '9') ++counts.digits;
    if ((value | 0x20U) >= 'a' && (value | 0x20U) <= 'z') ++counts.letters;
    if (value == '.' || value == '!' || value == '?') ++counts.stops;
    if (value == ',') ++counts.commas;
    if (value == '|' || value == '/') ++counts.bars;
  }
  return counts;
}

/// Sums of an element and all below it.
struct Sums {
  std::uint32_t bytes = 0, link_bytes = 0, long_bytes = 0;
};

/// Blocks of the same tag and class, below the same.
struct Kin {
  std::uint32_t count = 0, bytes = 0, long_bytes = 0;
};

/// From a heading up to the next.
struct Section {
  std::uint32_t blocks = 0, bytes = 0, link_bytes = 0, long_bytes = 0;
  bool phrase = false;
};

class Measurement {
 public:
  Measurement(const Blocks& page, const Metadata& metadata, std::string_view title)
      : page_(page), metadata_(metadata), title_(title), rows_(page.blocks.size()) {}

  std::vector<BlockFeatures> take() {
    if (rows_.empty()) return {};
    weigh_tags();
    sum_elements();
    find_holder(spine_part, spine_);
    find_holder(trunk_part, trunk_);
    gather_kin();
    gather_sections();
    count_copies();
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      measure_own(k);
      measure_place(k);
    }
    measure_order();
    for (std::size_t k = 0; k < rows_.size(); ++k) measure_neighbours(k);
    return std::move(rows_);
  }

 private:
  /// Writes one feature after the other, in the order of feature_names.
  class Cursor {
   public:
    Cursor(BlockFeatures& row, std::size_t first) : row_(row), at_(first) {}
    Cursor& operator<<(double value) {
      row_[at_++] = static_cast<float>(value);
      return *this;
    }

   private:
    BlockFeatures& row_;
    std::size_t at_;
  };

  const Element& element(const Block& block) const { return page_.elements[block.element]; }
  const Element& parent(const Element& one) const { return page_.elements[one.parent]; }
  static std::uint32_t bytes(const Block& block) { return block.text.end - block.text.start; }
  static double link_share(const Block& block) { return share(block.link_bytes, bytes(block)); }
  bool is_comment(const Block& block) const {
    return page_.elements[block.inner].above[static_cast<std::size_t>(ClassKind::comment)] <=
           comment_levels;
  }
  bool is_beside(const Block& block) const {
    constexpr std::uint32_t beside = inside_aside | inside_nav | inside_footer | inside_hidden;
    return (page_.elements[block.inner].inside & beside) != 0;
  }
  /// A long block where articles stand: neither a comment nor beside the article by its tags.
  bool is_weighty(const Block& block) const {
    return is_long(block) && (!trust_tags_ || !is_beside(block)) &&
           (!trust_classes_ || !is_comment(block));
  }
  /// Where tags or classes leave next to nothing of a page (all of it stands in one `aside`, is hidden until a script runs, or has a class
  /// "comments" above it), they are not trusted. Comments may well be longer than the article.
  void weigh_tags() {
    std::uint32_t no_comments = 0, not_beside = 0;
    for (const Block& block : page_.blocks) {
      if (!is_long(block) || is_comment(block)) continue;
      no_comments += bytes(block);
      if (!is_beside(block)) not_beside += bytes(block);
    }
    trust_classes_ = no_comments >= least_article;
    trust_tags_ = not_beside >= least_by_tags * no_comments;
  }
  static bool is_long(const Block& block) {
    return bytes(block) >= long_bytes && link_share(block) < long_link_share;
  }
  std::uint64_t kin_key(const Block& block) const {
    const Element& one = element(block);
    return one.signature * 31 + parent(one).signature;
  }

  void sum_elements() {
    sums_.resize(page_.elements.size());
    for (const Block& block : page_.blocks) {
      Sums& sum = sums_[block.element];
      sum.bytes += bytes(block);
      sum.link_bytes += block.link_bytes;
      if (is_weighty(block)) sum.long_bytes += bytes(block);
    }
    for (std::size_t k = sums_.size(); k-- > 1;) {  // Parents stand before what they hold.
      Sums& above = sums_[page_.elements[k].parent];
      above.bytes += sums_[k].bytes;
      above.link_bytes += sums_[k].link_bytes;
      above.long_bytes += sums_[k].long_bytes;
    }
  }

  /// The deepest element that holds more than a part of the page's long blocks.
  struct Holder {
    std::uint32_t element = 0;
    std::vector<std::uint32_t>
        level;  ///< Of each element: the level of its last ancestor on the way to the holder.
  };

  void find_holder(double part, Holder& holder) {
    const std::vector<Element>& elements = page_.elements;
    holder.level.assign(elements.size(), 0);
    for (std::size_t k = 1; k < elements.size(); ++k) {
      const Element& one = elements[k];
      const bool on_way =
          one.parent == holder.element && sums_[k].long_bytes > part * sums_[0].long_bytes;
      if (on_way) holder.element = static_cast<std::uint32_t>(k);
      holder.level[k] = on_way ? one.level : holder.level[one.parent];
    }
  }

  void measure_holder(std::size_t k, const Holder& holder, std::size_t first) {
    const Block& block = page_.blocks[k];
    const std::uint32_t level = page_.elements[holder.element].level;
    Cursor(rows_[k], first) << share(sums_[holder.element].long_bytes, sums_[0].long_bytes)
                            << level - holder.level[block.element]
                            << (holder.level[block.element] == level
                                    ? static_cast<double>(element(block).level) - level
                                    : none);
  }

  void gather_kin() {
    for (const Block& block : page_.blocks) {
      Kin& kin = kin_[kin_key(block)];
      ++kin.count;
      kin.bytes += bytes(block);
      if (is_weighty(block)) kin.long_bytes += bytes(block);
    }
  }

  bool is_heading(const Block& block) const {
    return heading_level(page_.tag(block)) > 0 ||
           (bytes(block) < 60 && block.bold_bytes == bytes(block));
  }

  void gather_sections() {
    sections_.emplace_back();
    for (const Block& block : page_.blocks) {
      if (is_heading(block)) {
        sections_.emplace_back();
        sections_.back().phrase = starts_with_phrase(page_[block]);
      } else {
        Section& section = sections_.back();
        ++section.blocks;
        section.bytes += bytes(block);
        section.link_bytes += block.link_bytes;
        if (is_long(block)) section.long_bytes += bytes(block);
      }
      section_of_.push_back(sections_.size() - 1);
    }
  }

  void count_copies() {
    for (const Block& block : page_.blocks) ++copies_[page_[block]];
  }

  void measure_own(std::size_t k) {
    const Block& block = page_.blocks[k];
    const std::string_view text = page_[block];
    const Counts counts = count(text);
    const double words = counts.words;
    const Tag tag = page_.tag(block);
    Cursor(rows_[k], feature("bytes"))
        << logarithm(bytes(block)) << logarithm(words) << link_share(block) << block.links
        << share(block.bold_bytes, bytes(block)) << counts.stops / words << counts.commas / words
        << ends_sentence(text) << starts_upper(text) << share(counts.upper, counts.letters)
        << share(counts.digits, bytes(block)) << bytes(block) / words << tag_kind(tag)
        << heading_level(tag) << (block.inner != block.element) << starts_with_phrase(text)
        << has_copyright(text) << has_date(text) << has_byline(text) << copies_[text]
        << (bytes(block) < 400 ? share_of_words(text, title_) : 0)
        << (bytes(block) < 400 ? share_of_words(title_, text) : 0)
        << (body_.empty() ? none : body_.share(text)) << description_.share(text)
        << text.ends_with(':') << has_quotation_mark(text) << counts.bars << has_address(text);
  }

  void measure_place(std::size_t k) {
    const Block& block = page_.blocks[k];
    const Element& inner = page_.elements[block.inner];
    Cursor cursor(rows_[k], feature("article"));
    for (std::uint32_t bit = inside_article; bit <= inside_other_article; bit <<= 1U) {
      cursor << ((inner.inside & bit) != 0);
    }
    cursor << inner.level;
    for (const std::uint8_t levels : inner.above) cursor << levels;
    const Element& one = element(block);
    const Sums& all = sums_[0];
    const Sums& above = sums_[one.parent];
    const Sums& far_above = sums_[parent(one).parent];
    const Kin& kin = kin_[kin_key(block)];
    Cursor(rows_[k], feature("kin_share"))
        << share(kin.long_bytes, all.long_bytes) << logarithm(kin.count)
        << share(kin.long_bytes, kin.bytes) << share(above.long_bytes, all.long_bytes)
        << share(far_above.long_bytes, all.long_bytes);
    measure_holder(k, spine_, feature("spine_share"));
    measure_holder(k, trunk_, feature("trunk_share"));
    Cursor(rows_[k], feature("parent_link_share"))
        << share(above.link_bytes, above.bytes) << share(far_above.link_bytes, far_above.bytes);
  }

  /// What depends on the blocks before and behind: places, distances, sums of a window.
  void measure_order() {
    const std::size_t size = rows_.size();
    const std::size_t heading = title_block(page_, title_);
    measure_from_title(heading);
    std::size_t first = size, last = 0;  // Long blocks below the spine.
    for (std::size_t k = 0; k < size; ++k) {
      if (!is_weighty(page_.blocks[k]) || !in_spine(page_.blocks[k])) continue;
      first = std::min(first, k);
      last = k;
    }
    const auto text_bytes = static_cast<double>(page_.text.size());
    double long_since = 0;
    std::size_t previous = size;
    for (std::size_t k = 0; k < size; ++k) {
      const Block& block = page_.blocks[k];
      if (heading < size && k > heading && is_long(block)) long_since += bytes(block);
      const double from =
          heading == size ? -200 : static_cast<double>(k) - static_cast<double>(heading);
      Cursor(rows_[k], feature("place"))
          << share(static_cast<double>(k), static_cast<double>(size))
          << share(block.text.start, text_bytes) << std::clamp(from, -200.0, 200.0)
          << logarithm(long_since);
      Cursor(rows_[k], feature("before_first"))
          << (k < first ? logarithm(static_cast<double>(first - k)) : 0)
          << (k > last ? logarithm(static_cast<double>(k - last)) : 0);
      rows_[k][feature("from_previous_long")] =
          previous == size ? 99.0F : std::min(99.0F, static_cast<float>(k - previous));
      if (is_long(block)) previous = k;
    }
    std::size_t next = size;
    for (std::size_t k = size; k-- > 0;) {
      rows_[k][feature("from_previous_long") - 1] =
          next == size ? 99.0F : std::min(99.0F, static_cast<float>(next - k));
      if (is_long(page_.blocks[k])) next = k;
    }
    measure_windows();
  }

  /// How many levels above the title's heading is the first element that holds the block too, and how much else it holds.
  void measure_from_title(std::size_t heading) {
    const std::vector<Element>& elements = page_.elements;
    std::vector<std::uint32_t> title_level(elements.size(), 0);  // As Holder::level.
    std::vector<std::uint32_t> path;
    if (heading < rows_.size()) {
      for (std::uint32_t at = page_.blocks[heading].element; at != 0; at = elements[at].parent)
        path.push_back(at);
    }
    path.push_back(0);
    std::reverse(path.begin(), path.end());
    for (std::size_t k = 1; k < elements.size(); ++k) {
      const std::uint32_t level = elements[k].level;
      const bool on_path = level < path.size() && path[level] == k;
      title_level[k] = on_path ? level : title_level[elements[k].parent];
    }
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      const std::uint32_t level = title_level[page_.blocks[k].element];
      const Element& one = element(page_.blocks[k]);
      const Sums& above = sums_[one.parent];
      Cursor(rows_[k], feature("from_title"))
          << (heading < rows_.size() ? static_cast<double>(path.size() - 1 - level) : none)
          << share(sums_[path[level]].long_bytes, sums_[0].long_bytes)
          << ((page_.elements[page_.blocks[k].inner].inside & inside_list) != 0
                  ? share(above.link_bytes, above.bytes)
                  : none)
          << cells(page_[page_.blocks[k]]);
    }
  }

  bool in_spine(const Block& block) const {
    return spine_.level[block.element] == page_.elements[spine_.element].level;
  }

  void measure_windows() {
    std::size_t long_blocks = 0;
    for (const Block& block : page_.blocks) long_blocks += is_long(block) ? 1 : 0;
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      const std::size_t start = k > window ? k - window : 0;
      const std::size_t end = std::min(rows_.size(), k + window + 1);
      double all = 0, in_long = 0, in_links = 0, siblings = 0;
      for (std::size_t near = start; near < end; ++near) {
        const Block& block = page_.blocks[near];
        all += bytes(block);
        in_links += block.link_bytes;
        if (is_long(block)) in_long += bytes(block);
        if (element(block).parent == element(page_.blocks[k]).parent) ++siblings;
      }
      Cursor(rows_[k], feature("window_long"))
          << share(in_long, all) << share(in_links, all) << siblings
          << logarithm(static_cast<double>(long_blocks));
    }
  }

  void measure_neighbours(std::size_t k) {
    Cursor cursor(rows_[k], feature("previous_bytes"));
    const std::uint64_t key = kin_key(page_.blocks[k]);
    for (const std::ptrdiff_t step : {-1, 1}) {
      const Block* const near = neighbour(k, step);
      if (near == nullptr) {
        cursor << none << none << none << none << none;
        continue;
      }
      cursor << logarithm(bytes(*near)) << link_share(*near) << tag_kind(page_.tag(*near))
             << ends_sentence(page_[*near]) << (kin_key(*near) == key);
    }
    for (const std::ptrdiff_t step : {-2, 2}) {
      const Block* const near = neighbour(k, step);
      cursor << (near == nullptr ? none : logarithm(bytes(*near)))
             << (near == nullptr ? none : link_share(*near));
    }
    const Section& section = sections_[section_of_[k]];
    cursor << section.phrase << logarithm(section.blocks)
           << share(section.link_bytes, section.bytes) << logarithm(section.long_bytes);
  }

  const Block* neighbour(std::size_t k, std::ptrdiff_t step) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(k) + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(rows_.size())) return nullptr;
    return &page_.blocks[static_cast<std::size_t>(at)];
  }

  const Blocks& page_;
  const Metadata& metadata_;
  std::string_view title_;
  std::vector<BlockFeatures> rows_;
  std::vector<Sums> sums_;
  bool trust_tags_ = true, trust_classes_ = true;
  Holder spine_, trunk_;
  std::unordered_map<std::uint64_t, Kin> kin_;
  std::vector<Section> sections_;
  std::vector<std::size_t> section_of_;
  std::unordered_map<std::string_view, std::uint32_t> copies_;
  WordGrams body_{metadata_.article.body};
  WordGrams description_{metadata_.meta("og:description").empty()
                             ? metadata_.meta("description")
                             : metadata_.meta("og:description")};
};

}  // namespace

std::vector<BlockFeatures> measure(const Blocks& page, const Metadata& metadata,
                                   std::string_view title) {
  return Measurement(page, metadata, title).take();
}

}  // namespace quoth::page
