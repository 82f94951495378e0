#include "page/main_text.h"

#include <algorithm>
#include <array>

#include "page/block_features.h"
#include "page/block_signs.h"
#include "page/block_trees.h"
#include "page/title_block.h"

namespace quoth::page {
namespace {

void add_paragraph(const Blocks& page, std::uint32_t index, MainText& result) {
  const std::string_view paragraph = page[page.blocks[index]];
  if (!result.text.empty()) result.text += "\n\n";
  const auto start = static_cast<std::uint32_t>(result.text.size());
  result.text += paragraph;
  result.paragraphs.push_back({start, static_cast<std::uint32_t>(result.text.size())});
  result.blocks.push_back(index);
}

constexpr std::uint32_t least_lead_bytes = 90;
// A block from this logit on is the article's: on sites that were left out of training more are missed than taken by mistake.
constexpr float least_score = -0.25F;
constexpr std::size_t most_blocks_before = 5;
constexpr int near_levels = 3;

bool is_sentence_of_article(const Blocks& page, const Block& block) {
  const Element& inner = page.elements[block.inner];
  constexpr std::uint32_t beside = inside_aside | inside_nav | inside_footer | inside_figure |
                                   inside_form | inside_hidden | inside_list | inside_other_article;
  if ((inner.inside & beside) != 0 || page.tag(block) != Tag::p) return false;
  for (const ClassKind kind :
       {ClassKind::comment, ClassKind::related, ClassKind::share, ClassKind::letter,
        ClassKind::advert, ClassKind::navigation, ClassKind::byline, ClassKind::caption}) {
    if (inner.above[static_cast<std::size_t>(kind)] <= near_levels) return false;
  }
  return block.text.end - block.text.start >= least_lead_bytes && block.links == 0 &&
         ends_sentence(page[block]);
}

using Kept = std::vector<bool>;  // Of each block.

/// A first paragraph in a box of its own, between the title and the rest.
void keep_lead(const Blocks& page, std::size_t title, Kept& kept) {
  const auto first =
      static_cast<std::size_t>(std::find(kept.begin(), kept.end(), true) - kept.begin());
  if (first == kept.size() || title >= first || first - title > most_blocks_before) return;
  for (std::size_t k = title + 1; k < first; ++k)
    kept[k] = is_sentence_of_article(page, page.blocks[k]);
}

/// The title is a fact, no part of the text.
void leave_title(const Blocks& /*page*/, std::size_t title, Kept& kept) {
  if (title < kept.size()) kept[title] = false;
}

struct Rule {
  const char* name;
  void (*apply)(const Blocks& page, std::size_t title, Kept& kept);
};
// After the trees, in this order.
constexpr std::array<Rule, 2> rules = {{{"keep_lead", keep_lead}, {"leave_title", leave_title}}};

}  // namespace

MainText main_text(const Blocks& page, const Metadata& metadata, std::string_view title) {
  const std::vector<BlockFeatures> rows = measure(page, metadata, title);
  const BlockTrees& trees = BlockTrees::table();
  Kept kept(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) kept[k] = trees.score(rows[k]) > least_score;
  const std::size_t heading = title_block(page, title);
  for (const Rule& rule : rules) rule.apply(page, heading, kept);
  MainText result;
  for (std::uint32_t k = 0; k < rows.size(); ++k) {
    if (kept[k]) add_paragraph(page, k, result);
  }
  return result;
}

MainText whole_text(const Blocks& page) {
  MainText result;
  for (std::uint32_t k = 0; k < page.blocks.size(); ++k) add_paragraph(page, k, result);
  return result;
}

}  // namespace quoth::page
