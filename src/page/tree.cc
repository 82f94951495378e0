#include "page/tree.h"

#include <string>
#include <utility>

#include "page/arena.h"
#include "page/markup_limits.h"

namespace quoth::page {
namespace {

// What a tree may take: articles need 5 to 20 bytes a byte of markup, mostly tags with attributes 30.
constexpr std::size_t budget_least = std::size_t{32} << 20U;
constexpr std::size_t budget_a_byte = 64;

void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); }
void release(void* /*arena*/, void* /*memory*/) {}

}  // namespace

Tree::Tree(std::unique_ptr<Arena> arena, const GumboNode* root) noexcept
    : arena_(std::move(arena)), root_(root) {}
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

Result<Tree> Tree::parse(std::string_view html, Extent extent) {
  if (auto error = markup_beyond_limits(html)) return *std::move(error);
  auto arena = std::make_unique<Arena>(budget_least + budget_a_byte * html.size());
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = arena.get();
  options.max_errors = 0;
  if (extent == Extent::fragment) options.fragment_context = GUMBO_TAG_DIV;
  try {
    const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    return Tree(std::move(arena), output->root);
  } catch (const std::bad_alloc&) {
    if (!arena->exhausted()) throw;
    return Error{ErrorCode::page_too_large,
                 "the page's tags multiply beyond 32 MiB and 64 bytes a byte; it is no article"};
  }
}

}  // namespace quoth::page
