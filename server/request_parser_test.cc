#include "server/request_parser.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

using State = RequestParser::State;

constexpr std::string_view get =
    "GET /a?b=c HTTP/1.1\r\nHost: localhost\r\nX-Thing:  some \r\n\r\n";
constexpr std::string_view post =
    "POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello";

RequestFault fault_of(std::string_view bytes) {
  RequestParser parser;
  parser.feed(bytes);
  parser.take_body(1000);
  return parser.state() == State::failed ? parser.fault() : RequestFault::none;
}

std::string with(std::string_view fields, std::string_view body = "") {
  return "POST /a HTTP/1.1\r\nHost: localhost\r\n" + std::string(fields) + "\r\n" +
         std::string(body);
}

TEST(RequestParser, reads_a_head) {
  RequestParser parser;
  EXPECT_EQ(parser.state(), State::empty);
  ASSERT_EQ(parser.feed(get), State::head);
  EXPECT_EQ(parser.head().method, "GET");
  EXPECT_EQ(parser.head().target, "/a?b=c");
  EXPECT_EQ(*parser.head().find("host"), "localhost");
  EXPECT_EQ(*parser.head().find("x-thing"), "some");
  EXPECT_TRUE(parser.keeps_alive());
  EXPECT_FALSE(parser.has_body());
  EXPECT_EQ(parser.take_body(0), State::whole);
}

TEST(RequestParser, reads_the_same_byte_by_byte) {
  RequestParser parser;
  for (std::size_t at = 0; at + 1 < get.size(); ++at)
    ASSERT_EQ(parser.feed(get.substr(at, 1)), State::partial_head);
  EXPECT_EQ(parser.feed(get.substr(get.size() - 1)), State::head);
  EXPECT_EQ(parser.head().target, "/a?b=c");
}

TEST(RequestParser, reads_a_body_by_its_length) {
  RequestParser parser;
  ASSERT_EQ(parser.feed(post.substr(0, post.size() - 3)), State::head);
  EXPECT_EQ(parser.content_length(), 5U);
  EXPECT_EQ(parser.take_body(5), State::body);
  EXPECT_EQ(parser.received_body_bytes(), 2U);
  ASSERT_EQ(parser.feed("llo"), State::whole);
  EXPECT_EQ(std::move(parser).body(), "hello");
}

TEST(RequestParser, reads_a_body_in_chunks) {
  const std::string bytes = with("Transfer-Encoding: chunked\r\n",
                                 "3\r\nhel\r\n2;name=value\r\nlo\r\n0\r\nTrailer: x\r\n\r\n");
  RequestParser parser;
  for (const char byte : bytes) {
    if (parser.feed({&byte, 1}) == State::head) parser.take_body(5);
  }
  ASSERT_EQ(parser.state(), State::whole);
  EXPECT_EQ(parser.head().find("trailer"), nullptr);
  EXPECT_EQ(std::move(parser).body(), "hello");
}

TEST(RequestParser, keeps_what_comes_early_for_the_next_request) {
  RequestParser parser;
  ASSERT_EQ(parser.feed(std::string(post) + "\r\n" + std::string(get) + std::string(get)),
            State::head);
  ASSERT_EQ(parser.take_body(100), State::whole);
  EXPECT_EQ(std::move(parser).body(), "hello");
  ASSERT_EQ(parser.next(), State::head);
  EXPECT_EQ(parser.head().method, "GET");
  EXPECT_EQ(parser.take_body(0), State::whole);
  ASSERT_EQ(parser.next(), State::head);
  EXPECT_EQ(parser.take_body(0), State::whole);
  EXPECT_EQ(parser.next(), State::empty);
}

TEST(RequestParser, leaves_empty_lines_between_requests_out_however_they_arrive) {
  const std::string bytes = "\r\n\r\n" + std::string(get);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{3}, bytes.size()}) {
    RequestParser parser;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      parser.feed(std::string_view(bytes).substr(at, piece));
    ASSERT_EQ(parser.state(), State::head) << piece;
    EXPECT_EQ(parser.head().method, "GET");
  }
}

TEST(RequestParser, keeps_alive_as_the_client_asks) {
  const auto keeps = [](std::string_view bytes) {
    RequestParser parser;
    EXPECT_EQ(parser.feed(bytes), State::head);
    return parser.keeps_alive();
  };
  EXPECT_TRUE(keeps("GET / HTTP/1.1\r\n\r\n"));
  EXPECT_FALSE(keeps("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
  EXPECT_FALSE(keeps("GET / HTTP/1.0\r\n\r\n"));
  EXPECT_TRUE(keeps("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

TEST(RequestParser, refuses_heads_that_two_readers_could_read_differently) {
  for (const std::string& bytes :
       {with("Content-Length: 5\r\nContent-Length: 5\r\n"),
        with("Content-Length: 5\r\nContent-Length: 6\r\n"),
        with("Content-Length: 5, 5\r\n"),
        with("Content-Length: +5\r\n"),
        with("Content-Length: 0x5\r\n"),
        with("Content-Length: -1\r\n"),
        with("Content-Length: 99999999999999999999999\r\n"),
        with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
        with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
        with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        with("Transfer-Encoding : chunked\r\n"),
        with("Transfer-Encoding\r\n: chunked\r\n"),
        with("X: a\r\n b\r\n"),
        with(" X: a\r\n"),
        with("X: a\n"),
        with("X: a\rY: b\r\n"),
        with(": a\r\n"),
        with("X y: a\r\n"),
        with(std::string("X: a\0b\r\n", 8)),
        with("X: a\x01\r\n"),
        with("X\r\n"),
        std::string("GET /\x01 HTTP/1.1\r\n\r\n"),
        std::string("GET  / HTTP/1.1\r\n\r\n"),
        std::string("GET / HTTP/1.1 \r\n\r\n"),
        std::string("GET /\r\n\r\n"),
        std::string("\x16\x03\x01\x02"),
        std::string("GET / HTTP/1.1\nHost: a\n\n"),
        std::string("POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n")}) {
    const RequestFault fault = fault_of(bytes);
    EXPECT_TRUE(fault == RequestFault::malformed || fault == RequestFault::unknown_version)
        << bytes;
  }
}

TEST(RequestParser, refuses_codings_it_does_not_know) {
  for (const char* coding :
       {"xchunked", "gzip, chunked", "identity", "chunked, identity", "\"chunked\""}) {
    EXPECT_EQ(fault_of(with("Transfer-Encoding: " + std::string(coding) + "\r\n")),
              RequestFault::unknown_coding)
        << coding;
  }
}

TEST(RequestParser, refuses_versions_it_does_not_speak) {
  EXPECT_EQ(fault_of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), RequestFault::unknown_version);
  EXPECT_EQ(fault_of("GET / HTTP/1.2\r\n\r\n"), RequestFault::unknown_version);
}

TEST(RequestParser, refuses_broken_chunks) {
  for (const char* body :
       {"x\r\nhello\r\n", "5 \r\nhello\r\n0\r\n\r\n", "-1\r\nhello\r\n", "3\r\nhello\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\n", "0\r\nContent-Length: 3\r\n\r\n"}) {
    EXPECT_NE(fault_of(with("Transfer-Encoding: chunked\r\n", body)), RequestFault::none) << body;
  }
}

TEST(RequestParser, refuses_heads_and_bodies_that_are_too_large) {
  const std::string long_value(RequestParser::most_head_bytes, 'a');
  EXPECT_EQ(fault_of(with("X: " + long_value + "\r\n")), RequestFault::head_too_large);
  EXPECT_EQ(fault_of("GET /" + long_value), RequestFault::head_too_large);
  EXPECT_EQ(fault_of(with("Content-Length: 1001\r\n")), RequestFault::body_too_large);
  EXPECT_EQ(fault_of(with("Transfer-Encoding: chunked\r\n", "3e9\r\n")),
            RequestFault::body_too_large);
  EXPECT_EQ(fault_of(with("Transfer-Encoding: chunked\r\n", "1;" + std::string(8000, 'a'))),
            RequestFault::malformed);
}

TEST(RequestParser, stays_failed) {
  RequestParser parser;
  EXPECT_EQ(parser.feed("\n"), State::failed);
  EXPECT_EQ(parser.feed(get), State::failed);
}

}  // namespace
}  // namespace quoth::server
