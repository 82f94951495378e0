#include <nanobind/nanobind.h>
#include <nanobind/stl/shared_ptr.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings.h"
#include "tables/arrow_export.h"
#include "tables/quotation_table.h"

// The capsules of Arrow's PyCapsule interface. A capsule that nobody consumed releases what it holds.

namespace quoth::python {
namespace {

namespace nb = nanobind;
using tables::ArrowValues;
using tables::QuotationTable;

struct Batch {
  std::shared_ptr<const ArrowValues> values;
};

template <typename Structure>
nb::object capsule_of(std::unique_ptr<Structure> structure, const char* name) {
  return nb::capsule(structure.release(), name, [](void* pointer) noexcept {
    const std::unique_ptr<Structure> held(static_cast<Structure*>(pointer));
    if (held->release != nullptr) held->release(held.get());
  });
}

nb::object schema_capsule() {
  auto schema = std::make_unique<ArrowSchema>();
  tables::export_field(tables::table_field(), *schema);
  return capsule_of(std::move(schema), "arrow_schema");
}

nb::tuple array_capsules(const Batch& batch) {
  auto array = std::make_unique<ArrowArray>();
  tables::export_values(batch.values, *array);
  return nb::make_tuple(schema_capsule(), capsule_of(std::move(array), "arrow_array"));
}

nb::object stream_capsule(const nb::iterable& batches) {
  std::vector<std::shared_ptr<const ArrowValues>> values;
  for (const nb::handle batch : batches) values.push_back(nb::cast<const Batch&>(batch).values);
  auto stream = std::make_unique<ArrowArrayStream>();
  tables::export_stream(tables::table_field(), std::move(values), *stream);
  return capsule_of(std::move(stream), "arrow_array_stream");
}

void add(QuotationTable& table, const nb::bytes& record) {
  if (const auto fault = table.add({record.c_str(), record.size()}))
    throw nb::value_error(("a record cannot go into a table: " + *fault).c_str());
}

}  // namespace

void bind_tables(nb::module_& module) {
  using nb::arg;
  nb::class_<Batch>(module, "TableBatch", "Rows of a table (docs/formats/table.md). Immutable.")
      .def("__len__", [](const Batch& batch) { return batch.values->length; })
      .def(
          "__arrow_c_schema__", [](const Batch&) { return schema_capsule(); },
          "The schema's capsule.")
      .def(
          "__arrow_c_array__",
          [](const Batch& batch, const nb::object&) { return array_capsules(batch); },
          nb::sig("def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, "
                  "object]"),
          arg("requested_schema") = nb::none(), "The schema's and the rows' capsules.");
  nb::class_<QuotationTable>(module, "TableBuilder",
                             "Gathers the quotations of records. For one thread.")
      .def(nb::init<>())
      .def("add", &add, arg("record"),
           "Adds a record's quotations, given as its JSON in UTF-8.\n\n"
           "Raises ValueError where it is no quoth.record/1 with offsets in code points.")
      .def(
          "take", [](QuotationTable& table) { return Batch{table.take()}; },
          "The rows so far; the builder is empty again.")
      .def("__len__", &QuotationTable::rows)
      .def_prop_ro(
          "is_full",
          [](const QuotationTable& table) { return table.bytes() > QuotationTable::enough_bytes; },
          "Take the rows before adding more: they came from 64 MiB of JSON.");
  module.def("table_schema", &schema_capsule, "The table's schema as an arrow_schema capsule.");
  module.def("table_stream", &stream_capsule, arg("batches"),
             nb::sig("def table_stream(batches: collections.abc.Iterable[TableBatch]) -> object"),
             "Batches as an arrow_array_stream capsule.");
}

}  // namespace quoth::python
