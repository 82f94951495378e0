#include "store/record_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::store {
namespace {

// Zoé is four bytes, the flame four.
constexpr std::string_view text = "“It burns 🔥,” Zoé told Max Roe on Monday.";

Span span_of(std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

RecordedDocument full() {
  RecordedDocument made{
      *Document::from_utf8(std::string(text)), {}, {}, {"0.1.0", "m.qmodel", "abc"}};
  made.record.entities = {{"Zoé Day", EntityType::person, {span_of("Zoé")}, {}, "Q7"},
                          {"Max Roe", EntityType::person, {span_of("Max Roe")}, {}},
                          {"Zoé Day | Max Roe", EntityType::group, {}, {0, 1}}};
  Quotation quotation;
  quotation.kind = Quotation::Kind::direct;
  quotation.act = Quotation::Act::feel;
  quotation.content = {span_of("“It burns 🔥,”")};
  quotation.cue = {span_of("told")};
  quotation.source = {span_of("Zoé")};
  quotation.speaker = EntityReference{0, 0.98765F};
  quotation.addressee = EntityReference{1, 0.0F};
  quotation.about = {{1, 0.0F}};
  quotation.medium = span_of("on");
  quotation.when = Time{span_of("Monday"), "2021-01-04"};
  quotation.flags = {"denied"};
  quotation.confidence = 0.3333F;
  quotation.why = {"cue:told", "anchor:0.97"};
  made.record.quotations = {quotation, quotation};
  made.record.quotations[1].speaker.reset();
  made.record.quotations[1].when->date.clear();
  made.record.quotations[1].parent = 0;
  made.record.quotations[1].negated = true;
  made.record.quotations[1].candidates = {{0, 0.4F}, {2, 0.25F}};
  made.facts.key = "a\"1";
  made.facts.path = "x.jsonl";
  made.facts.record = 12;
  made.facts.title = "Fire";
  made.facts.published = "2021-01-05";
  made.facts.archive = ArchiveFacts{"c.warc", 77, "<urn:uuid:1>"};
  made.facts.notes = {"summary_only"};
  made.facts.extra = {{"tags", "[1,\"é\"]"}};
  return made;
}

std::string written(const RecordedDocument& recorded, OffsetUnit unit) {
  return to_json(recorded.document, recorded.record, recorded.facts, recorded.engine,
                 {.offsets = unit, .with_text = true});
}

TEST(RecordReader, what_was_written_in_any_unit_is_read_and_written_the_same) {
  RecordReader reader;
  const std::string expected = written(full(), OffsetUnit::codepoint);
  for (const OffsetUnit unit : {OffsetUnit::codepoint, OffsetUnit::byte, OffsetUnit::utf16}) {
    const auto read = reader.read(written(full(), unit), "x");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(written(*read, OffsetUnit::codepoint), expected);
  }
}

TEST(RecordReader, a_date_from_the_text_stays_one) {
  RecordedDocument dated = full();
  dated.facts.published.reset();
  dated.record.published = "2021-01-03";
  const std::string line = written(dated, OffsetUnit::codepoint);
  EXPECT_EQ(written(*RecordReader().read(line, "x"), OffsetUnit::codepoint), line);
}

TEST(RecordReader, a_record_that_does_not_hold_is_refused_with_its_place) {
  const std::string line = written(full(), OffsetUnit::codepoint);
  struct Case {
    const char *found, *instead, *told;
  };
  for (const Case& c :
       {Case{"burns", "turns", "hash"}, Case{"\"e2\",\"name\"", "\"e9\",\"name\"", ""},
        Case{"\"end\":13", "\"end\":12", "span"}, Case{"\"q2\"", "\"q3\"", "order"},
        Case{"record/1", "record/2", "record/1"}, Case{"\"feel\"", "\"sing\"", "act"},
        Case{"0.9877", "1.9877", "confidence"},
        Case{"\"entity\":\"e1\"", "\"entity\":\"e4\"", "entity"},
        Case{"\"length\":", "\"length\":1", "length"}}) {
    std::string changed = line;
    const std::size_t at = changed.find(c.found);
    ASSERT_NE(at, std::string::npos) << c.found;
    changed.replace(at, std::string_view(c.found).size(), c.instead);
    const auto read = RecordReader().read(changed, "part.jsonl:3");
    ASSERT_FALSE(read) << c.found;
    EXPECT_EQ(read.error().code, ErrorCode::invalid_record);
    EXPECT_EQ(read.error().message.find("part.jsonl:3: "), 0U);
    EXPECT_NE(read.error().message.find(c.told), std::string::npos) << read.error().message;
  }
  EXPECT_EQ(RecordReader().read("{", "x").error().code, ErrorCode::invalid_json);
  EXPECT_FALSE(RecordReader().read("{}", "x"));
  EXPECT_FALSE(RecordReader().read("[]", "x"));
}

TEST(RecordReader, a_line_cut_anywhere_is_an_error) {
  const std::string line = written(full(), OffsetUnit::codepoint);
  RecordReader reader;
  for (std::size_t size = 0; size < line.size(); ++size) {
    EXPECT_FALSE(reader.read(line.substr(0, size), "x")) << size;
  }
}

}  // namespace
}  // namespace quoth::store
