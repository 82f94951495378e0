#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "page/tag.h"

namespace quoth::page {

/// The attributes that somebody asks for; the others are passed over. Alphabetical, as attribute_names.
enum class AttributeName : std::uint8_t {
  class_,
  color,
  content,
  datetime,
  encoding,
  face,
  hidden,
  href,
  id,
  itemprop,
  lang,
  name,
  property,
  pubdate,
  rel,
  role,
  size,
  style,
  type,
  xml_lang,
};

constexpr std::array<std::string_view, 20> attribute_names = {
    "class", "color", "content",  "datetime", "encoding", "face",     "hidden",
    "href",  "id",    "itemprop", "lang",     "name",     "property", "pubdate",
    "rel",   "role",  "size",     "style",    "type",     "xml:lang"};
constexpr std::size_t attribute_count = attribute_names.size();
static_assert(static_cast<std::size_t>(AttributeName::xml_lang) + 1 == attribute_count);

/// Whether somebody asks for the attribute of such an element. What no tree keeps may still matter while it is built.
constexpr bool is_kept(AttributeName name, Tag tag) noexcept {
  switch (name) {
    case AttributeName::href:
      return tag == Tag::link;
    case AttributeName::name:
    case AttributeName::property:
      return tag == Tag::meta;
    case AttributeName::type:
      return tag == Tag::script;
    case AttributeName::encoding:
      return tag == Tag::annotation_xml;
    case AttributeName::lang:
    case AttributeName::xml_lang:
      return tag == Tag::html;
    case AttributeName::color:
    case AttributeName::face:
    case AttributeName::size:
      return false;
    default:
      return true;
  }
}

/// An attribute of an element. The value's references are read; it lives as long as what made it.
struct Attribute {
  AttributeName name{};
  std::string_view value;
};

}  // namespace quoth::page
