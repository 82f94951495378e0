#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/blocks.h"
#include "page/metadata.h"
#include "quoth/document.h"

namespace quoth::page {

/// The article's blocks put together.
struct MainText {
  std::string text;                   ///< Paragraphs parted by an empty line.
  std::vector<Span> paragraphs;       ///< Of text, in bytes.
  std::vector<std::uint32_t> blocks;  ///< The paragraphs' blocks, by index.
};

/// The blocks that the trees take for the article's; empty where there is none. `title`: the article's, or empty.
MainText main_text(const Blocks& page, const Metadata& metadata, std::string_view title);

/// All blocks.
MainText whole_text(const Blocks& page);

}  // namespace quoth::page
