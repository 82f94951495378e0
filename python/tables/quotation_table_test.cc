#include "tables/quotation_table.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace quoth::tables {
namespace {

std::string record(const std::string& quotations) {
  return R"({"format":"quoth.record/1","doc":{"id":"sha256:1","key":"k","url":null,"title":"T","publisher":null,)"
         R"("published":"1970-01-11","offset_unit":"codepoint"},"quotations":[)" +
         quotations + R"(],"entities":[{"id":"e1","kb":"Q1"}],"engine":{"model":"m"}})";
}

const std::string said =
    R"({"id":"q1","kind":"direct","act":"say","content":[{"start":0,"end":2,"text":"AB"},{"start":5,"end":6,"text":"C"}],)"
    R"("cue":[],"source":[],"speaker":{"entity":"e1","name":"Ana","type":"person","confidence":0.5},"addressee":null,)"
    R"("about":[{"entity":"e2","name":"Ben"},{"entity":"e1","name":"Ana"}],"medium":null,"when":null,"negated":true,)"
    R"("flags":["denied"],"parent":null,"confidence":0.75})";

template <typename Structure>
void release(Structure& structure) {
  structure.release(&structure);
  EXPECT_EQ(structure.release, nullptr);
}

/// A batch as a consumer holds it.
struct Held {
  ArrowSchema schema{};
  ArrowArray array{};

  explicit Held(const std::shared_ptr<const ArrowValues>& values) {
    export_field(table_field(), schema);
    export_values(values, array);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    release(schema);
    release(array);
  }

  const ArrowArray& column(const std::string& name) const {
    for (std::int64_t k = 0; k < schema.n_children; ++k)
      if (schema.children[k]->name == name) return *array.children[k];
    ADD_FAILURE() << "no column " << name;
    return array;
  }
};

template <typename Value>
Value value(const ArrowArray& array, std::size_t buffer, std::size_t row) {
  return static_cast<const Value*>(array.buffers[buffer])[row];
}

std::string text(const ArrowArray& strings, std::size_t row) {
  const auto start = value<std::int32_t>(strings, 1, row);
  const auto end = value<std::int32_t>(strings, 1, row + 1);
  return {static_cast<const char*>(strings.buffers[2]) + start,
          static_cast<std::size_t>(end - start)};
}

std::string name(const ArrowArray& names, std::size_t row) {
  return text(*names.dictionary, static_cast<std::size_t>(value<std::int32_t>(names, 1, row)));
}

void expect_same_shape(const ArrowSchema& schema, const ArrowArray& array) {
  EXPECT_EQ(schema.n_children, array.n_children) << schema.name;
  EXPECT_EQ(schema.dictionary == nullptr, array.dictionary == nullptr) << schema.name;
  EXPECT_TRUE((schema.flags & ARROW_FLAG_NULLABLE) != 0 || array.null_count == 0) << schema.name;
  const std::string format = schema.format;
  EXPECT_EQ(array.n_buffers, format == "u" ? 3 : format == "+s" ? 1 : 2) << schema.name;
  EXPECT_TRUE(array.null_count == 0 || array.buffers[0] != nullptr) << schema.name;
  for (std::int64_t k = 1; k < array.n_buffers; ++k) EXPECT_NE(array.buffers[k], nullptr);
  for (std::int64_t k = 0; k < schema.n_children; ++k)
    expect_same_shape(*schema.children[k], *array.children[k]);
  if (schema.dictionary != nullptr) expect_same_shape(*schema.dictionary, *array.dictionary);
}

TEST(QuotationTable, ARowHoldsItsQuotationsValues) {
  QuotationTable table;
  ASSERT_EQ(table.add(record(said)), std::nullopt);
  EXPECT_EQ(table.rows(), 1U);
  const Held held(table.take());
  EXPECT_EQ(text(held.column("content"), 0), "AB … C");
  EXPECT_EQ(value<std::int32_t>(held.column("content_spans"), 1, 1), 2);
  EXPECT_EQ(value<std::int32_t>(*held.column("content_spans").children[0]->children[1], 1, 1), 6);
  EXPECT_EQ(name(held.column("speaker"), 0), "Ana");
  EXPECT_EQ(name(held.column("speaker_kb"), 0), "Q1");
  EXPECT_EQ(name(*held.column("about").children[0], 1), "Ana");
  EXPECT_EQ(value<std::int32_t>(held.column("published_date"), 1, 0), 10);
  EXPECT_EQ(value<std::uint8_t>(held.column("negated"), 1, 0), 1);
  EXPECT_EQ(value<double>(held.column("confidence"), 1, 0), 0.75);
  EXPECT_EQ(held.column("cue").null_count, 1);
}

TEST(QuotationTable, ArraysHaveTheSchemasShapeWithAndWithoutRows) {
  QuotationTable table;
  const Held none(table.take());
  expect_same_shape(none.schema, none.array);
  for (int k = 0; k < 20; ++k) ASSERT_EQ(table.add(record(said + "," + said)), std::nullopt);
  const Held many(table.take());
  expect_same_shape(many.schema, many.array);
  EXPECT_EQ(many.array.length, 40);
  EXPECT_EQ(many.column("speaker").dictionary->length, 1) << "a name is kept once";
}

TEST(QuotationTable, RowsThatWereTakenAreGoneFromTheTable) {
  QuotationTable table;
  ASSERT_EQ(table.add(record(said)), std::nullopt);
  EXPECT_EQ(table.take()->length, 1);
  EXPECT_EQ(table.rows(), 0U);
  EXPECT_EQ(table.bytes(), 0U);
  ASSERT_EQ(table.add(record(said)), std::nullopt);
  const Held held(table.take());
  EXPECT_EQ(name(held.column("speaker"), 0), "Ana");
  EXPECT_EQ(text(held.column("quotation"), 0), "q1");
}

TEST(QuotationTable, WhatIsNoRecordIsToldAsSuch) {
  QuotationTable table;
  EXPECT_NE(table.add("{"), std::nullopt);
  EXPECT_NE(table.add(R"({"format":"quoth.record/2"})"), std::nullopt);
  EXPECT_NE(table.add(record("{}")), std::nullopt);
  EXPECT_NE(table.add(record(
                R"({"id":"q1","kind":"direct","act":"say","negated":false,"confidence":1})")),
            std::nullopt);
}

TEST(ArrowExport, AStreamGivesItsBatchesInOrderAndThenEnds) {
  QuotationTable table;
  std::vector<std::shared_ptr<const ArrowValues>> batches;
  for (int rows = 1; rows <= 3; ++rows) {
    for (int k = 0; k < rows; ++k) ASSERT_EQ(table.add(record(said)), std::nullopt);
    batches.push_back(table.take());
  }
  ArrowArrayStream stream{};
  export_stream(table_field(), std::move(batches), stream);
  ArrowSchema schema{};
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  EXPECT_EQ(schema.n_children, 31);
  release(schema);
  ArrowArray array{};
  for (int rows = 1; rows <= 3; ++rows) {
    ASSERT_EQ(stream.get_next(&stream, &array), 0);
    EXPECT_EQ(array.length, rows);
    release(array);
  }
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  EXPECT_EQ(array.release, nullptr) << "the end";
  EXPECT_EQ(stream.get_last_error(&stream), nullptr);
  release(stream);
}

TEST(ArrowExport, AStreamThatNobodyReadsToItsEndReleasesTheRest) {
  QuotationTable table;
  ASSERT_EQ(table.add(record(said)), std::nullopt);
  const auto batch = table.take();
  ArrowArrayStream stream{};
  export_stream(table_field(), {batch, batch}, stream);
  ArrowArray array{};
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  release(stream);
  EXPECT_EQ(batch.use_count() > 1, true) << "the array that was given out holds its values";
  release(array);
  EXPECT_EQ(batch.use_count(), 1);
}

TEST(ArrowExport, AColumnThatWasMovedOutOutlivesItsTable) {
  QuotationTable table;
  ASSERT_EQ(table.add(record(said)), std::nullopt);
  ArrowArray array{};
  export_values(table.take(), array);
  // As the interface has it: the child's structure is copied, and marked as released where it was.
  ArrowArray content = *array.children[10];
  array.children[10]->release = nullptr;
  release(array);
  EXPECT_EQ(text(content, 0), "AB … C");
  release(content);
}

TEST(ArrowExport, MetadataAreCountedPairs) {
  ArrowSchema schema{};
  export_field(table_field(), schema);
  std::int32_t pairs = 0;
  std::int32_t size = 0;
  std::memcpy(&pairs, schema.metadata, 4);
  std::memcpy(&size, schema.metadata + 4, 4);
  EXPECT_EQ(pairs, 2);
  EXPECT_EQ(std::string(schema.metadata + 8, static_cast<std::size_t>(size)), "format");
  release(schema);
}

}  // namespace
}  // namespace quoth::tables
