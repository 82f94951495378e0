#include "cli/verify_command.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <map>
#include <optional>
#include <utility>

#include "cli/terminal.h"
#include "database/family_rows.h"
#include "database/forgetting.h"
#include "database/record_file.h"
#include "database/verification.h"
#include "ingest/byte_source.h"
#include "ingest/input.h"
#include "quoth/offsets.h"
#include "quoth/record.h"
#include "text/utf8.h"

namespace quoth::cli {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 30U;

/// The text between two offsets of the record's unit.
class Slicer {
 public:
  Slicer(const Document& document, std::string_view unit) : text_(document.text()) {
    if (unit == "byte") return;
    const OffsetMap map(document);
    for (std::uint32_t at = 0; at <= text_.size(); ++at) {
      if (at < text_.size() && !text::starts_sequence(text_[at])) continue;
      const Span here{at, at};
      bytes_.emplace(unit == "utf16" ? map.utf16(here).start : map.code_points(here).start, at);
    }
  }

  std::uint64_t length() const { return bytes_.empty() ? text_.size() : bytes_.rbegin()->first; }

  std::optional<std::string_view> operator()(std::uint64_t start, std::uint64_t end) const {
    const auto from = byte_of(start);
    const auto to = byte_of(end);
    if (!from || !to || *from > *to || *to > text_.size()) return {};
    return text_.substr(*from, *to - *from);
  }

 private:
  std::optional<std::size_t> byte_of(std::uint64_t offset) const {
    if (bytes_.empty()) return offset;  // The unit is the byte.
    const auto found = bytes_.find(offset);
    if (found == bytes_.end()) return {};
    return found->second;
  }

  std::string_view text_;
  std::map<std::uint64_t, std::size_t> bytes_;
};

/// Every object with start, end and text anywhere in the record is a span.
std::size_t wrong_spans(simdjson::dom::element value, const Slicer& slice) {
  std::size_t wrong = 0;
  simdjson::dom::array array;
  simdjson::dom::object object;
  if (value.get(array) == simdjson::SUCCESS) {
    for (const auto element : array) wrong += wrong_spans(element, slice);
  } else if (value.get(object) == simdjson::SUCCESS) {
    std::uint64_t start = 0, end = 0;
    std::string_view text;
    const bool has_start = object["start"].get(start) == simdjson::SUCCESS;
    const bool has_end = object["end"].get(end) == simdjson::SUCCESS;
    const bool has_text = object["text"].get(text) == simdjson::SUCCESS;
    if (has_start || has_end) {
      const bool is_whole = has_start && has_end && has_text;
      wrong += is_whole && slice(start, end) == text ? 0U : 1U;
    }
    for (const auto field : object) wrong += wrong_spans(field.value, slice);
  }
  return wrong;
}

class Verification {
 public:
  explicit Verification(const VerifyOptions& options) : options_(options) {}

  int run() {
    read_inputs();
    auto source = ingest::ByteSource::open(options_.record);
    if (!source) {
      complain(source.error().message);
      return 2;
    }
    std::string line;
    while (source->next_line(line, longest_line) == ingest::ByteSource::Line::whole) check(line);
    write_out(fmt::format("{} records, {} wrong\n", records_, wrong_));
    return unreadable_ ? 2 : wrong_ > 0 ? 1 : 0;
  }

 private:
  void read_inputs() {
    for (const std::string& path : options_.inputs) {
      ingest::Input input(path, options_.input);
      while (auto item = input.next()) {
        if (*item) {
          Document& document = (**item).document;
          documents_.emplace(document_id(document), std::move(document));
        } else {
          complain(item->error().message);
          unreadable_ = true;
        }
      }
    }
  }

  void check(std::string_view line) {
    ++records_;
    simdjson::dom::element record;
    std::string_view id, unit;
    if (parser_.parse(simdjson::padded_string(line)).get(record) != simdjson::SUCCESS ||
        record["doc"]["id"].get(id) != simdjson::SUCCESS ||
        record["doc"]["offset_unit"].get(unit) != simdjson::SUCCESS) {
      report("no record of quoth.record/1");
      return;
    }
    const auto document = documents_.find(std::string(id));
    if (document == documents_.end()) {
      report("its text is in none of the inputs, or was changed");
      return;
    }
    const Slicer slice(document->second, unit);
    std::uint64_t length = 0;
    if (record["doc"]["length"].get(length) != simdjson::SUCCESS || length != slice.length()) {
      report("its doc.length is not the text's");
      return;
    }
    std::string_view text;
    if (record["doc"]["text"].get(text) == simdjson::SUCCESS && text != document->second.text()) {
      report("its doc.text is not the input's");
      return;
    }
    std::size_t wrong = 0;
    for (const char* key : {"quotations", "entities"}) {
      simdjson::dom::array list;
      // Without the check a missing key is an exception.
      if (record[key].get(list) != simdjson::SUCCESS) {
        report(fmt::format("has no {}", key));
        return;
      }
      for (const auto element : list) wrong += wrong_spans(element, slice);
    }
    if (wrong > 0) report(fmt::format("{} spans do not reproduce their text", wrong));
  }

  void report(std::string_view what) {
    ++wrong_;
    complain(fmt::format("{}:{}: {}", options_.record, records_, what));
  }

  const VerifyOptions& options_;
  std::map<std::string, Document> documents_;
  simdjson::dom::parser parser_;
  std::size_t records_ = 0, wrong_ = 0;
  bool unreadable_ = false;
};

int verify_database(const std::string& path) {
  auto file = database::RecordFile::open_for_reading(path);
  if (!file) {
    complain(fmt::format("{} [{}]", file.error().message, name(file.error().code)));
    return 2;
  }
  const database::Verified verified = database::verify(file->connection(), {});
  for (const std::string& fault : verified.faults) complain(path + ": " + fault);
  if (database::has_traces(file->connection()))
    complain(path + ": what was forgotten may have left traces; quoth compact --db erases them");
  if (database::families_are_due(file->connection()))
    complain(path + ": renderings came that are in no family yet; quoth variants --db joins them");
  write_out(fmt::format("{} articles' versions, {} texts, {} quotations, {} spans, {} wrong\n",
                        verified.documents, verified.texts, verified.quotations, verified.spans,
                        verified.wrong));
  return verified.wrong > 0 ? 1 : 0;
}

}  // namespace

void add_verify_flags(CLI::App& command, VerifyOptions& options) {
  command.add_option("RECORD", options.record, "a record, JSON Lines of quoth.record/1");
  command.add_option("FILE", options.inputs, "the inputs that it was made from");
  command
      .add_option(
          "--db", options.database,
          "a record on disk instead (quoth index): every text's hash, every span, every index")
      ->type_name("FILE");
}

int run_verify(const VerifyOptions& options) {
  const bool has_record = !options.record.empty(), has_inputs = !options.inputs.empty();
  if (options.database.empty() ? has_record && has_inputs : !has_record && !has_inputs)
    return options.database.empty() ? Verification(options).run()
                                    : verify_database(options.database);
  complain("name a RECORD and the FILEs that it was made from, or a record on disk with --db");
  return 2;
}

}  // namespace quoth::cli
