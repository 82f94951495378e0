#include "tables/quotation_table.h"

#include <simdjson.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

#include "tables/arrow_columns.h"

// The columns' names and order are promised (docs/formats/table.md): table_field() and Columns::take() list them in the same
// order, and a test compares both with the page.

namespace quoth::tables {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;
using Text = std::optional<std::string_view>;

ArrowField field_of(std::string format, std::string name) {
  ArrowField field;
  field.format = std::move(format);
  field.name = std::move(name);
  return field;
}

ArrowField nullable(ArrowField field) {
  field.is_nullable = true;
  return field;
}

ArrowField strings(std::string name) { return field_of("u", std::move(name)); }

/// Strings that repeat.
ArrowField names(std::string name) {
  ArrowField field = field_of("i", std::move(name));
  field.dictionary.push_back(strings(""));
  return field;
}

ArrowField name_lists(std::string name) {
  ArrowField field = field_of("+l", std::move(name));
  field.children.push_back(names("item"));
  return field;
}

ArrowField span_lists(std::string name) {
  ArrowField span = field_of("+s", "item");
  span.children = {field_of("i", "start"), field_of("i", "end")};
  ArrowField field = field_of("+l", std::move(name));
  field.children.push_back(std::move(span));
  return field;
}

ArrowField made_table_field() {
  ArrowField field = field_of("+s", "");
  field.children = {names("doc_id"),
                    nullable(names("key")),
                    nullable(names("url")),
                    nullable(names("title")),
                    nullable(names("publisher")),
                    nullable(names("published")),
                    nullable(field_of("tdD", "published_date")),
                    strings("quotation"),
                    names("kind"),
                    names("act"),
                    strings("content"),
                    span_lists("content_spans"),
                    nullable(strings("cue")),
                    span_lists("cue_spans"),
                    nullable(strings("source")),
                    span_lists("source_spans"),
                    nullable(names("speaker")),
                    nullable(names("speaker_type")),
                    nullable(strings("speaker_entity")),
                    nullable(names("speaker_kb")),
                    nullable(field_of("g", "speaker_confidence")),
                    nullable(names("addressee")),
                    name_lists("about"),
                    nullable(strings("medium")),
                    nullable(strings("when")),
                    nullable(strings("when_date")),
                    field_of("b", "negated"),
                    name_lists("flags"),
                    nullable(strings("parent")),
                    field_of("g", "confidence"),
                    nullable(names("model"))};
  field.metadata = {{"format", "quoth.table/1"}, {"offset_unit", "codepoint"}};
  return field;
}

Text text_of(const simdjson::simdjson_result<element>& found) {
  std::string_view text;
  return found.get(text) == simdjson::SUCCESS ? Text(text) : std::nullopt;
}

std::optional<double> number_of(const simdjson::simdjson_result<element>& found) {
  double number = 0;
  return found.get(number) == simdjson::SUCCESS ? std::optional(number) : std::nullopt;
}

/// Days from 1970-01-01, where `text` is, or starts with, a whole date: 2021-01-31, 2021-01-31T12:00:00Z.
std::optional<std::int32_t> day_of(Text text) {
  if (!text || text->size() < 10 || (*text)[4] != '-' || (*text)[7] != '-') return std::nullopt;
  if (text->size() > 10 && (*text)[10] != 'T' && (*text)[10] != ' ') return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t size) {
    int value = -1;
    const char* end = text->data() + from + size;
    const auto [stop, error] = std::from_chars(text->data() + from, end, value);
    return stop == end && error == std::errc() ? value : -1;
  };
  const int year = part(0, 4);
  const int month = part(5, 2);
  const int day = part(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// What all rows of a record share.
struct RecordFacts {
  Text doc_id, key, url, title, publisher, published, model;
  std::unordered_map<std::string_view, std::string_view> kb;  ///< Of entities that have one, by id.
};

RecordFacts facts_of(const object& record) {
  RecordFacts facts;
  object doc;
  if (record["doc"].get(doc) == simdjson::SUCCESS) {
    facts.doc_id = text_of(doc["id"]);
    facts.key = text_of(doc["key"]);
    facts.url = text_of(doc["url"]);
    facts.title = text_of(doc["title"]);
    facts.publisher = text_of(doc["publisher"]);
    facts.published = text_of(doc["published"]);
  }
  facts.model = text_of(record["engine"]["model"]);
  array entities;
  if (record["entities"].get(entities) != simdjson::SUCCESS) return facts;
  for (const element entity : entities) {
    const Text id = text_of(entity["id"]);
    const Text kb = text_of(entity["kb"]);
    if (id && kb) facts.kb.emplace(*id, *kb);
  }
  return facts;
}

/// Why the columns cannot take a record, or nothing. What a reader of quoth.record/1 may rely on is checked before.
Text fault_of(const object& record) {
  const Text format = text_of(record["format"]);
  if (!format || *format != "quoth.record/1") return "its format is not quoth.record/1";
  const Text unit = text_of(record["doc"]["offset_unit"]);
  if (!unit || *unit != "codepoint") return "its offsets do not count code points";
  return std::nullopt;
}

struct Columns {
  NameColumn doc_id, key, url, title, publisher, published;
  NumberColumn<std::int32_t> published_date;
  StringColumn quotation;
  NameColumn kind, act;
  StringColumn content, cue, source;
  SpanListColumn content_spans, cue_spans, source_spans;
  NameColumn speaker, speaker_type, speaker_kb, addressee;
  StringColumn speaker_entity;
  NumberColumn<double> speaker_confidence, confidence;
  NameListColumn about, flags;
  StringColumn medium, when, when_date, parent;
  TruthColumn negated;
  NameColumn model;

  bool add(const RecordFacts& facts, const object& value);
  void add_facts(const RecordFacts& facts);
  void add_speaker(const RecordFacts& facts, const object& value);
  void add_lists(const object& value);
  ArrowValues take(std::int64_t rows);
};

/// The words of spans, joined as the program's CSV joins them, and where they are. False: a span is malformed.
bool add_spans(const object& value, const char* key, StringColumn& words, SpanListColumn& places) {
  array spans;
  if (value[key].get(spans) != simdjson::SUCCESS) return false;
  std::string joined;
  bool is_first = true;
  for (const element span : spans) {
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string_view text;
    if (span["start"].get(start) != simdjson::SUCCESS ||
        span["end"].get(end) != simdjson::SUCCESS || span["text"].get(text) != simdjson::SUCCESS)
      return false;
    if (start < 0 || end < start || end > std::numeric_limits<std::int32_t>::max()) return false;
    places.add_item(static_cast<std::int32_t>(start), static_cast<std::int32_t>(end));
    if (!is_first) joined.append(" … ");
    is_first = false;
    joined.append(text);
  }
  places.end_row();
  words.add(is_first ? std::nullopt : Text(joined));
  return true;
}

void Columns::add_facts(const RecordFacts& facts) {
  doc_id.add(facts.doc_id.value_or(""));
  key.add(facts.key);
  url.add(facts.url);
  title.add(facts.title);
  publisher.add(facts.publisher);
  published.add(facts.published);
  published_date.add(day_of(facts.published));
  model.add(facts.model);
}

void Columns::add_speaker(const RecordFacts& facts, const object& value) {
  const auto found = value["speaker"];
  const Text entity = text_of(found["entity"]);
  speaker.add(text_of(found["name"]));
  speaker_type.add(text_of(found["type"]));
  speaker_entity.add(entity);
  const auto item = entity ? facts.kb.find(*entity) : facts.kb.end();
  speaker_kb.add(item == facts.kb.end() ? std::nullopt : Text(item->second));
  speaker_confidence.add(number_of(found["confidence"]));
}

void Columns::add_lists(const object& value) {
  array items;
  if (value["about"].get(items) == simdjson::SUCCESS) {
    for (const element item : items) about.add_item(text_of(item["name"]).value_or(""));
  }
  about.end_row();
  if (value["flags"].get(items) == simdjson::SUCCESS) {
    for (const element item : items)
      flags.add_item(text_of(simdjson::simdjson_result<element>(element(item))).value_or(""));
  }
  flags.end_row();
}

bool Columns::add(const RecordFacts& facts, const object& value) {
  const Text id = text_of(value["id"]);
  const Text is_kind = text_of(value["kind"]);
  const Text is_act = text_of(value["act"]);
  const auto sure = number_of(value["confidence"]);
  bool is_negated = false;
  if (!id || !is_kind || !is_act || !sure || value["negated"].get(is_negated) != simdjson::SUCCESS)
    return false;
  if (!add_spans(value, "content", content, content_spans) ||
      !add_spans(value, "cue", cue, cue_spans) || !add_spans(value, "source", source, source_spans))
    return false;
  add_facts(facts);
  quotation.add(id);
  kind.add(is_kind);
  act.add(is_act);
  add_speaker(facts, value);
  addressee.add(text_of(value["addressee"]["name"]));
  add_lists(value);
  medium.add(text_of(value["medium"]["text"]));
  when.add(text_of(value["when"]["text"]));
  when_date.add(text_of(value["when"]["date"]));
  negated.add(is_negated);
  parent.add(text_of(value["parent"]));
  confidence.add(sure);
  return true;
}

ArrowValues Columns::take(std::int64_t rows) {
  ArrowValues values;
  values.length = rows;
  values.buffers = {{}};
  const auto put = [&](auto&... columns) { (values.children.push_back(columns.take()), ...); };
  put(doc_id, key, url, title, publisher, published, published_date, quotation, kind, act, content,
      content_spans, cue, cue_spans, source, source_spans, speaker, speaker_type, speaker_entity,
      speaker_kb, speaker_confidence, addressee, about, medium, when, when_date, negated, flags,
      parent, confidence, model);
  return values;
}

}  // namespace

const ArrowField& table_field() {
  static const ArrowField field = made_table_field();
  return field;
}

struct QuotationTable::State {
  simdjson::dom::parser parser{max_record_bytes};
  Columns columns;
  std::size_t rows = 0, bytes = 0;
};

QuotationTable::QuotationTable() : state_(std::make_unique<State>()) {}
QuotationTable::~QuotationTable() = default;

std::size_t QuotationTable::rows() const noexcept { return state_->rows; }
std::size_t QuotationTable::bytes() const noexcept { return state_->bytes; }

std::optional<std::string> QuotationTable::add(std::string_view record) {
  object root;
  if (const auto error = state_->parser.parse(record.data(), record.size()).get(root))
    return std::string("it is no JSON object: ") + simdjson::error_message(error);
  if (const Text fault = fault_of(root)) return std::string(*fault);
  array quotations;
  if (root["quotations"].get(quotations) != simdjson::SUCCESS) return "it has no quotations";
  const RecordFacts facts = facts_of(root);
  for (const element quotation : quotations) {
    object value;
    if (quotation.get(value) != simdjson::SUCCESS || !state_->columns.add(facts, value))
      return std::string("its quotation ")
          .append(std::to_string(state_->rows + 1))
          .append(" in this batch is malformed");
    ++state_->rows;
  }
  state_->bytes += record.size();
  return std::nullopt;
}

std::shared_ptr<const ArrowValues> QuotationTable::take() {
  auto values = std::make_shared<const ArrowValues>(
      state_->columns.take(static_cast<std::int64_t>(state_->rows)));
  state_->rows = state_->bytes = 0;
  return values;
}

}  // namespace quoth::tables
