#include "server/response_head.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

constexpr std::time_t some_second = 784'111'777;  // The date of RFC 9110's example.

TEST(ResponseHead, has_status_date_fields_and_length) {
  Response response = json_response("{}");
  EXPECT_EQ(head_of(response, 1, After::keep_alive, some_second),
            "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: "
            "application/json\r\nContent-Length: 2\r\n\r\n");
}

TEST(ResponseHead, tells_what_becomes_of_the_connection) {
  const Response response = json_response("");
  EXPECT_NE(head_of(response, 1, After::close, 0).find("Connection: close\r\n"), std::string::npos);
  EXPECT_EQ(head_of(response, 1, After::keep_alive, 0).find("Connection"), std::string::npos);
  EXPECT_NE(head_of(response, 0, After::keep_alive, 0).find("Connection: keep-alive\r\n"),
            std::string::npos);
}

TEST(ResponseHead, has_no_length_where_there_can_be_no_body) {
  Response response;
  for (const unsigned status : {204U, 304U}) {
    response.status = status;
    EXPECT_EQ(head_of(response, 1, After::keep_alive, 0).find("Content-Length"), std::string::npos);
  }
}

TEST(ResponseHead, has_a_reason_for_each_status) {
  for (const unsigned status : {200U, 201U, 204U, 304U, 400U, 401U, 403U, 404U, 405U, 408U,
                                409U, 413U, 415U, 417U, 421U, 431U, 500U, 501U, 503U, 505U}) {
    EXPECT_NE(reason_of(status), "") << status;
  }
}

}  // namespace
}  // namespace quoth::server
