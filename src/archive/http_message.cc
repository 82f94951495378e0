#include "archive/http_message.h"

#include <algorithm>

#include "archive/header_fields.h"

namespace quoth::archive {
namespace {

/// "HTTP/1.1 200 OK": the number behind the first blanks.
int status_of(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return 0;
  line = trimmed(line.substr(blank));
  if (line.size() < 3) return 0;
  int status = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    if (line[k] < '0' || line[k] > '9') return 0;
    status = status * 10 + (line[k] - '0');
  }
  return status;
}

void keep_first(std::string_view& kept, std::string_view value) {
  if (kept.empty()) kept = value;
}

}  // namespace

std::optional<HttpAnswer> read_http_answer(std::string_view payload, std::string& unfolded) {
  if (!payload.starts_with("HTTP/")) return {};
  const std::string_view head = payload.substr(0, largest_header);
  std::size_t size = header_size(head);
  if (size == std::string_view::npos) {
    // An answer without a body may lack the empty line.
    if (payload.size() > head.size()) return {};
    size = payload.size();
  }
  const std::size_t first_line = std::min(payload.find('\n'), size);
  HttpAnswer answer;
  answer.status = status_of(payload.substr(0, first_line));
  answer.body = payload.substr(size);
  HeaderFields fields(payload.substr(0, size).substr(first_line), unfolded);
  while (const auto field = fields.next()) {
    if (is_name(field->name, "content-type")) keep_first(answer.content_type, field->value);
    if (is_name(field->name, "content-encoding")) keep_first(answer.content_encoding, field->value);
    if (is_name(field->name, "transfer-encoding"))
      keep_first(answer.transfer_encoding, field->value);
  }
  return answer;
}

}  // namespace quoth::archive
