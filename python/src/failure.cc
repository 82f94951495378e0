#include "failure.h"

namespace quoth::python {
namespace {

void raise(const std::exception_ptr& thrown, void*) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Failure& failure) {
    const Error& error = failure.error();
    const nanobind::object exception =
        nanobind::module_::import_("quoth.errors")
            .attr("exception_of")(name(error.code), error.message.c_str());
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
  }
}

}  // namespace

void bind_failure() { nanobind::register_exception_translator(raise); }

}  // namespace quoth::python
