#include "page/page.h"

#include <utility>

#include "page/authors.h"
#include "page/blocks.h"
#include "page/main_text.h"
#include "page/metadata.h"
#include "page/page_dates.h"
#include "page/pull_quotes.h"
#include "page/spacing.h"
#include "page/title.h"
#include "page/tree.h"

namespace quoth::page {
namespace {

std::optional<std::string> language_of(const Metadata& metadata) {
  for (const std::string_view stated :
       {metadata.language, std::string_view(metadata.article.language), metadata.meta("og:locale"),
        metadata.meta("language")}) {
    std::string language = spaced(stated);
    if (language.empty() || language.size() > 16) continue;
    for (char& byte : language) {
      if (byte == '_') byte = '-';
    }
    return language;
  }
  return {};
}

std::optional<std::string> address_of(const Metadata& metadata, std::string_view url) {
  for (const std::string_view stated : {metadata.canonical, metadata.meta("og:url"), url}) {
    std::string address = spaced(stated);
    if (address.starts_with("http")) return address;
  }
  return url.empty() ? std::nullopt : std::optional<std::string>(url);
}

Page facts_of(const Blocks& blocks, const Metadata& metadata, std::string_view url) {
  Page page;
  page.title = find_title(metadata);
  page.author = find_author(blocks, metadata);
  page.publisher = find_publisher(metadata);
  page.url = address_of(metadata, url);
  page.language = language_of(metadata);
  const std::string address = page.url.value_or("");
  const DateClues clues{blocks, metadata, url.empty() ? std::string_view(address) : url,
                        page.title ? *page.title : std::string_view{},
                        day_order(blocks, page.language.value_or(""), address)};
  page.published = find_published(clues);
  page.modified = find_modified(clues);
  return page;
}

Result<Page> finished(Page page, const Blocks& blocks, MainText text) {
  if (text.text.empty()) {
    return Error{ErrorCode::no_main_text,
                 "the page holds no article's text; a page that scripts fill has to be saved after "
                 "they ran"};
  }
  page.pull_quotes = find_pull_quotes(blocks, text);
  page.text = std::move(text.text);
  return page;
}

}  // namespace

Result<Page> read_page(std::string_view html, std::string_view url) {
  const auto tree = Tree::parse(html, Tree::Extent::page);
  if (!tree) return tree.error();
  const Metadata metadata = read_metadata(*tree);
  const Blocks blocks = flatten(*tree);
  Page page = facts_of(blocks, metadata, url);
  MainText text = main_text(blocks, metadata, page.title.value_or(""));
  return finished(std::move(page), blocks, std::move(text));
}

Result<Page> read_fragment(std::string_view html) {
  const auto tree = Tree::parse(html, Tree::Extent::fragment);
  if (!tree) return tree.error();
  const Metadata metadata = read_metadata(*tree);
  const Blocks blocks = flatten(*tree);
  return finished(facts_of(blocks, metadata, {}), blocks, whole_text(blocks));
}

}  // namespace quoth::page
