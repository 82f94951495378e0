#include "database/text_body.h"

#include <zstd.h>

#include <memory>

namespace quoth::database {
namespace {

// Articles are short: a higher level gains a hundredth, and writing is not where time goes.
constexpr int level = 6;

template <typename Context, std::size_t (*release)(Context*)>
struct Release {
  void operator()(Context* context) const { release(context); }
};

}  // namespace

std::string compressed(std::string_view text) {
  thread_local const std::unique_ptr<ZSTD_CCtx, Release<ZSTD_CCtx, ZSTD_freeCCtx>> context(
      ZSTD_createCCtx());
  std::string body(ZSTD_compressBound(text.size()), '\0');
  body.resize(
      ZSTD_compressCCtx(context.get(), body.data(), body.size(), text.data(), text.size(), level));
  return body;
}

std::optional<std::string> decompressed(std::string_view body, std::size_t length) {
  thread_local const std::unique_ptr<ZSTD_DCtx, Release<ZSTD_DCtx, ZSTD_freeDCtx>> context(
      ZSTD_createDCtx());
  std::string text(length, '\0');
  const std::size_t size =
      ZSTD_decompressDCtx(context.get(), text.data(), text.size(), body.data(), body.size());
  if (ZSTD_isError(size) != 0 || size != length) return {};
  return text;
}

}  // namespace quoth::database
