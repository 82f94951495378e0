#pragma once

#include <span>
#include <string_view>

namespace quoth::server {

/// A file of the web page (web/dist), as it lies in the program. All views live as long as the program does.
struct EmbeddedFile {
  std::string_view path;   ///< As a browser asks for it: "/index.html", "/assets/index-Bx1.js".
  std::string_view type;   ///< Media type, of text with its charset.
  std::string_view bytes;  ///< The file, not compressed.
  std::string_view etag;   ///< Strong, in its quotation marks: of the bytes' SHA-256.
};

/// All files of the page, by path in byte order; empty where web/dist was when the program was built. Safe from any thread.
std::span<const EmbeddedFile> embedded_page() noexcept;

}  // namespace quoth::server
