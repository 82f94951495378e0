#include "server/response_head.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

namespace quoth::server {
namespace {

/// As HTTP writes dates, whatever the locale.
std::string date_of(std::time_t now) {
  constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::tm time = fmt::gmtime(now);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[time.tm_wday], time.tm_mday,
                     months[time.tm_mon], 1900 + time.tm_year, time.tm_hour, time.tm_min,
                     time.tm_sec);
}

}  // namespace

std::string head_of(const Response& response, int minor_version, After after, std::time_t now) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                                 reason_of(response.status), date_of(now));
  for (const HeaderField& field : response.fields)
    head += fmt::format("{}: {}\r\n", field.name, field.value);
  const bool has_length = response.status != 204 && response.status != 304;
  if (has_length) head += fmt::format("Content-Length: {}\r\n", response.body.size());
  if (after == After::close) {
    head += "Connection: close\r\n";
  } else if (minor_version == 0) {
    head += "Connection: keep-alive\r\n";
  }
  return head + "\r\n";
}

}  // namespace quoth::server
