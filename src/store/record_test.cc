#include "quoth/record.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <memory>

namespace quoth {
namespace {

Record small_record() {
  Record record;
  record.entities.push_back({"Zoé \"Z\" Martín", EntityType::person, {{0, 4}}, {}});
  Quotation quotation;
  quotation.content = {{5, 9}};
  quotation.kind = Quotation::Kind::direct;
  quotation.speaker = EntityReference{0, 0.98765F};
  quotation.confidence = 0.5F;
  quotation.why = {"anchor:1.00"};
  record.quotations.push_back(quotation);
  return record;
}

// Bytes: Zoé is 4 bytes, a blank, then the flame is 4 bytes.
Document small_document() { return *Document::from_utf8("Zoé 🔥\x01!"); }

std::pair<std::uint64_t, std::uint64_t> content_offsets(OffsetUnit unit) {
  const std::string json = to_json(small_document(), small_record(), {}, {}, {.offsets = unit});
  simdjson::dom::parser parser;
  const auto span = parser.parse(json)["quotations"].at(0)["content"].at(0);
  EXPECT_EQ(std::string_view(span["text"]), "🔥");
  return {std::uint64_t(span["start"]), std::uint64_t(span["end"])};
}

TEST(RecordJson, offsets_come_in_three_units) {
  using Pair = std::pair<std::uint64_t, std::uint64_t>;
  EXPECT_EQ(content_offsets(OffsetUnit::byte), Pair(5, 9));
  EXPECT_EQ(content_offsets(OffsetUnit::codepoint), Pair(4, 5));
  EXPECT_EQ(content_offsets(OffsetUnit::utf16), Pair(4, 6));
}

TEST(RecordJson, is_json_with_every_key_and_escapes_what_must_be) {
  DocumentFacts facts;
  facts.key = "a\"b\\c\n";
  facts.published = "2021-01-01";
  facts.extra = {{"tags", "[1,2]"}};
  const Document document = small_document();
  const std::string json =
      to_json(document, small_record(), facts, {"0.1.0", "m", "s"}, {.with_text = true});
  simdjson::dom::parser parser;
  const simdjson::dom::element record = parser.parse(json);
  EXPECT_EQ(std::string_view(record["format"]), "quoth.record/1");
  EXPECT_EQ(std::string_view(record["doc"]["key"]), "a\"b\\c\n");
  EXPECT_EQ(std::string_view(record["doc"]["text"]), document.text());
  EXPECT_EQ(std::string_view(record["doc"]["published_from"]), "metadata");
  EXPECT_EQ(std::uint64_t(record["doc"]["extra"]["tags"].at(1)), 2U);
  EXPECT_EQ(std::string_view(record["quotations"].at(0)["speaker"]["name"]), "Zoé \"Z\" Martín");
  EXPECT_NE(json.find("\"confidence\":0.9877"), std::string::npos);
  for (const char* key :
       {"id", "kind", "act", "content", "cue", "source", "speaker", "addressee", "about", "medium",
        "when", "negated", "flags", "parent", "candidates", "confidence", "why"}) {
    EXPECT_EQ(record["quotations"].at(0)[key].error(), simdjson::SUCCESS) << key;
  }
}

TEST(RecordJson, an_archive_s_record_says_where_it_lies_and_brings_its_text) {
  // On the heap: gcc 12 takes the unset facts on the stack for uninitialised ones.
  const auto facts = std::make_unique<DocumentFacts>();
  facts->author.emplace("Ada Bell");
  facts->archive = {"crawl.warc.gz", 5'000'000'000, "<urn:uuid:1>"};
  facts->text_is_made = true;
  const Document document = small_document();
  const std::string json = to_json(document, small_record(), *facts, {"0.1.0", "m", "s"});
  simdjson::dom::parser parser;
  const simdjson::dom::element doc = parser.parse(json)["doc"];
  EXPECT_EQ(std::string_view(doc["author"]), "Ada Bell");
  EXPECT_EQ(std::string_view(doc["warc"]["file"]), "crawl.warc.gz");
  EXPECT_EQ(std::uint64_t(doc["warc"]["offset"]), 5'000'000'000U);
  EXPECT_EQ(std::string_view(doc["text"]), document.text());
}

TEST(RecordJson, what_is_known_of_the_input_is_written) {
  DocumentFacts facts;
  facts.language = "de";
  facts.duplicate_of = "https://a.example/1";
  facts.notes = {"not_english"};
  Record record = small_record();
  record.notes = {"dateline_differs:2021-01-02"};
  const std::string json = to_json(small_document(), record, facts, {"0.1.0", "m", "s"});
  simdjson::dom::parser parser;
  const simdjson::dom::element doc = parser.parse(json)["doc"];
  EXPECT_EQ(std::string_view(doc["language"]), "de");
  EXPECT_EQ(std::string_view(doc["duplicate_of"]), "https://a.example/1");
  EXPECT_EQ(std::string_view(doc["notes"].at(0)), "not_english");
  EXPECT_EQ(std::string_view(doc["notes"].at(1)), "dateline_differs:2021-01-02");
}

TEST(RecordJson, the_document_s_id_is_its_text_s_hash) {
  EXPECT_EQ(document_id(*Document::from_utf8("abc")),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(RecordCsv, quotes_what_must_be_quoted) {
  DocumentFacts facts;
  facts.key = "a,b";
  const std::string csv = to_csv(small_document(), small_record(), facts);
  EXPECT_EQ(csv.substr(0, 6), "\"a,b\",");
  EXPECT_NE(csv.find("\"Zoé \"\"Z\"\" Martín\""), std::string::npos);
  EXPECT_EQ(csv.substr(csv.size() - 2), "\r\n");
  EXPECT_EQ(csv_header().substr(0, 11), "key,record,");
}

}  // namespace
}  // namespace quoth
