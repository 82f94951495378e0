#include <nanobind/nanobind.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>

#include <memory>
#include <utility>

#include "bindings.h"
#include "engine.h"
#include "failure.h"
#include "interruptible.h"
#include "workers.h"

namespace quoth::python {
namespace {

namespace nb = nanobind;

std::shared_ptr<Engine> load(const std::string& model, float min_confidence,
                             float min_speaker_confidence, const std::string& annotation,
                             const std::string& kernel, const std::string& knowledge_base,
                             bool any_language) {
  ExtractorOptions options{.min_confidence = min_confidence,
                           .min_speaker_confidence = min_speaker_confidence,
                           .kernel = kernel,
                           .knowledge_base = knowledge_base};
  if (annotation == "polnear") {
    options.annotation = Annotation::polnear;
  } else if (annotation != "wikinews") {
    throw Failure({ErrorCode::invalid_option,
                   "annotation: '" + annotation + "' is neither 'wikinews' nor 'polnear'"});
  }
  const nb::gil_scoped_release release;
  return std::make_shared<Engine>(value_or_throw(Extractor::load(model, options)), any_language);
}

/// A thread of its own computes, so that this one, which may be Python's main thread, can look after signals.
nb::bytes extract(const std::shared_ptr<Engine>& engine, const nb::bytes& text,
                  const DocumentFacts& facts) {
  Document document = value_or_throw(Document::from_utf8({text.c_str(), text.size()}));
  Workers worker(engine, 1);
  worker.put(std::move(document), facts);
  const std::string json =
      until_done([&](std::chrono::milliseconds patience) { return worker.take(patience); });
  return nb::bytes(json.data(), json.size());
}

}  // namespace

void bind_engine(nb::module_& module) {
  using nb::arg;
  nb::class_<Engine>(module, "Engine", "A loaded model. Immutable; any number of threads.")
      .def_static("load", &load, arg("model"), arg("min_confidence"), arg("min_speaker_confidence"),
                  arg("annotation"), arg("kernel"), arg("knowledge_base"), arg("any_language"),
                  "Raises the exception of each code that Extractor::load lists.")
      .def("extract", &extract, arg("text"), arg("facts"),
           "The record as JSON in UTF-8. Releases the GIL; signals are handled within 50 ms.")
      .def_prop_ro("model_name", [](const Engine& e) { return e.extractor().model_name(); })
      .def_prop_ro("model_sha256", [](const Engine& e) { return e.extractor().model_sha256(); })
      .def_prop_ro("kernel_name", [](const Engine& e) { return e.extractor().kernel_name(); });
}

}  // namespace quoth::python
