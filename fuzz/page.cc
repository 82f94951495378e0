// Bytes taken for a page, for a piece of one, and for its first bytes: what is read is valid UTF-8, spans lie inside the text, and the same
// bytes give the same answer twice.

#include "page/page.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace {

using namespace quoth;

void check(const std::optional<std::string>& fact) {
  if (fact && text::first_invalid(*fact)) __builtin_trap();
}

void check(const Result<page::Page>& page, const Result<page::Page>& again) {
  if (page.has_value() != again.has_value()) __builtin_trap();
  if (!page) return;
  if (page->text != again->text || page->published != again->published) __builtin_trap();
  if (page->text.empty() || text::first_invalid(page->text)) __builtin_trap();
  for (const auto* const fact : {&page->title, &page->author, &page->publisher, &page->published,
                                 &page->modified, &page->url, &page->language}) {
    check(*fact);
  }
  for (const Span span : page->pull_quotes) {
    if (span.start >= span.end || span.end > page->text.size()) __builtin_trap();
    if (!text::starts_sequence(page->text[span.start])) __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  page::stated_charset(bytes, bytes.substr(0, 64));
  check(page::read_page(bytes, "https://site.example/2019/11/05/a"),
        page::read_page(bytes, "https://site.example/2019/11/05/a"));
  check(page::read_fragment(bytes), page::read_fragment(bytes));
  return 0;
}
