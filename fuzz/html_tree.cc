// Bytes taken for a page and for a piece of one: the tree is gumbo's, to the last element, attribute and character. Dialect::gumbo leaves
// no more to leave out than src/page/gumbo_twin.h does.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/gumbo_twin.h"
#include "page/tree.h"

namespace {

using namespace quoth::page;

void check(const std::string& html, Tree::Extent extent) {
  const auto tree = Tree::parse(html, extent, Dialect::gumbo);
  if (!tree) return;
  const std::string ours = outline_of(*tree), theirs = GumboTwin(html, extent).outline();
  if (ours == theirs) return;
  std::fprintf(stderr, "ours  %s\ngumbo %s\n", ours.c_str(), theirs.c_str());
  __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto html = comparable(bytes);
  if (!html) return 0;
  check(*html, Tree::Extent::page);
  check(*html, Tree::Extent::fragment);
  return 0;
}
