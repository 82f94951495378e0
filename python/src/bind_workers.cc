#include <nanobind/nanobind.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>

#include <utility>

#include "bindings.h"
#include "failure.h"
#include "interruptible.h"
#include "workers.h"

namespace quoth::python {
namespace {

namespace nb = nanobind;

nb::bytes bytes_of(const std::string& json) { return nb::bytes(json.data(), json.size()); }

void put(Workers& workers, const nb::bytes& text, const DocumentFacts& facts) {
  workers.put(value_or_throw(Document::from_utf8({text.c_str(), text.size()})), facts);
}

nb::bytes take(Workers& workers) {
  return bytes_of(
      until_done([&](std::chrono::milliseconds patience) { return workers.take(patience); }));
}

nb::object take_if_done(Workers& workers) {
  const auto json = workers.take(std::chrono::milliseconds(0));
  return json ? nb::object(bytes_of(*json)) : nb::none();
}

}  // namespace

void bind_workers(nb::module_& module) {
  using nb::arg;
  nb::class_<Workers>(module, "Workers",
                      "Threads that make records, in order. For one thread at a time.")
      .def(nb::init<std::shared_ptr<const Engine>, std::size_t>(), arg("engine"), arg("threads"))
      .def("put", &put, arg("text"), arg("facts"), "Adds a document. Never waits.")
      .def("take", &take,
           "The oldest document's record as JSON in UTF-8. Waits without the GIL; signals are "
           "handled within 50 ms.")
      .def("take_if_done", &take_if_done, nb::sig("def take_if_done(self) -> bytes | None"),
           "The same, or None where it is not made yet.")
      .def("stop", &Workers::stop, nb::call_guard<nb::gil_scoped_release>(),
           "Ends the threads, within what a window of a text takes.");
}

}  // namespace quoth::python
