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

Result<Item> with_text(Item item, const InputOptions& options) {
  if (!item.page) return item;
  DocumentFacts& facts = item.facts;
  auto page = page::read_page(page_utf8(item.page->bytes, item.page->content_type, options),
                              facts.url.value_or(""));
  if (!page) return Error{page.error().code, item.page->place + ": " + page.error().message};
  auto document = Document::from_utf8(std::move(page->text));
  if (!document)
    return Error{document.error().code, item.page->place + ": " + document.error().message};
  item.document = *std::move(document);
  facts.title = std::move(page->title);
  facts.author = std::move(page->author);
  facts.publisher = std::move(page->publisher);
  facts.published = std::move(page->published);
  facts.modified = std::move(page->modified);
  if (!facts.url) facts.url = std::move(page->url);
  if (facts.key.empty()) facts.key = facts.url ? *facts.url : facts.path;
  facts.pull_quotes = std::move(page->pull_quotes);
  facts.text_is_made = true;
  item.page.reset();
  return item;
}

}  // namespace quoth::ingest
