#include "server/gzip.h"

#include <libdeflate.h>

#include <memory>

namespace quoth::server {
namespace {

constexpr int fast = 4;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const noexcept {
    libdeflate_free_compressor(compressor);
  }
};

}  // namespace

std::optional<std::string> gzipped(std::string_view bytes) {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(fast));
  if (compressor == nullptr || bytes.empty()) return {};
  std::string packed(bytes.size() - 1, '\0');
  const std::size_t size = libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(),
                                                    packed.data(), packed.size());
  if (size == 0) return {};
  packed.resize(size);
  packed.shrink_to_fit();
  return packed;
}

}  // namespace quoth::server
