#pragma once

#include <gumbo.h>

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
  const GumboNode* node = nullptr;
  std::string_view date;  ///< Of its attribute datetime or content; empty: it has none.
  bool is_published = false, is_modified = false;  ///< By itemprop or class.
};

/// What a page says of itself outside its text. Borrows the tree.
struct Metadata {
  struct Meta {
    std::string_view name, content;  ///< The name is that of property, name or itemprop.
  };

  std::vector<Meta> metas;
  std::string title_element;
  std::string_view canonical, language;
  std::vector<const GumboNode*> headings;  ///< h1, in document order.
  std::vector<StatedTime> times;
  std::vector<const GumboNode*> authors;  ///< rel or itemprop "author".
  ArticleData article;                    ///< Of JSON-LD.

  /// The content of the first meta element of the name (whose letters' case does not count) that is not empty.
  std::string_view meta(std::string_view name) const;
};

Metadata read_metadata(const Tree& tree);

}  // namespace quoth::page
