#include "page/title_block.h"

#include "page/tags.h"
#include "page/word_set.h"

namespace quoth::page {

std::size_t title_block(const Blocks& page, std::string_view title) {
  const std::size_t size = page.blocks.size();
  for (std::size_t k = 0; k < size && !title.empty(); ++k) {
    const Block& block = page.blocks[k];
    if (heading_level(page.tag(block)) > 0 && share_of_words(title, page[block]) > 0.7) return k;
  }
  for (std::size_t k = 0; k < size; ++k) {
    if (page.tag(page.blocks[k]) == Tag::h1) return k;
  }
  return size;
}

}  // namespace quoth::page
