#pragma once

#include <nanobind/nanobind.h>

// One file for each type of quoth._engine. Texts come as UTF-8 in `bytes`: which `str` cannot be written so is told in
// Python, in its own units (python/quoth/utf8.py).
namespace quoth::python {

void bind_facts(nanobind::module_& module);
void bind_engine(nanobind::module_& module);
void bind_workers(nanobind::module_& module);
void bind_tables(nanobind::module_& module);

}  // namespace quoth::python
