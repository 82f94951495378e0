#include "archive/warc_reader.h"

#include <gtest/gtest.h>

#include <vector>

#include "archive/made_up_archive.h"
#include "archive/memory_stream.h"

namespace quoth::archive {
namespace {

/// Each record as "kind url [payload]", with what is not as it should be; each error as "error CODE byte N".
std::vector<std::string> read(std::string bytes, MemoryStream::Like like = MemoryStream::Like::disk,
                              std::size_t piece = 4096) {
  ByteSource source = memory_source(std::move(bytes), like, piece);
  WarcReader reader(source, "made-up.warc");
  std::vector<std::string> out;
  while (const auto record = reader.next()) {
    if (!*record) {
      const std::string& message = record->error().message;
      EXPECT_TRUE(message.starts_with("made-up.warc: byte ")) << message;
      out.push_back("error " + std::string(name(record->error().code)) + " " +
                    message.substr(14, message.find(':', 14) - 14));
      continue;
    }
    const Record& one = **record;
    std::string text = std::string(name(one.kind)) + " " + std::string(one.url) + " [" +
                       std::string(one.payload) + "]";
    if (one.state == Record::State::cut_off) text += " cut off";
    if (one.state == Record::State::passed_over) text += " passed over";
    out.push_back(text);
    if (out.size() > 100) break;
  }
  return out;
}

using Lines = std::vector<std::string>;

const std::string first = warc_record("response", "http://a", "one");
const std::string second = warc_record("resource", "http://b", "two\r\n\r\nthree");
const Lines both = {"response http://a [one]", "resource http://b [two\r\n\r\nthree]"};

TEST(WarcReader, records_are_read_plain_and_from_either_compression_however_they_come) {
  for (const std::size_t piece : {1U, 5U, 4096U}) {
    for (const auto like : {MemoryStream::Like::disk, MemoryStream::Like::pipe}) {
      EXPECT_EQ(read(first + second, like, piece), both);
      EXPECT_EQ(read(gzip(first) + gzip(second), like, piece), both);
      EXPECT_EQ(read(gzip(first + second), like, piece), both);
      EXPECT_EQ(read(zstd(first) + zstd(second), like, piece), both);
    }
  }
}

TEST(WarcReader, every_field_of_a_record_is_there) {
  ByteSource source = memory_source(gzip(first) + gzip(second));
  WarcReader reader(source, "x");
  ASSERT_TRUE(reader.next());
  const auto record = reader.next();
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((**record).number, 2U);
  EXPECT_EQ((**record).offset, gzip(first).size());
  EXPECT_EQ((**record).id, "<urn:uuid:http://b>");
  EXPECT_EQ((**record).date, "2020-01-02T03:04:05Z");
  EXPECT_EQ((**record).content_type, "text/plain");
  EXPECT_EQ((**record).length, 12U);
}

TEST(WarcReader, the_offset_of_a_plain_record_is_its_own) {
  ByteSource source = memory_source(first + second);
  WarcReader reader(source, "x");
  reader.next();
  EXPECT_EQ((**reader.next()).offset, first.size());
}

TEST(WarcReader, a_header_may_be_folded_and_its_lines_may_end_in_line_feeds) {
  EXPECT_EQ(read("WARC/1.1\nwarc-type : response\nWARC-Target-URI:\n  <http://a>\n"
                 "Content-Length: 3\n\none\n\n"),
            Lines{"response http://a [one]"});
}

TEST(WarcReader, a_length_that_reaches_into_the_next_record_costs_neither) {
  const Lines expected = {both[0], "error archive_corrupt byte 0", both[1]};
  EXPECT_EQ(read(warc_record("response", "http://a", "one", "7") + second),
            (Lines{"response http://a [one\r\n\r\n]", both[1]}));
  EXPECT_EQ(read(warc_record("response", "http://a", "one", "12") + second), expected);
  EXPECT_EQ(read(warc_record("response", "http://a", "one", "200") + second), expected);
  EXPECT_EQ(read(warc_record("response", "http://a", "one", "20000") + second), expected);
}

TEST(WarcReader, a_length_that_is_too_small_costs_the_rest_of_its_record) {
  EXPECT_EQ(
      read(warc_record("response", "http://a", "one and more", "3") + second),
      (Lines{both[0], "error archive_corrupt byte " + std::to_string(first.size() - 4), both[1]}));
}

TEST(WarcReader, headers_without_length_without_end_and_without_beginning_are_passed_over) {
  const std::string place = "error archive_corrupt byte " + std::to_string(first.size());
  EXPECT_EQ(read(first + "WARC/1.0\r\nWARC-Type: response\r\n\r\nbody\r\n\r\n" + second),
            (Lines{both[0], place, both[1]}));
  EXPECT_EQ(read(first + "WARC/1.0\r\nContent-Length: -5\r\n\r\n\r\n\r\n" + second),
            (Lines{both[0], place, both[1]}));
  EXPECT_EQ(read(first + "rubbish\n" + second), (Lines{both[0], place, both[1]}));
  EXPECT_EQ(read(first + "WARC/1.0\r\nWARC-Type: resp"), (Lines{both[0], place}));
}

TEST(WarcReader, a_header_without_end_is_given_up_after_64_kib) {
  EXPECT_EQ(read("WARC/1.0\r\nA: " + std::string(1U << 20U, 'x') + "\r\n" + second),
            (Lines{"error archive_limit byte 0", both[1]}));
}

TEST(WarcReader, a_record_that_is_cut_off_is_given_and_then_told) {
  EXPECT_EQ(read(first + second.substr(0, second.size() - 8)),
            (Lines{both[0], "resource http://b [two\r\n\r\nt] cut off",
                   "error archive_corrupt byte " + std::to_string(first.size())}));
  EXPECT_EQ(read(first.substr(0, first.size() - 4)), Lines{both[0]});
}

TEST(WarcReader, a_broken_member_costs_its_own_record_alone) {
  std::string broken = gzip(warc_record("response", "http://c", "three"));
  broken[broken.size() - 6] ^= 1;
  const Lines got = read(gzip(first) + broken + gzip(second));
  ASSERT_GE(got.size(), 3U);
  EXPECT_EQ(got.front(), both[0]);
  EXPECT_EQ(got.back(), both[1]);
  EXPECT_LE(got.size(), 4U);
}

TEST(WarcReader, a_payload_above_16_mib_is_passed_over) {
  const std::string large(largest_payload + 1, 'x');
  const std::string record = warc_record("response", "http://c", large);
  const Lines expected = {"response http://c [] passed over", both[1]};
  EXPECT_EQ(read(record + second, MemoryStream::Like::disk, 65536), expected);
  EXPECT_EQ(read(gzip(record) + gzip(second), MemoryStream::Like::disk, 65536), expected);
}

TEST(WarcReader, a_length_without_bounds_is_believed_up_to_the_next_record) {
  EXPECT_EQ(read(warc_record("response", "http://a", "one", "18446744073709551615") + second),
            (Lines{"response http://a [] passed over", both[1]}));
}

TEST(WarcReader, what_is_empty_holds_nothing) {
  EXPECT_EQ(read(""), Lines{});
  EXPECT_EQ(read("\r\n\r\n"), Lines{});
}

}  // namespace
}  // namespace quoth::archive
