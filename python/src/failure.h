#pragma once

#include <nanobind/nanobind.h>

#include <exception>
#include <utility>

#include "quoth/result.h"

namespace quoth::python {

/// Carries an error of the engine to Python, where it becomes the exception class of its code (python/quoth/errors.py).
class Failure : public std::exception {
 public:
  explicit Failure(Error error) : error_(std::move(error)) {}

  const Error& error() const noexcept { return error_; }
  const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  Error error_;
};

/// The value, or the error thrown.
template <typename T>
T value_or_throw(Result<T> result) {
  if (!result) throw Failure(result.error());
  return *std::move(result);
}

void bind_failure();

}  // namespace quoth::python
