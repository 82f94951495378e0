#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

#include <utility>

#include "bindings.h"
#include "quoth/record.h"

namespace quoth::python {
namespace {

using Text = std::optional<std::string>;

DocumentFacts facts_of(std::string key, std::string path, std::size_t record, Text title,
                       Text published, Text url, Text author, Text publisher, Text modified) {
  DocumentFacts facts;
  facts.key = std::move(key);
  facts.path = std::move(path);
  facts.record = record;
  facts.title = std::move(title);
  facts.published = std::move(published);
  facts.url = std::move(url);
  facts.author = std::move(author);
  facts.publisher = std::move(publisher);
  facts.modified = std::move(modified);
  return facts;
}

}  // namespace

void bind_facts(nanobind::module_& module) {
  using nanobind::arg;
  nanobind::class_<DocumentFacts>(module, "Facts", "What is known of a document besides its text.")
      .def(
          "__init__",
          [](DocumentFacts* self, std::string key, std::string path, std::size_t record, Text title,
             Text published, Text url, Text author, Text publisher, Text modified) {
            new (self) DocumentFacts(facts_of(
                std::move(key), std::move(path), record, std::move(title), std::move(published),
                std::move(url), std::move(author), std::move(publisher), std::move(modified)));
          },
          arg("key"), arg("path"), arg("record"), arg("title").none(), arg("published").none(),
          arg("url").none(), arg("author").none(), arg("publisher").none(), arg("modified").none());
}

}  // namespace quoth::python
