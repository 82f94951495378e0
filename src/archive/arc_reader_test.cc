#include "archive/arc_reader.h"

#include <gtest/gtest.h>

#include <vector>

#include "archive/made_up_archive.h"
#include "archive/memory_stream.h"

namespace quoth::archive {
namespace {

std::vector<std::string> read(std::string bytes, std::size_t piece = 4096) {
  ByteSource source = memory_source(std::move(bytes), MemoryStream::Like::disk, piece);
  ArcReader reader(source, "made-up.arc");
  std::vector<std::string> out;
  while (const auto record = reader.next()) {
    if (!*record) {
      out.push_back("error " + std::string(name(record->error().code)));
      continue;
    }
    const Record& one = **record;
    out.push_back(std::string(name(one.kind)) + " " + std::string(one.url) + " " +
                  std::string(one.date) + " " + std::string(one.content_type) + " " +
                  std::to_string(one.payload.size()) +
                  (one.state == Record::State::whole ? "" : " not whole"));
    if (out.size() > 100) break;
  }
  return out;
}

using Lines = std::vector<std::string>;

const std::string first = arc_record("http://a/", "one");
const std::string second = arc_record("http://b/with a blank", "two\n\nthree");
const std::string head_line = "warcinfo filedesc://made-up.arc 2014-02-16T05:02:21Z text/plain 66";
const std::string first_line = "response http://a/ 2014-02-16T05:02:21Z text/html 3";
const std::string second_line = "response http://b/with a blank 2014-02-16T05:02:21Z text/html 10";

TEST(ArcReader, records_are_read_plain_and_compressed_however_they_come) {
  const Lines expected = {head_line, first_line, second_line};
  for (const std::size_t piece : {1U, 5U, 4096U}) {
    EXPECT_EQ(read(arc_head() + first + second, piece), expected);
    EXPECT_EQ(read(gzip(arc_head()) + gzip(first) + gzip(second), piece), expected);
  }
}

TEST(ArcReader, the_second_version_has_more_fields) {
  EXPECT_EQ(
      read("http://a/ 192.0.2.1 201402160502 text/html 200 checksum - 1234 x.arc.gz 3\none\n"),
      Lines{"response http://a/ 2014-02-16T05:02:00Z text/html 3"});
}

TEST(ArcReader, a_wrong_length_costs_up_to_the_next_record) {
  EXPECT_EQ(read(arc_head() + "http://c/ 192.0.2.1 20140216050221 text/html 1\nmore\n" + second),
            (Lines{head_line, "response http://c/ 2014-02-16T05:02:21Z text/html 1",
                   "error archive_corrupt", second_line}));
}

TEST(ArcReader, a_record_that_is_cut_off_is_given_and_then_told) {
  EXPECT_EQ(
      read(arc_head() + second.substr(0, second.size() - 4)),
      (Lines{head_line, "response http://b/with a blank 2014-02-16T05:02:21Z text/html 7 not whole",
             "error archive_corrupt"}));
}

TEST(ArcReader, a_line_without_end_and_a_length_without_bounds_end_the_file) {
  EXPECT_EQ(read(arc_head() + std::string(1U << 20U, 'x')),
            (Lines{head_line, "error archive_corrupt"}));
  EXPECT_EQ(read(arc_head() + "http://c/ 192.0.2.1 20140216050221 text/html 99999999999\nmore\n"),
            (Lines{head_line, "response http://c/ 2014-02-16T05:02:21Z text/html 0 not whole"}));
}

}  // namespace
}  // namespace quoth::archive
