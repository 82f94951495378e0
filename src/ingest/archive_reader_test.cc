#include "ingest/archive_reader.h"

#include <gtest/gtest.h>

#include <vector>

#include "archive/made_up_archive.h"
#include "archive/memory_stream.h"
#include "archive/warc_reader.h"

namespace quoth::ingest {
namespace {

using archive::gzip;
using archive::http_answer;
using archive::warc_record;

struct Read {
  std::vector<std::string> texts, errors;
  std::vector<DocumentFacts> facts;
  ReadCounts counts;
};

Read read(std::string bytes) {
  auto source = archive::memory_source(std::move(bytes));
  const InputOptions options;
  ArchiveReader reader(std::make_unique<archive::WarcReader>(source, "x.warc"), "x.warc", options);
  Read out;
  while (auto item = reader.next()) {
    if (*item) {
      out.texts.emplace_back((**item).document.text());
      out.facts.push_back((**item).facts);
    } else {
      out.errors.push_back(std::string(name(item->error().code)) + " " + item->error().message);
    }
  }
  reader.add_skipped(out.counts);
  return out;
}

std::string text_answer(std::string_view body, std::string_view fields = {},
                        std::string_view type = "text/plain") {
  return http_answer(body, fields, "200 OK", type);
}

TEST(ArchiveReader, texts_are_documents_with_their_place) {
  const std::string first = gzip(warc_record("warcinfo", "", "software: none"));
  const Read got =
      read(first + gzip(warc_record("response", "http://a", text_answer("“We won.”"))));
  ASSERT_EQ(got.texts, std::vector<std::string>{"“We won.”"});
  const DocumentFacts& facts = got.facts[0];
  EXPECT_EQ(facts.key, "http://a");
  EXPECT_EQ(facts.url, "http://a");
  EXPECT_EQ(facts.path, "x.warc");
  EXPECT_EQ(facts.record, 2U);
  EXPECT_TRUE(facts.text_is_made);
  ASSERT_TRUE(facts.archive);
  EXPECT_EQ(facts.archive->file, "x.warc");
  EXPECT_EQ(facts.archive->offset, first.size());
  EXPECT_EQ(facts.archive->id, "<urn:uuid:http://a>");
  EXPECT_EQ(got.counts.records, 2U);
  EXPECT_EQ(got.counts[Skipped::warcinfo], 1U);
}

TEST(ArchiveReader, texts_of_common_crawl_are_conversions) {
  EXPECT_EQ(read(warc_record("conversion", "http://a", "One.\nTwo.")).texts,
            std::vector<std::string>{"One.\nTwo."});
}

TEST(ArchiveReader, what_is_no_document_is_counted_by_its_reason) {
  const Read got =
      read(warc_record("request", "http://a", "GET / HTTP/1.1\r\n\r\n") +
           warc_record("metadata", "http://a", "x") + warc_record("revisit", "http://a", "x") +
           warc_record("odd", "http://a", "x") +
           warc_record("response", "http://b", http_answer("gone", {}, "404 Not Found")) +
           warc_record("response", "http://c", text_answer("x", {}, "image/png")) +
           warc_record("response", "http://d", text_answer("x", "Content-Encoding: exi\r\n")));
  EXPECT_TRUE(got.texts.empty());
  EXPECT_TRUE(got.errors.empty());
  for (const Skipped reason :
       {Skipped::request, Skipped::metadata, Skipped::revisit, Skipped::other_kind,
        Skipped::http_status, Skipped::content_type, Skipped::coding}) {
    EXPECT_EQ(got.counts[reason], 1U) << name(reason);
  }
  EXPECT_EQ(got.counts.records, 7U);
}

TEST(ArchiveReader, charsets_are_those_that_the_server_states) {
  EXPECT_EQ(read(warc_record("response", "http://a",
                             text_answer("caf\xE9", {}, "text/plain; charset=\"latin1\"")))
                .texts,
            std::vector<std::string>{"café"});
  EXPECT_EQ(read(warc_record("response", "http://a",
                             text_answer("café", {}, "text/plain; charset=klingon")))
                .texts,
            std::vector<std::string>{"café"});
}

TEST(ArchiveReader, a_body_that_is_cut_off_is_a_document_and_an_error) {
  const Read got =
      read(warc_record("response", "http://a",
                       text_answer("3\r\nWe \r\n40\r\nwon", "Transfer-Encoding: chunked\r\n")));
  EXPECT_EQ(got.texts, std::vector<std::string>{"We won"});
  ASSERT_EQ(got.errors.size(), 1U);
  EXPECT_TRUE(got.errors[0].starts_with("archive_corrupt x.warc: byte 0: http://a: "))
      << got.errors[0];
}

TEST(ArchiveReader, a_page_that_grows_above_16_mib_is_refused_by_name) {
  const Read got = read(warc_record("response", "http://a",
                                    text_answer(gzip(std::string(Document::max_bytes + 1, 'x')),
                                                "Content-Encoding: gzip\r\n")) +
                        warc_record("conversion", "http://b", "text"));
  ASSERT_EQ(got.errors.size(), 1U);
  EXPECT_TRUE(got.errors[0].starts_with("document_too_large x.warc: byte 0: http://a: "));
  EXPECT_EQ(got.texts, std::vector<std::string>{"text"});
}

TEST(ReadCounts, are_described_in_a_line) {
  ReadCounts counts;
  counts.records = 1200;
  counts.documents = 800;
  counts[Skipped::request] = 300;
  counts.errors = 2;
  EXPECT_EQ(describe(counts), "read 1,200 records: 800 documents, 300 requests; 2 errors");
}

}  // namespace
}  // namespace quoth::ingest
