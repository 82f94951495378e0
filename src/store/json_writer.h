#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::store {

/// Writes one JSON text to a string, without white space. Commas are its own affair; the caller opens and closes in
/// order. Strings must be valid UTF-8 and are escaped by RFC 8259.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  void key(std::string_view name);

  void string(std::string_view text);
  void number(std::uint64_t value);
  void share(float value);  ///< 0 to 1, with four decimals at most.
  void boolean(bool value);
  void null();
  void raw(std::string_view json);  ///< A JSON value as it is.

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace quoth::store
