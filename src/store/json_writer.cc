#include "store/json_writer.h"

#include <algorithm>

namespace quoth::store {

void JsonWriter::separate() {
  if (needs_comma_) out_.push_back(',');
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  string(name);
  out_.push_back(':');
  needs_comma_ = false;
}

void JsonWriter::string(std::string_view text) {
  separate();
  out_.push_back('"');
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_.push_back('\\');
      out_.push_back(c);
    } else if (c == '\n') {
      out_.append("\\n");
    } else if (c == '\r') {
      out_.append("\\r");
    } else if (c == '\t') {
      out_.append("\\t");
    } else if (byte < 0x20) {
      out_.append("\\u00");
      out_.push_back(digits[byte >> 4U]);
      out_.push_back(digits[byte & 0xFU]);
    } else {
      out_.push_back(c);
    }
  }
  out_.push_back('"');
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  out_.append(std::to_string(value));
}

void JsonWriter::share(float value) {
  separate();
  const auto parts = static_cast<int>(std::clamp(value, 0.0F, 1.0F) * 10000.0F + 0.5F);
  std::string digits = std::to_string(10000 + parts % 10000).substr(1);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  out_.append(std::to_string(parts / 10000)).append(".").append(digits);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_.append(value ? "true" : "false");
}

void JsonWriter::null() {
  separate();
  out_.append("null");
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_.append(json);
}

}  // namespace quoth::store
