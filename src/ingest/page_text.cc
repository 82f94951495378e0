#include "ingest/page_text.h"

#include <string>
#include <utility>

#include "page/page.h"
#include "text/charset.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

/// As browsers read it: malformed bytes are replaced, and an encoding of an unknown name is none.
std::string page_utf8(std::string_view bytes, std::string_view content_type,
                      const InputOptions& options) {
  std::string charset = options.encoding;
  if (charset.empty()) charset = page::stated_charset(bytes, std::string_view(content_type));
  if (!charset.empty()) {
    auto text = text::to_utf8(bytes, charset, text::Malformed::replace);
    if (text) return *std::move(text);
  }
  if (text::first_invalid(bytes)) {
    const std::string detected = text::detected_charset(bytes);
    auto text = text::to_utf8(bytes, detected, text::Malformed::replace);
    if (text) return *std::move(text);
  }
  return text::replace_invalid(bytes);
}

}  // namespace

Result<Item> page_item(std::string_view bytes, std::string_view url, std::string_view content_type,
                       const InputOptions& options) {
  auto page = page::read_page(page_utf8(bytes, content_type, options), url);
  if (!page) return page.error();
  auto document = Document::from_utf8(std::move(page->text));
  if (!document) return document.error();
  Item item{*std::move(document), {}};
  DocumentFacts& facts = item.facts;
  facts.title = std::move(page->title);
  facts.author = std::move(page->author);
  facts.publisher = std::move(page->publisher);
  facts.published = std::move(page->published);
  facts.modified = std::move(page->modified);
  facts.url = std::move(page->url);
  facts.pull_quotes = std::move(page->pull_quotes);
  facts.text_is_made = true;
  return item;
}

}  // namespace quoth::ingest
