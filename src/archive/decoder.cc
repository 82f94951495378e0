#include "archive/decoder.h"

#include <algorithm>
#include <array>

namespace quoth::archive {
namespace {

struct Magic {
  std::string_view bytes;
  Compression compression;
};

// The third byte of gzip is the method, of which there is one.
constexpr std::array<Magic, 4> magics = {{{"\x1F\x8B\x08", Compression::gzip},
                                          {"BZh", Compression::bzip2},
                                          {"\x28\xB5\x2F\xFD", Compression::zstd},
                                          {dictionary_magic, Compression::zstd}}};

}  // namespace

std::unique_ptr<Decoder> make_decoder(Compression compression) {
  switch (compression) {
    case Compression::gzip:
    case Compression::zlib:
    case Compression::deflate:
      return make_deflate_decoder(compression);
    case Compression::bzip2:
      return make_bzip2_decoder();
    case Compression::zstd:
      return make_zstd_decoder();
    case Compression::brotli:
      return make_brotli_decoder();
  }
  return nullptr;
}

std::optional<Compression> compression_by_magic(std::string_view first_bytes) noexcept {
  for (const Magic& magic : magics) {
    if (first_bytes.starts_with(magic.bytes)) return magic.compression;
  }
  return {};
}

bool may_be_magic(std::string_view first_bytes) noexcept {
  return std::any_of(magics.begin(), magics.end(),
                     [&](const Magic& magic) { return magic.bytes.starts_with(first_bytes); });
}

std::size_t find_member(std::string_view bytes, Compression compression) noexcept {
  std::size_t first = std::string_view::npos;
  for (const Magic& magic : magics) {
    if (magic.compression == compression) first = std::min(first, bytes.find(magic.bytes));
  }
  return first;
}

}  // namespace quoth::archive
