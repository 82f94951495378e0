#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/json_ld.h"
#include "page/tree.h"

namespace quoth::page {

/// An element `time`, or another one with a date in its attributes.
struct StatedTime {
  NodeIndex node = no_node;
  std::string_view date;  ///< Of its attribute datetime or content; empty: it has none.
  bool is_published = false, is_modified = false;  ///< By itemprop or class.
};

/// What a page says of itself outside its text. Borrows the tree.
struct Metadata {
  struct Meta {
    std::string_view name, content;  ///< The name is that of property, name or itemprop.
  };

  const Tree* tree = nullptr;
  std::vector<Meta> metas;
  std::string title_element;
  std::string_view canonical, language;
  std::vector<NodeIndex> headings;  ///< h1, in document order.
  std::vector<StatedTime> times;
  std::vector<NodeIndex> authors;  ///< rel or itemprop "author".
  ArticleData article;             ///< Of JSON-LD.

  /// The content of the first meta element of the name (whose letters' case does not count) that is not empty.
  std::string_view meta(std::string_view name) const;
};

Metadata read_metadata(const Tree& tree);

}  // namespace quoth::page
