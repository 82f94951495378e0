#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive/byte_source.h"
#include "archive/http_body.h"
#include "archive/warc_reader.h"

namespace quoth::archive {
namespace {

struct Read {
  std::size_t records = 0;
  std::vector<int> statuses;
  std::vector<std::string> bodies, errors;
};

/// A file of tests/cases/bytes; what its faults are, tests/cases/README.md tells.
Read read(const std::string& name) {
  const std::string path = std::string(QUOTH_SOURCE_DIR) + "/tests/cases/bytes/" + name;
  auto source = ByteSource::open_decompressed(path);
  Read out;
  if (!source) return out;
  WarcReader reader(*source, path);
  HttpBody decoder;
  std::string unfolded;
  while (const auto record = reader.next()) {
    if (!*record) {
      out.errors.push_back(record->error().message);
      continue;
    }
    ++out.records;
    const auto answer = read_http_answer((**record).payload, unfolded);
    if (!answer) continue;
    out.statuses.push_back(answer->status);
    out.bodies.emplace_back(decoder.decode(*answer, largest_payload).bytes);
  }
  return out;
}

bool has(const std::string& body, const std::string& place) {
  return body.find("“We planted nine hundred bulbs in " + place + " and the mice ate forty,”") !=
         std::string::npos;
}

TEST(ByteCases, a_file_that_is_one_gzip_member_is_read_whole) {
  const Read got = read("one-member.warc.gz");
  EXPECT_EQ(got.records, 3U);
  EXPECT_TRUE(got.errors.empty());
  ASSERT_EQ(got.bodies.size(), 2U);
  EXPECT_TRUE(has(got.bodies[0], "Almsley"));
  EXPECT_TRUE(has(got.bodies[1], "Brome"));
}

TEST(ByteCases, a_length_that_swallows_the_next_header_costs_no_record) {
  const Read got = read("length-plus-nine.warc");
  EXPECT_EQ(got.records, 4U);
  ASSERT_EQ(got.errors.size(), 1U);
  EXPECT_NE(got.errors[0].find("length-plus-nine.warc: byte 218: "), std::string::npos);
  ASSERT_EQ(got.bodies.size(), 3U);
  EXPECT_TRUE(has(got.bodies[0], "Eskmouth"));
  EXPECT_TRUE(has(got.bodies[1], "Farling"));
  EXPECT_TRUE(has(got.bodies[2], "Gurney"));
}

TEST(ByteCases, chunks_are_joined_and_what_has_none_is_left_alone) {
  const Read got = read("chunked.warc.gz");
  EXPECT_EQ(got.records, 3U);
  EXPECT_TRUE(got.errors.empty());
  ASSERT_EQ(got.bodies.size(), 2U);
  EXPECT_TRUE(has(got.bodies[0], "Jessop"));
  EXPECT_TRUE(has(got.bodies[1], "Kelder"));
  EXPECT_TRUE(got.bodies[0].starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(got.bodies[0].ends_with("</html>"));
}

TEST(ByteCases, header_lines_that_break_the_standard_are_read) {
  const Read got = read("odd-headers.warc.gz");
  EXPECT_EQ(got.records, 4U);
  EXPECT_TRUE(got.errors.empty());
  EXPECT_EQ(got.statuses, (std::vector{200, 200, 404}));
  EXPECT_TRUE(has(got.bodies.at(0), "Lydford"));
  EXPECT_TRUE(has(got.bodies.at(1), "Marle"));
}

}  // namespace
}  // namespace quoth::archive
