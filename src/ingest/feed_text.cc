#include "ingest/feed_text.h"

#include <utility>

#include "page/page.h"

namespace quoth::ingest {

Result<std::string> text_of_feed_html(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return std::string(html);
  auto page = page::read_fragment(html);
  if (!page) return page.error();
  return std::move(page->text);
}

}  // namespace quoth::ingest
