#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace quoth {

/// What went wrong, for programs. New codes are added at the end; existing
/// values never change, because bindings and formats expose them.
enum class ErrorCode : std::uint8_t {
  invalid_utf8 = 1,
  document_too_large = 2,
  file_not_found = 3,
  model_corrupt = 4,
  model_too_new = 5,
  invalid_option = 6,
  file_unreadable = 7,
  invalid_json = 8,
  unknown_encoding = 9,
  kernel_unavailable = 10,
  output_unwritable = 11,
  kb_corrupt = 12,
  kb_too_new = 13,
  invalid_row = 14,
  archive_corrupt = 15,
  archive_limit = 16,
  page_too_large = 17,
  no_main_text = 18,
  invalid_feed = 19,
  invalid_record = 20,
  record_corrupt = 21,
  record_too_new = 22,
  record_busy = 23,
  not_in_record = 24,
  query_malformed = 25,
  person_unknown = 26,
  person_ambiguous = 27,
  claim_empty = 30,
  claim_too_long = 31,
};

/// The code's name as it is printed and documented: "invalid_utf8".
const char* name(ErrorCode code) noexcept;

/// What went wrong, for people: the message names the input, the position where
/// there is one, and the remedy.
struct Error {
  ErrorCode code;
  std::string message;
};

/// A T or an Error. The names follow std::expected, so that C++23 can replace it.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// REQUIRES: has_value()
  T& operator*() & noexcept { return *std::get_if<0>(&state_); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
  T&& operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() noexcept { return std::get_if<0>(&state_); }
  const T* operator->() const noexcept { return std::get_if<0>(&state_); }

  /// REQUIRES: !has_value()
  const Error& error() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace quoth
