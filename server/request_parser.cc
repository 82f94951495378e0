#include "server/request_parser.h"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <limits>
#include <utility>

#include "server/ascii.h"

namespace quoth::server {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

// A line between chunks, or what may follow them.
constexpr std::size_t most_chunk_line_bytes = std::size_t{4} << 10U;
// The end of chunks, "0\r\n\r\n". Beast 1.81 asserts that of a last chunk which it has seen begin it gets that much; as Beast takes the end as
// a whole, a body that is not whole has at least that much to come.
constexpr std::size_t least_chunk_bytes = 5;

bool all_digits(std::string_view text) noexcept {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Beast takes "5, 5", two equal lengths, and codings it does not know, which it then takes for none.
RequestFault fault_of_framing(const RequestHead& head) {
  const std::string* coding = head.find("transfer-encoding");
  const std::string* length = head.find("content-length");
  if (head.count("content-length") > 1 || head.count("transfer-encoding") > 1)
    return RequestFault::malformed;
  if (length != nullptr && (coding != nullptr || !all_digits(*length)))
    return RequestFault::malformed;
  if (coding != nullptr && head.minor_version == 0) return RequestFault::malformed;
  if (coding != nullptr && lowered(*coding) != "chunked") return RequestFault::unknown_coding;
  return RequestFault::none;
}

}  // namespace

struct RequestParser::Message {
  http::request_parser<http::string_body> parser;
};

RequestParser::RequestParser() = default;
RequestParser::~RequestParser() = default;

RequestParser::State RequestParser::fail(RequestFault fault) {
  fault_ = fault;
  return state_ = State::failed;
}

RequestParser::State RequestParser::feed(std::string_view bytes) {
  if (state_ == State::failed) return state_;
  pending_.append(bytes);
  if (state_ == State::empty || state_ == State::partial_head) return read_head();
  return state_ == State::body ? read_body() : state_;
}

RequestParser::State RequestParser::next() {
  message_.reset();
  head_ = {};
  content_length_.reset();
  has_body_ = keeps_alive_ = false;
  scanned_ = 0;
  state_ = State::empty;
  return read_head();
}

/// Waits for the whole head before Beast sees it, so that each byte is looked at once however it trickles in.
RequestParser::State RequestParser::read_head() {
  // A client may send empty lines after a body; RFC 9112, section 2.2. All of them go, or it would matter how they arrive.
  std::size_t empty = 0;
  while (pending_.compare(empty, 2, "\r\n") == 0) empty += 2;
  if (empty > 0) {
    pending_.erase(0, empty);
    scanned_ = 0;
  }
  const std::size_t limit = std::min(pending_.size(), most_head_bytes);
  for (std::size_t at = scanned_; at < limit; ++at) {
    const auto byte = static_cast<unsigned char>(pending_[at]);
    const char before = at == 0 ? ' ' : pending_[at - 1];
    const bool ends_line = before == '\r';
    if (ends_line != (byte == '\n')) return fail(RequestFault::malformed);
    const bool is_control =
        (byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n') || byte == 0x7F;
    // A line that starts with white space goes on with the line before it.
    const bool is_folded = before == '\n' && (byte == ' ' || byte == '\t');
    if (is_control || is_folded) return fail(RequestFault::malformed);
    if (ends_line && at >= 3 && pending_[at - 2] == '\n') {
      scanned_ = at + 1;
      const RequestFault fault = fault_of_head();
      if (fault != RequestFault::none) return fail(fault);
      pending_.erase(0, scanned_);
      scanned_ = 0;
      return state_ = State::head;
    }
  }
  scanned_ = limit;
  if (limit == most_head_bytes) return fail(RequestFault::head_too_large);
  return state_ = pending_.empty() ? State::empty : State::partial_head;
}

RequestFault RequestParser::fault_of_head() {
  message_ = std::make_unique<Message>();
  auto& parser = message_->parser;
  parser.header_limit(most_head_bytes + 1);
  parser.body_limit(boost::none);
  beast::error_code error;
  parser.put(boost::asio::buffer(pending_.data(), scanned_), error);
  if (error == http::error::bad_version) return RequestFault::unknown_version;
  if ((error && error != http::error::need_more) || !parser.is_header_done())
    return RequestFault::malformed;
  const auto& message = parser.get();
  head_.method = std::string(message.method_string());
  head_.target = std::string(message.target());
  head_.minor_version = static_cast<int>(message.version() % 10);
  for (const auto& field : message)
    head_.fields.push_back({lowered(field.name_string()), std::string(field.value())});
  keeps_alive_ = parser.keep_alive();
  if (const auto length = parser.content_length()) content_length_ = *length;
  has_body_ = !parser.is_done();
  return fault_of_framing(head_);
}

RequestParser::State RequestParser::take_body(std::size_t limit) {
  if (state_ != State::head) return state_;
  if (!has_body_) return state_ = State::whole;
  if (content_length_.value_or(0) > limit) return fail(RequestFault::body_too_large);
  message_->parser.body_limit(limit);
  message_->parser.eager(true);
  state_ = State::body;
  return read_body();
}

RequestParser::State RequestParser::read_body() {
  auto& parser = message_->parser;
  if (parser.chunked() && pending_.size() < least_chunk_bytes) return state_;
  beast::error_code error;
  const std::size_t used = pending_.empty() ? 0 : parser.put(boost::asio::buffer(pending_), error);
  pending_.erase(0, used);
  if (error == http::error::body_limit) return fail(RequestFault::body_too_large);
  if (error && error != http::error::need_more) return fail(RequestFault::malformed);
  if (parser.is_done()) return state_ = State::whole;
  if (pending_.size() > most_chunk_line_bytes) return fail(RequestFault::malformed);
  return state_;
}

std::size_t RequestParser::received_body_bytes() const noexcept {
  return message_ == nullptr ? 0 : message_->parser.get().body().size();
}

std::string RequestParser::body() && { return std::move(message_->parser.get().body()); }

}  // namespace quoth::server
