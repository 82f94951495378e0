#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "quoth/result.h"

namespace quoth::page {

/// What an article's page holds. Owns all of it. Everything is valid UTF-8 without markup.
struct Page {
  std::string text;  ///< Paragraphs parted by an empty line; cells of a table's row by a tab.
  std::optional<std::string> title, author, publisher;
  std::optional<std::string> published, modified;  ///< ISO dates at their own precision: "2019-11".
  std::optional<std::string> url;       ///< The canonical one that the page states, else as given.
  std::optional<std::string> language;  ///< As the page states it: "en-GB".
  std::vector<Span> pull_quotes;  ///< Of text, in bytes: sentences of the article set apart again.
};

/// The charset that a page states, in lower case: the HTTP header's (the value of Content-Type), the byte order mark's, or that
/// of a meta element in the first 1,024 bytes (the prescan of the HTML standard); empty where none does.
std::string stated_charset(std::string_view bytes, std::string_view content_type_header);

/// Main text and facts of an article's page. `html` is UTF-8 (malformed bytes become U+FFFD); `url` may be empty. The answer depends on
/// both alone. Fails with page_too_large (more than 16 MiB, or more tags or deeper nesting than any article has) or no_main_text.
Result<Page> read_page(std::string_view html, std::string_view url);

/// Text and facts of a piece of HTML that is all article, as a feed brings it: nothing is sorted out but scripts and the like.
/// Fails as read_page does.
Result<Page> read_fragment(std::string_view html);

}  // namespace quoth::page
