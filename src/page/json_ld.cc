#include "page/json_ld.h"

#include <simdjson.h>

#include <algorithm>

#include "page/spacing.h"

namespace quoth::page {
namespace {

namespace dom = simdjson::dom;

// How deep an article may stand in lists and in "@graph", "mainEntity" ….
constexpr int most_levels = 4;

std::string_view string_of(dom::element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::string_view field(dom::object object, const char* name) {
  dom::element value;
  return object[name].get(value) == simdjson::SUCCESS ? string_of(value) : std::string_view{};
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report");
}

bool is_article(dom::object object) {
  dom::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  dom::array types;
  if (type.get(types) != simdjson::SUCCESS) return is_article_type(string_of(type));
  return std::any_of(types.begin(), types.end(),
                     [](dom::element one) { return is_article_type(string_of(one)); });
}

/// Names of a person or organisation, or of several: a string, an object with "name", a list.
void add_names(dom::element value, std::string& names, int levels = 2) {
  dom::array list;
  dom::object object;
  if (value.get(list) == simdjson::SUCCESS) {
    if (levels > 0) {
      for (const dom::element one : list) add_names(one, names, levels - 1);
    }
    return;
  }
  if (value.get(object) == simdjson::SUCCESS) {
    if (object["name"].get(value) != simdjson::SUCCESS) return;
    if (value.is_array()) return add_names(value, names, 0);
  }
  const std::string name = spaced(without_references(string_of(value)));
  if (name.empty()) return;
  if (!names.empty()) names += ", ";
  names += name;
}

void fill(std::string& known, std::string_view value) {
  if (known.empty()) known = spaced(without_references(value));
}

void fill_names(std::string& known, dom::object object, const char* name) {
  dom::element value;
  if (known.empty() && object[name].get(value) == simdjson::SUCCESS) add_names(value, known);
}

void read_article(dom::object object, ArticleData& article) {
  fill(article.headline, field(object, "headline"));
  fill(article.body, field(object, "articleBody"));
  fill(article.published, field(object, "datePublished"));
  fill(article.modified, field(object, "dateModified"));
  fill(article.language, field(object, "inLanguage"));
  fill_names(article.author, object, "author");
  fill_names(article.publisher, object, "publisher");
}

void search(dom::element value, ArticleData& article, int levels) {
  dom::array list;
  dom::object object;
  if (value.get(list) == simdjson::SUCCESS) {
    if (levels == 0) return;
    for (const dom::element one : list) search(one, article, levels - 1);
  } else if (value.get(object) == simdjson::SUCCESS) {
    if (is_article(object)) read_article(object, article);
    for (const char* const name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      dom::element below;
      if (levels > 0 && object[name].get(below) == simdjson::SUCCESS) {
        search(below, article, levels - 1);
      }
    }
  }
}

}  // namespace

struct JsonLdReader::Impl {
  dom::parser parser;
  std::string text;
};

JsonLdReader::JsonLdReader() : impl_(std::make_unique<Impl>()) {}
JsonLdReader::~JsonLdReader() = default;

void JsonLdReader::read(std::string_view script, ArticleData& article) {
  const std::size_t start = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (start == std::string_view::npos || end == std::string_view::npos || end < start) return;
  // Line feeds inside strings are the commonest fault of such scripts.
  std::string& text = impl_->text;
  text.assign(script.substr(start, end - start + 1));
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20; },
      ' ');
  dom::element value;
  if (impl_->parser.parse(text).get(value) == simdjson::SUCCESS)
    search(value, article, most_levels);
}

}  // namespace quoth::page
