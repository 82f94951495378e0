#include "page/tag.h"

#include "page/name_table.h"

namespace quoth::page {
namespace {

constexpr NameTable<tag_count> table(tag_names);

}  // namespace

Tag tag_of(std::string_view name) noexcept {
  const std::size_t index = table.find(tag_names, name);
  return index == tag_count ? Tag::unknown : static_cast<Tag>(index);
}

}  // namespace quoth::page
