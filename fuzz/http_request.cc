// Any bytes on a connection, cut into pieces at random, through the parser and everything that is decided before a record is read: a request
// is read the same however it arrives, and is refused or has a route.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "database/record_file.h"
#include "server/request_parser.h"
#include "server/service.h"

using namespace quoth::server;

namespace {

constexpr std::size_t most_body = 2000;

struct Seen {
  std::string target, body;
  bool operator==(const Seen&) const = default;
};

Service& service() {
  static const auto made = [] {
    const std::string path = std::filesystem::temp_directory_path() / "fuzz_http_request.db";
    if (!quoth::database::RecordFile::open_for_writing(path, true)) __builtin_trap();
    auto opened = Service::open(
        {.record = path, .token = BearerToken("0123456789abcdef"), .readers = 1, .engines = 0});
    if (!opened) __builtin_trap();
    return *std::move(opened);
  }();
  return *made;
}

void decide(const RequestHead& head) {
  const Admission admission = service().admit(head);
  if (admission.response.has_value() == (admission.route != nullptr)) __builtin_trap();
  if (!admission.response) return;
  for (const HeaderField& field : admission.response->fields) {
    if ((field.name + field.value).find_first_of(std::string_view("\r\n\0", 3)) !=
        std::string::npos)
      __builtin_trap();
  }
}

/// All requests of the bytes, which arrive in pieces of this size.
std::vector<Seen> requests_of(std::string_view bytes, std::size_t piece) {
  RequestParser parser;
  std::vector<Seen> seen;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    parser.feed(bytes.substr(at, piece));
    for (;;) {
      if (parser.state() == RequestParser::State::head) {
        decide(parser.head());
        parser.take_body(most_body);
      }
      if (parser.received_body_bytes() > most_body) __builtin_trap();
      if (parser.state() != RequestParser::State::whole) break;
      seen.push_back({parser.head().target, std::move(parser).body()});
      parser.next();
    }
    if (parser.state() == RequestParser::State::failed) break;
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // What is longer meets limits that depend on how it arrives.
  if (size == 0 || size > 4096) return 0;
  const std::size_t piece = 1 + data[0] % 64U;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (requests_of(bytes, piece) != requests_of(bytes, size)) __builtin_trap();
  return 0;
}
