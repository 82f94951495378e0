#include "archive/http_body.h"

#include <gtest/gtest.h>

#include "archive/made_up_archive.h"

namespace quoth::archive {
namespace {

using State = HttpBody::State;

constexpr std::size_t most = std::size_t{16} << 20U;

/// The body as text, with what became of it where that is not whole.
std::string decoded(std::string_view fields, std::string_view body) {
  const std::string payload = http_answer(body, fields);
  std::string unfolded;
  const auto answer = read_http_answer(payload, unfolded);
  if (!answer) return "no answer";
  HttpBody decoder;
  const auto bytes = decoder.decode(*answer, most);
  const std::string out(bytes.bytes);
  switch (bytes.state) {
    case State::whole:
      return out;
    case State::cut_off:
      return out + "[cut off]";
    case State::too_large:
      return out + "[too large]";
    case State::unknown_coding:
      return out + "[unknown]";
  }
  return out;
}

const std::string chunked = "Transfer-Encoding: chunked\r\n";

std::string coding(std::string_view name) {
  return "Content-Encoding: " + std::string(name) + "\r\n";
}

TEST(HttpBody, chunks_are_joined) {
  EXPECT_EQ(decoded(chunked, "3\r\nWe \r\n4 ;name=value\r\nwon,\r\n0\r\nTrailer: x\r\n\r\n"),
            "We won,");
  EXPECT_EQ(decoded(chunked, "3\nWe \nA\nwon again.\n0\n\n"), "We won again.");
  EXPECT_EQ(decoded(chunked, "\r\n3\r\nWe \r\n0\r\n\r\n"), "We ");
}

TEST(HttpBody, chunks_of_one_byte_take_a_time_that_grows_with_the_body_alone) {
  // Looking for an extension beyond a chunk's first line would take minutes.
  std::string body;
  constexpr std::size_t chunks = 2'000'000;
  for (std::size_t k = 0; k < chunks; ++k) body += "1\r\nx\r\n";
  std::string joined;
  const auto bytes = join_chunks(body + "0\r\n\r\n", joined);
  EXPECT_EQ(bytes.state, HttpBody::State::whole);
  EXPECT_TRUE(bytes.bytes == std::string(chunks, 'x'));
}

TEST(HttpBody, what_is_only_said_to_be_chunked_stays_as_it_is) {
  EXPECT_EQ(decoded(chunked, "<html>no chunks</html>"), "<html>no chunks</html>");
  EXPECT_EQ(decoded(chunked, ""), "");
}

TEST(HttpBody, chunks_that_end_early_give_what_came_before) {
  EXPECT_EQ(decoded(chunked, "3\r\nWe \r\n40\r\nwon"), "We won[cut off]");
  EXPECT_EQ(decoded(chunked, "3\r\nWe \r\nrubbish"), "We [cut off]");
  EXPECT_EQ(decoded(chunked, "3\r\nWe \r\nFFFFFFFFFFFF\r\nwon"), "We [cut off]");
}

TEST(HttpBody, content_codings_are_undone) {
  EXPECT_EQ(decoded(coding("gzip"), gzip("text")), "text");
  EXPECT_EQ(decoded(coding("x-gzip"), "\r\n" + gzip("text")), "text");
  EXPECT_EQ(decoded(coding("zstd"), zstd("text")), "text");
  EXPECT_EQ(decoded(coding("gzip, gzip"), gzip(gzip("text"))), "text");
  EXPECT_EQ(decoded(coding("identity"), "text"), "text");
  std::string bare(64, '\0'), wrapped(64, '\0');
  libdeflate_compressor* const compressor = libdeflate_alloc_compressor(6);
  bare.resize(libdeflate_deflate_compress(compressor, "text", 4, bare.data(), bare.size()));
  wrapped.resize(libdeflate_zlib_compress(compressor, "text", 4, wrapped.data(), wrapped.size()));
  libdeflate_free_compressor(compressor);
  EXPECT_EQ(decoded(coding("deflate"), bare), "text");
  EXPECT_EQ(decoded(coding("deflate"), wrapped), "text");
  // What Python's `brotli.compress(b"text text text text")` gives.
  constexpr char brotli[] = "\x1b\x12\x00\xf8\xa5\x41\xca\xe8\xf0\x84\x3a\x51\x00\x79\x00";
  EXPECT_EQ(decoded(coding("br"), std::string_view(brotli, 15)), "text text text text");
}

TEST(HttpBody, a_body_may_be_compressed_and_then_chunked) {
  const std::string body = gzip("text");
  EXPECT_EQ(body.size(), 27U);
  EXPECT_EQ(decoded(chunked + coding("gzip"), "1B\r\n" + body + "\r\n0\r\n\r\n"), "text");
}

TEST(HttpBody, what_is_only_said_to_be_compressed_stays_as_it_is) {
  for (const char* name : {"gzip", "deflate", "br", "zstd"})
    EXPECT_EQ(decoded(coding(name), "<html>plain</html>"), "<html>plain</html>") << name;
}

TEST(HttpBody, other_codings_and_too_many_of_them_are_unknown) {
  EXPECT_EQ(decoded(coding("exi"), "text"), "[unknown]");
  EXPECT_EQ(decoded(coding("gzip,gzip,gzip,gzip"), gzip(gzip(gzip(gzip("text"))))), "[unknown]");
}

TEST(HttpBody, cut_compressed_data_give_what_came_before) {
  std::string text;
  for (int k = 0; k < 2000; ++k) text += std::to_string(k) + ' ';
  const std::string body = gzip(text);
  const std::string got = decoded(coding("gzip"), body.substr(0, body.size() / 2));
  EXPECT_TRUE(got.ends_with("[cut off]"));
  EXPECT_TRUE(text.starts_with(got.substr(0, got.size() - 9)));
  EXPECT_GT(got.size(), 1000U);
}

TEST(HttpBody, a_body_that_grows_above_the_limit_is_not_kept) {
  EXPECT_EQ(decoded(coding("gzip"), gzip(std::string(most + 1, 'x'))), "[too large]");
  EXPECT_EQ(decoded(coding("gzip"), gzip(std::string(most, 'x'))).size(), most);
  EXPECT_EQ(decoded(coding("gzip, gzip"), gzip(gzip(std::string(3 * most, 'x')))), "[too large]");
}

TEST(HttpAnswer, status_and_fields_are_read_where_servers_break_the_standard) {
  std::string unfolded;
  const auto answer = read_http_answer(
      "HTTP/1.1  404  Not So Found\r\ncontent-type : text/html\r\nBad Name: x\r\n\r\nbody",
      unfolded);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 404);
  EXPECT_EQ(answer->content_type, "text/html");
  EXPECT_EQ(answer->body, "body");
  EXPECT_EQ(read_http_answer("HTTP/1.0 200\n\nbody", unfolded)->status, 200);
  EXPECT_EQ(read_http_answer("HTTP/1.1 204 No Content\r\nA: b", unfolded)->body, "");
  EXPECT_FALSE(read_http_answer("<html>", unfolded));
}

TEST(HttpAnswer, a_header_without_end_is_none) {
  std::string unfolded;
  EXPECT_FALSE(read_http_answer("HTTP/1.1 200 OK\r\nA: " + std::string(70000, 'x') + "\r\n\r\nbody",
                                unfolded));
}

}  // namespace
}  // namespace quoth::archive
