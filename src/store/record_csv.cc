#include <string>

#include "quoth/record.h"
#include "store/offset_writer.h"
#include "store/record_ids.h"

namespace quoth {
namespace {

/// RFC 4180: quoted where it must be. A leading =, +, - or @ would be a formula to a spreadsheet; it is kept, as it is the text.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

class CsvRow {
 public:
  CsvRow& add(std::string_view text) {
    if (!first_) row_.push_back(',');
    first_ = false;
    row_.append(field(text));
    return *this;
  }
  std::string ended() && { return std::move(row_) + "\r\n"; }

 private:
  std::string row_;
  bool first_ = true;
};

std::string joined(const Document& document, const std::vector<Span>& spans) {
  std::string text;
  for (const Span span : spans) {
    if (!text.empty()) text.append(" … ");
    text.append(document.text(span));
  }
  return text;
}

std::string name_of(const Record& record, const std::optional<EntityReference>& reference) {
  return reference ? record.entities[reference->entity].name : std::string();
}

std::string four_decimals(float share) {
  const auto parts = static_cast<int>(share * 10000.0F + 0.5F);
  return std::to_string(parts / 10000) + "." + std::to_string(10000 + parts % 10000).substr(1);
}

}  // namespace

std::string csv_header() {
  CsvRow row;
  for (const char* column : {"key",
                             "record",
                             "published",
                             "id",
                             "kind",
                             "act",
                             "start",
                             "end",
                             "content",
                             "cue",
                             "source",
                             "speaker",
                             "speaker_type",
                             "addressee",
                             "when",
                             "negated",
                             "parent",
                             "confidence",
                             "speaker_confidence",
                             "why"}) {
    row.add(column);
  }
  return std::move(row).ended();
}

std::string to_csv(const Document& document, const Record& record, const DocumentFacts& facts,
                   const RecordOptions& options) {
  const store::OffsetWriter offsets(document, options.offsets);
  std::string out;
  for (std::size_t k = 0; k < record.quotations.size(); ++k) {
    const Quotation& q = record.quotations[k];
    std::string why;
    for (const std::string& reason : q.why) why.append(why.empty() ? "" : " ").append(reason);
    CsvRow row;
    row.add(facts.key).add(std::to_string(facts.record)).add(facts.published.value_or(""));
    row.add(store::quotation_id(k)).add(name(q.kind)).add(name(q.act));
    row.add(std::to_string(offsets(q.content.front()).first));
    row.add(std::to_string(offsets(q.content.back()).second));
    row.add(joined(document, q.content))
        .add(joined(document, q.cue))
        .add(joined(document, q.source));
    row.add(name_of(record, q.speaker));
    row.add(q.speaker ? name(record.entities[q.speaker->entity].type) : "");
    row.add(name_of(record, q.addressee))
        .add(q.when ? q.when->date : "")
        .add(q.negated ? "true" : "false");
    row.add(q.parent ? store::quotation_id(*q.parent) : "").add(four_decimals(q.confidence));
    row.add(q.speaker ? four_decimals(q.speaker->confidence) : "").add(why);
    out += std::move(row).ended();
  }
  return out;
}

}  // namespace quoth
