#pragma once

#include <libdeflate.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace quoth::archive {

/// One member of gzip.
inline std::string gzip(std::string_view bytes) {
  libdeflate_compressor* const compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_gzip_compress_bound(compressor, bytes.size()), '\0');
  out.resize(
      libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

/// One frame of Zstandard, with a dictionary or without.
inline std::string zstd(std::string_view bytes, std::string_view dictionary = {}) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(), bytes.size(),
                                     dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  return out;
}

inline std::string http_answer(std::string_view body, std::string_view fields = {},
                               std::string_view status = "200 OK",
                               std::string_view type = "text/html; charset=utf-8") {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(type) + "\r\n" +
         std::string(fields) + "\r\n" + std::string(body);
}

/// A record of WARC; `length` is what it states, the payload's own where it is not given.
inline std::string warc_record(std::string_view kind, std::string_view url,
                               std::string_view payload, std::string_view length = {}) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(kind) +
         "\r\nWARC-Target-URI: " + std::string(url) +
         "\r\nWARC-Record-ID: <urn:uuid:" + std::string(url) +
         ">\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: " +
         (kind == "response" ? "application/http; msgtype=response" : "text/plain") +
         "\r\nContent-Length: " +
         (length.empty() ? std::to_string(payload.size()) : std::string(length)) + "\r\n\r\n" +
         std::string(payload) + "\r\n\r\n";
}

inline std::string arc_record(std::string_view url, std::string_view payload) {
  return std::string(url) + " 192.0.2.1 20140216050221 text/html " +
         std::to_string(payload.size()) + "\n" + std::string(payload) + "\n";
}

inline std::string arc_head() {
  const std::string_view block =
      "1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n";
  return "filedesc://made-up.arc 0.0.0.0 20140216050221 text/plain " +
         std::to_string(block.size()) + "\n" + std::string(block) + "\n";
}

}  // namespace quoth::archive
