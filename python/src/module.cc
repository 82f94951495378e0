#include <nanobind/nanobind.h>

#include "bindings.h"
#include "failure.h"

NB_MODULE(_engine, module) {
  module.doc() = "The engine under quoth; import quoth instead.";
  module.def("version", [] { return QUOTH_VERSION; }, "Of the engine, and so of the package.");
  quoth::python::bind_failure();
  quoth::python::bind_facts(module);
  quoth::python::bind_engine(module);
  quoth::python::bind_workers(module);
  quoth::python::bind_tables(module);
}
