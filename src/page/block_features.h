#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "page/blocks.h"
#include "page/metadata.h"

namespace quoth::page {

/// What is measured of a block, in this order; the trees of data/page/block_trees.txt refer to it by number, so names are
/// only added at the end, or the trees are learnt anew (training/page_blocks).
constexpr auto feature_names = std::to_array<std::string_view>({
    // The block itself.
    "bytes",
    "words",
    "link_share",
    "links",
    "bold_share",
    "stops_a_word",
    "commas_a_word",
    "ends_sentence",
    "starts_upper",
    "upper_share",
    "digit_share",
    "word_bytes",
    "tag",
    "heading",
    "inline_inner",
    "phrase",
    "sign_c",
    "has_date",
    "has_by",
    "copies",
    "title_share",
    "share_of_title",
    "in_body_data",
    "in_description",
    "ends_colon",
    "quote_mark",
    "bars",
    "address",
    // Where it stands.
    "article",
    "main",
    "aside",
    "nav",
    "footer",
    "header",
    "figure",
    "form",
    "blockquote",
    "list",
    "table",
    "hidden",
    "body_property",
    "other_article",
    "level",
    "near_body",
    "near_comment",
    "near_related",
    "near_share",
    "near_letter",
    "near_advert",
    "near_navigation",
    "near_byline",
    "near_caption",
    "near_tags",
    "near_title",
    "near_quotation",
    // The page around it.
    "place",
    "text_place",
    "from_heading",
    "since_heading_text",
    "kin_share",
    "kin_count",
    "kin_long",
    "parent_share",
    "grandparent_share",
    "spine_share",
    "from_spine",
    "in_spine",
    "parent_link_share",
    "grandparent_link_share",
    "before_first",
    "after_last",
    "to_next_long",
    "from_previous_long",
    "window_long",
    "window_links",
    "siblings",
    "page_long_blocks",
    // Its neighbours.
    "previous_bytes",
    "previous_link_share",
    "previous_tag",
    "previous_ends_sentence",
    "previous_same_kin",
    "next_bytes",
    "next_link_share",
    "next_tag",
    "next_ends_sentence",
    "next_same_kin",
    "second_previous_bytes",
    "second_previous_link_share",
    "second_next_bytes",
    "second_next_link_share",
    "section_heading_phrase",
    "section_blocks",
    "section_link_share",
    "section_long",
    // Which part of the page holds it and the title.
    "from_title",
    "title_part_share",
    "list_link_share",
    "cells",
    // As spine_share, from_spine, in_spine, of an element that holds more of the long blocks.
    "trunk_share",
    "from_trunk",
    "in_trunk",
});
constexpr std::size_t feature_count = feature_names.size();

/// The number of a feature; does not compile for a name that is none.
consteval std::size_t feature(std::string_view name) {
  std::size_t index = 0;
  while (feature_names.at(index) != name) ++index;
  return index;
}

using BlockFeatures = std::array<float, feature_count>;

/// One row a block. `title`: the article's, or empty.
std::vector<BlockFeatures> measure(const Blocks& page, const Metadata& metadata,
                                   std::string_view title);

}  // namespace quoth::page
