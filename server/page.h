#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/embedded_page.h"
#include "server/request.h"
#include "server/response.h"

namespace quoth::server {

/// The web page: its files, gzipped once, and the addresses that it answers by itself (a search, a person, an article …),
/// each of which is index.html. Immutable once made.
class Page {
 public:
  explicit Page(std::span<const EmbeddedFile> files);

  /// Whether a browser may be shown something here.
  bool has(const std::vector<std::string>& segments) const;

  /// REQUIRES: has(segments).
  Response answer(const std::vector<std::string>& segments, const RequestHead& head) const;

 private:
  struct File {
    EmbeddedFile plain;
    std::string gzipped;  ///< Empty: not smaller.
  };
  const File* find(const std::vector<std::string>& segments) const;
  std::vector<File> files_;
};

}  // namespace quoth::server
