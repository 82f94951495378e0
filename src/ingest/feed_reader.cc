#include "ingest/feed_reader.h"

#include <algorithm>
#include <utility>

#include "ingest/decoding.h"
#include "ingest/feed_date.h"
#include "ingest/feed_text.h"
#include "ingest/json_feed.h"
#include "ingest/xml_feed.h"
#include "text/charset.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace quoth::ingest {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view space = " \t\r\n";

std::string_view without_space(std::string_view bytes) {
  return bytes.substr(std::min(bytes.find_first_not_of(space), bytes.size()));
}

/// Skips what opens with `open` up to behind `close`; false where it does not stand there.
bool skip(std::string_view& bytes, std::string_view open, std::string_view close) {
  if (!bytes.starts_with(open)) return false;
  const std::size_t end = bytes.find(close, open.size());
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + close.size());
  return true;
}

/// The name of the first element.
std::string_view root_name(std::string_view bytes) {
  while (true) {
    bytes = without_space(bytes);
    if (skip(bytes, "<?", "?>") || skip(bytes, "<!--", "-->")) continue;
    if (bytes.starts_with("<!DOCTYPE")) {
      // Declarations of its own stand in square brackets.
      const std::size_t bracket = bytes.find('[');
      const bool has_own = bracket < bytes.find('>');
      skip(bytes, "<!", has_own ? "]" : ">");
      if (has_own) skip(bytes, "", ">");
      continue;
    }
    if (!bytes.starts_with('<')) return {};
    bytes.remove_prefix(1);
    return bytes.substr(0, bytes.find_first_of(" \t\r\n/>"));
  }
}

bool is_wide(std::string_view encoding) {
  return text::is_family_of("UTF-16", encoding) || text::is_family_of("UTF-32", encoding);
}

/// What the XML declaration says: <?xml version="1.0" encoding="windows-1252"?>. Empty: nothing.
std::string_view declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  declaration.remove_prefix(at + std::string_view("encoding").size());
  const std::size_t open = declaration.find_first_of("\"'");
  if (open == std::string_view::npos) return {};
  const std::string_view value = declaration.substr(open + 1);
  return value.substr(0, value.find(declaration[open]));
}

std::optional<std::string> known(std::string value) {
  return value.empty() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace

bool looks_like_feed(std::string_view first_bytes) {
  std::string converted;
  const std::string mark(text::encoding_by_byte_order_mark(first_bytes));
  if (is_wide(mark)) {
    const auto text = text::to_utf8(first_bytes, mark, text::Malformed::replace);
    if (!text) return false;
    converted = *text;
    first_bytes = converted;
  }
  if (first_bytes.starts_with(utf8_mark)) first_bytes.remove_prefix(utf8_mark.size());
  const std::string_view root = root_name(first_bytes);
  const std::string_view name =
      root.substr(root.find(':') == std::string_view::npos ? 0 : root.find(':') + 1);
  return name == "rss" || name == "feed" || name == "RDF" || begins_json_feed(first_bytes);
}

struct FeedReader::Impl {
  Impl(ByteSource& bytes, std::string name, InputOptions how)
      : source(bytes), path(std::move(name)), options(std::move(how)) {}

  ByteSource& source;
  std::string path;
  InputOptions options;
  std::optional<XmlFeed> xml;
  std::optional<JsonFeed> json;
  std::size_t number = 0;
  bool is_open = false, is_done = false;

  std::optional<Error> open();
  Result<std::string> to_utf8(std::string bytes) const;
  std::optional<FeedEntry> next_entry();
  Result<Item> item(FeedEntry entry) const;
  Error failed(const Error& error) const { return {error.code, path + ": " + error.message}; }
  Error entry_failed(ErrorCode code, const std::string& message) const {
    return {code, path + ": entry " + std::to_string(number) + ": " + message};
  }
};

Result<std::string> FeedReader::Impl::to_utf8(std::string bytes) const {
  InputOptions how = options;
  const bool has_mark = !text::encoding_by_byte_order_mark(bytes).empty();
  const std::string_view declared = declared_encoding(bytes);
  // A declaration that can be read as such is of no encoding in two bytes, whatever it says.
  const bool is_believed =
      !has_mark && !declared.empty() && !is_wide(text::charset_of_label(declared));
  if (is_believed && (how.encoding.empty() || is_to_detect(how))) how.encoding = declared;
  auto text = decoded(std::move(bytes), how);
  if (!text) return text.error();
  if (const auto invalid = text::first_invalid(*text)) {
    return Error{ErrorCode::invalid_utf8,
                 "byte " + std::to_string(*invalid) +
                     " is not valid UTF-8; --encoding NAME, or --replace-invalid reads on"};
  }
  if (text->starts_with(utf8_mark)) text->erase(0, utf8_mark.size());
  return text;
}

std::optional<Error> FeedReader::Impl::open() {
  std::string bytes;
  if (!source.read_all(bytes, max_bytes)) {
    return failed(
        {ErrorCode::document_too_large,
         "the feed is larger than " + std::to_string(max_bytes) + " bytes (64 MiB); split it"});
  }
  if (source.failed()) return failed({ErrorCode::file_unreadable, "reading failed; try again"});
  auto text = to_utf8(std::move(bytes));
  if (!text) return failed(text.error());
  if (without_space(*text).starts_with('{')) {
    auto parsed = JsonFeed::parse(*text);
    if (!parsed) return failed(parsed.error());
    json.emplace(*std::move(parsed));
    return {};
  }
  auto parsed = XmlFeed::parse(*std::move(text));
  if (!parsed) return failed(parsed.error());
  xml.emplace(*std::move(parsed));
  return {};
}

std::optional<FeedEntry> FeedReader::Impl::next_entry() {
  return json ? json->next() : xml->next();
}

Result<Item> FeedReader::Impl::item(FeedEntry entry) const {
  if (entry.content.find_first_not_of(space) == std::string::npos) {
    return entry_failed(ErrorCode::invalid_feed, "it has no text");
  }
  if (entry.markup == FeedEntry::Markup::html) {
    auto text = text_of_feed_html(entry.content);
    if (!text) return entry_failed(text.error().code, text.error().message);
    entry.content = *std::move(text);
  }
  auto document = Document::from_utf8(text::replace_invalid(entry.content));
  if (!document) return entry_failed(document.error().code, document.error().message);
  Item item{*std::move(document), {}, {}};
  DocumentFacts& facts = item.facts;
  facts.path = text::replace_invalid(path);
  facts.record = number;
  facts.text_is_made = true;
  facts.title = known(std::move(entry.title));
  facts.author = known(std::move(entry.author));
  facts.publisher = known(std::move(entry.publisher));
  facts.url = known(std::move(entry.url));
  facts.published = day_of_feed_date(entry.published);
  facts.modified = day_of_feed_date(entry.modified);
  facts.key = !entry.id.empty() ? entry.id : facts.url ? *facts.url : facts.path;
  if (entry.is_summary) facts.notes.emplace_back("summary_only");
  return item;
}

FeedReader::FeedReader(ByteSource& source, std::string path, InputOptions options)
    : impl_(std::make_unique<Impl>(source, std::move(path), std::move(options))) {}
FeedReader::~FeedReader() = default;

std::optional<Result<Item>> FeedReader::next() {
  if (impl_->is_done) return {};
  if (!impl_->is_open) {
    impl_->is_open = true;
    if (auto error = impl_->open()) {
      impl_->is_done = true;
      return *std::move(error);
    }
  }
  if (auto entry = impl_->next_entry()) {
    ++impl_->number;
    return impl_->item(*std::move(entry));
  }
  impl_->is_done = true;
  if (impl_->xml) {
    if (auto fault = impl_->xml->fault()) return impl_->failed(*fault);
  }
  return {};
}

}  // namespace quoth::ingest
