#include "ingest/json_feed.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace quoth::ingest {
namespace {

using simdjson::dom::element;

/// A string, or a number as text (ids are numbers at times); empty for anything else.
std::string text_of(element object, const char* key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_number() ? simdjson::to_string(value) : std::string();
}

/// 1.1 has a list of authors, 1 had one.
std::string authors_of(element object) {
  simdjson::dom::array authors;
  std::string names;
  if (object["authors"].get(authors) == simdjson::SUCCESS) {
    for (const element author : authors) {
      const std::string name = text_of(author, "name");
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
  }
  element author;
  if (names.empty() && object["author"].get(author) == simdjson::SUCCESS)
    names = text_of(author, "name");
  return names;
}

/// The rest behind `expected`, whose slashes JSON may have escaped; nothing: it stands not there.
std::optional<std::string_view> behind(std::string_view bytes, std::string_view expected) {
  for (const char c : expected) {
    if (c == '/' && bytes.starts_with('\\')) bytes.remove_prefix(1);
    if (!bytes.starts_with(c)) return {};
    bytes.remove_prefix(1);
  }
  return bytes;
}

std::string_view without_space(std::string_view bytes) {
  return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

bool states_version(std::string_view bytes) {
  bytes = without_space(bytes);
  if (!bytes.starts_with(':')) return false;
  bytes = without_space(bytes.substr(1));
  return behind(bytes, "\"https://jsonfeed.org/version/") ||
         behind(bytes, "\"http://jsonfeed.org/version/");
}

}  // namespace

struct JsonFeed::Impl {
  simdjson::dom::parser parser;
  simdjson::dom::array items;
  std::optional<simdjson::dom::array::iterator> at;
  std::string publisher, authors;
};

JsonFeed::JsonFeed(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
JsonFeed::JsonFeed(JsonFeed&&) noexcept = default;
JsonFeed::~JsonFeed() = default;

Result<JsonFeed> JsonFeed::parse(std::string_view json) {
  auto impl = std::make_unique<Impl>();
  element feed;
  if (const auto error = impl->parser.parse(json.data(), json.size()).get(feed);
      error != simdjson::SUCCESS) {
    return Error{ErrorCode::invalid_feed, simdjson::error_message(error)};
  }
  if (feed["items"].get(impl->items) != simdjson::SUCCESS) {
    return Error{ErrorCode::invalid_feed, "no list \"items\""};
  }
  impl->publisher = text_of(feed, "title");
  impl->authors = authors_of(feed);
  impl->at = impl->items.begin();
  return JsonFeed(std::move(impl));
}

std::optional<FeedEntry> JsonFeed::next() {
  if (!(*impl_->at != impl_->items.end())) return {};
  const element item = **impl_->at;
  ++*impl_->at;
  FeedEntry entry;
  entry.id = text_of(item, "id");
  entry.url = text_of(item, "url");
  if (entry.url.empty()) entry.url = text_of(item, "external_url");
  entry.title = text_of(item, "title");
  entry.published = text_of(item, "date_published");
  entry.modified = text_of(item, "date_modified");
  entry.author = authors_of(item);
  if (entry.author.empty()) entry.author = impl_->authors;
  entry.publisher = impl_->publisher;
  entry.content = text_of(item, "content_html");
  if (!entry.content.empty()) return entry;
  entry.markup = FeedEntry::Markup::plain;
  entry.content = text_of(item, "content_text");
  if (!entry.content.empty()) return entry;
  entry.is_summary = true;
  entry.content = text_of(item, "summary");
  return entry;
}

bool begins_json_feed(std::string_view first_bytes) {
  if (!without_space(first_bytes).starts_with('{')) return false;
  constexpr std::string_view key = "\"version\"";
  for (std::size_t at = first_bytes.find(key); at != std::string_view::npos;
       at = first_bytes.find(key, at + 1)) {
    if (states_version(first_bytes.substr(at + key.size()))) return true;
  }
  return false;
}

}  // namespace quoth::ingest
