// usage: quoth_trust MODEL ANNOTATION FILE...    (wikinews or polnear; documents as quoth extract reads them)
//
// Prints a line of JSON a document: {"record": …, "evidence": [{"quotation": {clue: value}, "speaker": {clue: value}}, …]}, the record
// as it is before confidences are calibrated and before anything is left out. eval/calibrate runs it.

#include <fmt/format.h>

#include <iostream>
#include <string>
#include <string_view>

#include "ingest/input.h"
#include "pipeline/stages.h"
#include "store/json_writer.h"

namespace {

using namespace quoth;

void write_clues(store::JsonWriter& json, std::string_view key, const attribution::Clues& clues) {
  json.key(key);
  json.open_object();
  for (const attribution::Clue& clue : clues) {
    json.key(clue.name);
    json.raw(fmt::format("{}", clue.value));
  }
  json.close_object();
}

std::string line_of(const ingest::Item& item, const DocumentFacts& facts,
                    const pipeline::Stages::Values& values) {
  std::string out;
  store::JsonWriter json(out);
  json.open_object();
  json.key("record");
  json.raw(to_json(item.document, values.record, facts, {}, {}));
  json.key("evidence");
  json.open_array();
  for (const attribution::Evidence& evidence : values.evidence) {
    json.open_object();
    write_clues(json, "quotation", evidence.quotation);
    write_clues(json, "speaker", evidence.speaker);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return out;
}

int fail(std::string_view message) {
  std::cerr << message << '\n';
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return fail("usage: quoth_trust MODEL ANNOTATION FILE...");
  const std::uint8_t annotation = std::string_view(arguments[2]) == "polnear" ? 1 : 0;
  const auto path = model::locate(arguments[1]);
  if (!path) return fail(path.error().message);
  const auto model = model::Model::read(*path);
  if (!model) return fail(model.error().message);
  const auto stages = pipeline::Stages::create(*model, *nn::find_kernels("auto"));
  if (!stages) return fail(stages.error().message);
  nn::Workspace workspace;
  for (int k = 3; k < count; ++k) {
    ingest::Input input(arguments[k], {});
    while (const auto item = input.next()) {
      if (!*item) return fail(item->error().message);
      const ingest::Item& read = **item;
      const auto values = stages->run(read.document.text(), read.facts, annotation, workspace);
      std::cout << line_of(read, read.facts, values) << '\n';
    }
  }
}
