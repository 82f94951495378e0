#include "ingest/json_line.h"

#include <simdjson.h>

#include <utility>

#include "text/utf8.h"

namespace quoth::ingest {
namespace {

std::string place(const std::string& path, std::size_t line) {
  return path + ":" + std::to_string(line) + ": ";
}

/// A string or number as text; nothing for null, a missing field or anything else.
std::optional<std::string> text_of(simdjson::dom::object object, const std::string& field) {
  simdjson::dom::element value;
  if (object[field].get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_number()) return simdjson::to_string(value);
  return {};
}

/// Read by whoever asked for it, on any thread; here only its place is known.
Item record_item(std::string_view line, const std::string& path, std::size_t number) {
  Item item{*Document::from_utf8(""), {}, {}, std::string(line)};
  item.facts.path = path;
  item.facts.record = number;
  return item;
}

}  // namespace

struct JsonLineParser::Impl {
  InputOptions options;
  simdjson::dom::parser parser;
};

JsonLineParser::JsonLineParser(const InputOptions& options) : impl_(std::make_unique<Impl>()) {
  impl_->options = options;
}
JsonLineParser::~JsonLineParser() = default;
JsonLineParser::JsonLineParser(JsonLineParser&&) noexcept = default;

Result<Item> JsonLineParser::parse(std::string_view line, const std::string& path,
                                   std::size_t number) {
  std::string replaced;
  if (const auto invalid = text::first_invalid(line)) {
    if (!impl_->options.replace_invalid) {
      return Error{ErrorCode::invalid_utf8,
                   place(path, number) + "byte " + std::to_string(*invalid) +
                       " of the line is not UTF-8; --replace-invalid reads on"};
    }
    replaced = text::replace_invalid(line);
    line = replaced;
  }
  simdjson::dom::object object;
  const auto error = impl_->parser.parse(line.data(), line.size()).get(object);
  if (error != simdjson::SUCCESS) {
    return Error{ErrorCode::invalid_json, place(path, number) + simdjson::error_message(error) +
                                              "; each line must be one JSON object"};
  }
  const InputOptions& options = impl_->options;
  std::string_view format;
  if (options.take_records && object["format"].get(format) == simdjson::SUCCESS &&
      format.starts_with("quoth.record/")) {
    return record_item(line, path, number);
  }
  std::string_view text;
  if (object[options.text_field].get(text) != simdjson::SUCCESS) {
    return Error{ErrorCode::invalid_json, place(path, number) + "no string in field \"" +
                                              options.text_field +
                                              "\"; name the right one with --field text=NAME"};
  }
  auto document = Document::from_utf8(std::string(text));
  if (!document)
    return Error{document.error().code, place(path, number) + document.error().message};
  Item item{*std::move(document), {}, {}};
  DocumentFacts& facts = item.facts;
  facts.path = path;
  facts.record = number;
  facts.title = text_of(object, options.title_field);
  facts.published = text_of(object, options.published_field);
  facts.url = text_of(object, options.url_field);
  const auto id = text_of(object, options.id_field);
  facts.key = id ? *id : facts.url ? *facts.url : path;
  for (const std::string& field : options.keep) {
    simdjson::dom::element value;
    if (object[field].get(value) == simdjson::SUCCESS) {
      facts.extra.emplace_back(field, simdjson::minify(value));
    }
  }
  return item;
}

}  // namespace quoth::ingest
