#include "server/page.h"

#include <algorithm>
#include <array>

#include "server/accept_encoding.h"
#include "server/etag.h"
#include "server/gzip.h"

namespace quoth::server {
namespace {

/// First segments of the page's own addresses, and how many segments follow.
struct View {
  std::string_view first;
  std::size_t more;
};
constexpr std::array<View, 6> views{
    {{"quotation", 1}, {"person", 1}, {"article", 1}, {"family", 1}, {"check", 0}, {"extract", 0}}};

bool is_view(const std::vector<std::string>& segments) {
  if (segments.empty()) return true;
  return std::any_of(views.begin(), views.end(), [&](const View& view) {
    return segments.front() == view.first && segments.size() == view.more + 1;
  });
}

// No script or style but the page's own files; no other site may frame it or be asked for anything.
constexpr const char* content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

}  // namespace

Page::Page(std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files) {
    const bool is_packed = file.type == "font/woff2" || file.type == "image/png";
    files_.push_back({file, is_packed ? std::string() : gzipped(file.bytes).value_or("")});
  }
}

const Page::File* Page::find(const std::vector<std::string>& segments) const {
  std::string path = is_view(segments) ? "/index.html" : "";
  if (path.empty()) {
    for (const std::string& segment : segments) path += "/" + segment;
  }
  const auto found = std::find_if(files_.begin(), files_.end(),
                                  [&](const File& file) { return file.plain.path == path; });
  return found == files_.end() ? nullptr : &*found;
}

bool Page::has(const std::vector<std::string>& segments) const { return find(segments) != nullptr; }

Response Page::answer(const std::vector<std::string>& segments, const RequestHead& head) const {
  const File& file = *find(segments);
  const bool is_asset = file.plain.path.substr(0, 8) == "/assets/";
  Response response;
  response.set("Content-Type", std::string(file.plain.type));
  // Names under assets hold a hash of what is in them.
  response.set("Cache-Control", is_asset ? "public, max-age=31536000, immutable" : "no-cache");
  const std::string etag = std::string("W/").append(file.plain.etag);
  response.set("ETag", etag);
  response.set("Vary", "Accept-Encoding");
  response.set("Content-Security-Policy", content_policy);
  const std::string* known = head.find("if-none-match");
  if (known != nullptr && matches(*known, etag)) {
    response.status = 304;
    return response;
  }
  const std::string* coding = head.find("accept-encoding");
  if (!file.gzipped.empty() && coding != nullptr && accepts_gzip(*coding)) {
    response.set("Content-Encoding", "gzip");
    response.body = file.gzipped;
  } else {
    response.body = std::string(file.plain.bytes);
  }
  return response;
}

}  // namespace quoth::server
