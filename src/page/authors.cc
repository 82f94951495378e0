#include "page/authors.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "page/block_signs.h"
#include "page/spacing.h"

namespace quoth::page {
namespace {

constexpr std::size_t longest_author = 120;
constexpr int near_levels = 3;

/// Without "By" and what is no name: an address, a link.
std::string cleaned(std::string_view text) {
  std::string author = spaced(text);
  for (const std::string_view start : {"By ", "BY ", "by ", "Author: ", "Written by "}) {
    if (author.starts_with(start)) author.erase(0, start.size());
  }
  const bool is_address =
      author.find("://") != std::string::npos || author.find('@') != std::string::npos;
  if (is_address || author.size() > longest_author || author.size() < 2) return {};
  return author;
}

std::string json_ld(const Blocks& /*blocks*/, const Metadata& metadata) {
  return cleaned(metadata.article.author);
}

std::string meta(const Blocks& /*blocks*/, const Metadata& metadata) {
  for (const char* const name : {"author", "article:author", "parsely-author", "sailthru.author",
                                 "dc.creator", "dcterms.creator", "byl", "citation_author"}) {
    std::string author = cleaned(metadata.meta(name));
    if (!author.empty()) return author;
  }
  return {};
}

std::string property(const Blocks& /*blocks*/, const Metadata& metadata) {
  for (const NodeIndex node : metadata.authors) {
    std::string author = cleaned(text_of(*metadata.tree, node));
    if (!author.empty()) return author;
  }
  return {};
}

/// A line "By Ana Ruiz" that is none of a comment or of another article.
std::string byline(const Blocks& blocks, const Metadata& /*metadata*/) {
  for (const Block& block : blocks.blocks) {
    const Element& inner = blocks.elements[block.inner];
    constexpr std::uint32_t beside = inside_aside | inside_nav | inside_footer;
    if ((inner.inside & beside) != 0 || !has_byline(blocks[block])) continue;
    if (inner.above[static_cast<std::size_t>(ClassKind::related)] <= near_levels) continue;
    if (ends_sentence(blocks[block])) continue;
    std::string author =
        cleaned(blocks[block].substr(0, blocks[block].find_first_of("|,\t0123456789")));
    while (author.ends_with(' ')) author.pop_back();
    if (!author.empty()) return author;
  }
  return {};
}

struct Rule {
  const char* name;
  std::string (*find)(const Blocks&, const Metadata&);
};
constexpr std::array<Rule, 4> rules = {
    {{"json_ld", json_ld}, {"meta", meta}, {"property", property}, {"byline", byline}}};

}  // namespace

std::optional<std::string> find_author(const Blocks& blocks, const Metadata& metadata) {
  for (const Rule& rule : rules) {
    std::string author = rule.find(blocks, metadata);
    if (!author.empty()) return author;
  }
  return {};
}

}  // namespace quoth::page
