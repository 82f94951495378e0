#include "server/accept_encoding.h"

#include <gtest/gtest.h>

#include "archive/http_body.h"
#include "server/gzip.h"

namespace quoth::server {
namespace {

TEST(AcceptEncoding, allows_gzip_where_it_is_named) {
  for (const char* field : {"gzip", "deflate, gzip;q=1.0, br", "GZIP", "x-gzip",
                            "br;q=1, gzip ; q=0.5", "*", "gzip;q=0.001", "identity, *;q=0.1"}) {
    EXPECT_TRUE(accepts_gzip(field)) << field;
  }
}

TEST(AcceptEncoding, allows_no_gzip_where_it_is_not_named_or_weighs_nothing) {
  for (const char* field : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0",
                            "gzip;q=0, *", "gzipped", "gzip;q=", "gzip;level=9"}) {
    EXPECT_FALSE(accepts_gzip(field)) << field;
  }
}

TEST(Gzip, is_read_back_as_it_was) {
  std::string text;
  for (int k = 0; k < 500; ++k) text += "“We won,” said Ana Ruiz. ";
  const auto packed = gzipped(text);
  ASSERT_TRUE(packed);
  EXPECT_LT(packed->size(), text.size() / 10);
  archive::HttpBody decoder;
  std::string unfolded;
  const std::string message = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + *packed;
  const auto answer = archive::read_http_answer(message, unfolded);
  ASSERT_TRUE(answer);
  EXPECT_EQ(decoder.decode(*answer, text.size() * 2).bytes, text);
}

TEST(Gzip, gives_nothing_where_it_gains_nothing) {
  EXPECT_FALSE(gzipped(""));
  EXPECT_FALSE(gzipped("a"));
}

}  // namespace
}  // namespace quoth::server
