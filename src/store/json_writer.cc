#include "store/json_writer.h"

#include <algorithm>

#include "text/json_string.h"

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
  text::append_json_string(out_, text);
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
