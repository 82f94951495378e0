#include "quoth/extractor.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stop_token>
#include <thread>

#include "nn/kernels.h"
#include "pipeline/stages.h"
#include "quoth/record.h"
#include "text/utf8.h"

namespace quoth {
namespace {

constexpr const char* tiny = QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel";

Extractor tiny_extractor(const std::string& kernel = "auto") {
  ExtractorOptions options;
  options.kernel = kernel;
  auto extractor = Extractor::load(tiny, options);
  EXPECT_TRUE(extractor) << (extractor ? "" : extractor.error().message);
  return *std::move(extractor);
}

Document article(int paragraphs = 30) {
  std::string text;
  for (int k = 0; k < paragraphs; ++k) {
    text +=
        "“The café is open,” said Zoé Martín, who told the mayor that \"it works\". He denied it — "
        "twice.\n\n";
  }
  return *Document::from_utf8(text);
}

std::string written(const Extractor& extractor, const Document& document) {
  return to_json(document, extractor.extract(document), {}, {});
}

void expect_good(const Document& document, Span span) {
  const std::string_view text = document.text();
  EXPECT_LT(span.start, span.end);
  ASSERT_LE(span.end, text.size());
  EXPECT_TRUE(text::starts_sequence(text[span.start]));
  EXPECT_TRUE(span.end == text.size() || text::starts_sequence(text[span.end]));
}

TEST(Extractor, every_span_lies_in_the_text_on_code_points) {
  const Document document = article();
  const Record record = tiny_extractor().extract(document);
  EXPECT_FALSE(record.quotations.empty());
  for (const Quotation& quotation : record.quotations) {
    EXPECT_FALSE(quotation.content.empty());
    for (const auto* spans : {&quotation.content, &quotation.cue, &quotation.source}) {
      for (const Span span : *spans) expect_good(document, span);
    }
    for (std::size_t k = 1; k < quotation.content.size(); ++k) {
      EXPECT_LE(quotation.content[k - 1].end, quotation.content[k].start);
    }
    EXPECT_LT(quotation.speaker ? quotation.speaker->entity : 0, record.entities.size());
    EXPECT_LT(quotation.parent.value_or(0), record.quotations.size());
  }
  for (const Entity& entity : record.entities) {
    EXPECT_FALSE(entity.name.empty());
    for (const Span span : entity.mentions) expect_good(document, span);
  }
}

TEST(Extractor, the_integer_kernels_write_the_same_record) {
  const Document document = article();
  const std::string expected = written(tiny_extractor("portable"), document);
  for (const std::string_view name : nn::available_kernels()) {
    if (name == "f32") continue;
    EXPECT_EQ(written(tiny_extractor(std::string(name)), document), expected) << name;
  }
}

TEST(Extractor, threads_share_it_and_get_the_same_record) {
  const Extractor extractor = tiny_extractor();
  const Document document = article(8);
  const std::string expected = written(extractor, document);
  std::vector<std::string> records(3);
  std::vector<std::thread> threads;
  for (std::string& record : records) {
    threads.emplace_back([&] { record = written(extractor, document); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& record : records) EXPECT_EQ(record, expected);
}

TEST(Extractor, a_stop_asked_for_at_any_moment_ends_an_extraction_on_another_thread) {
  const Extractor extractor = tiny_extractor();
  const Document document = article(200);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_TRUE(extractor.extract(document, {}, stop.get_token()).entities.empty());

  const auto begun = std::chrono::steady_clock::now();
  Record record;
  {
    const std::jthread worker(
        [&](const std::stop_token& asked) { record = extractor.extract(document, {}, asked); });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_TRUE(record.quotations.empty());
  const auto stopped = std::chrono::steady_clock::now() - begun;
  const auto again = std::chrono::steady_clock::now();
  extractor.extract(document);
  EXPECT_LT(stopped, (std::chrono::steady_clock::now() - again) / 2);
}

TEST(Extractor, empty_and_blank_documents_have_empty_records) {
  const Extractor extractor = tiny_extractor();
  for (const char* text : {"", " \n\n ", "\xEF\xBB\xBF"}) {
    const Record record = extractor.extract(*Document::from_utf8(text));
    EXPECT_TRUE(record.quotations.empty() && record.entities.empty());
  }
}

TEST(Extractor, bad_options_are_refused) {
  ExtractorOptions options;
  options.kernel = "abacus";
  EXPECT_EQ(Extractor::load(tiny, options).error().code, ErrorCode::kernel_unavailable);
  options.kernel = "auto";
  options.min_confidence = 1.5F;
  EXPECT_EQ(Extractor::load(tiny, options).error().code, ErrorCode::invalid_option);
  EXPECT_EQ(Extractor::load("/nowhere.qmodel").error().code, ErrorCode::file_not_found);
}

TEST(Extractor, a_parent_that_was_left_out_becomes_empty) {
  Record record;
  record.quotations.resize(3);
  record.quotations[0].confidence = 0.2F;
  record.quotations[1].confidence = 0.9F;
  record.quotations[1].parent = 0;
  record.quotations[2].confidence = 0.9F;
  record.quotations[2].parent = 1;
  pipeline::keep_certain(record, 0.5F);
  ASSERT_EQ(record.quotations.size(), 2U);
  EXPECT_FALSE(record.quotations[0].parent);
  EXPECT_EQ(record.quotations[1].parent, 0U);
}

TEST(Extractor, explains_every_stage) {
  const std::string explanation = tiny_extractor().explain(article(1));
  for (const char* part : {"segment:", "tag:", "anchors", "entities:", "record:"}) {
    EXPECT_NE(explanation.find(part), std::string::npos) << part;
  }
}

TEST(Extractor, stage_times_grow_with_each_document) {
  const Extractor& extractor = tiny_extractor();
  const auto total = [&] {
    std::chrono::nanoseconds sum{};
    for (const StageTime& one : extractor.stage_times()) sum += one.time;
    return sum;
  };
  const auto before = total();
  extractor.extract(article(1));
  EXPECT_GT(total(), before);
  const std::vector<StageTime> times = extractor.stage_times();
  ASSERT_EQ(times.size(), 5U);
  EXPECT_EQ(times.front().stage, "segment");
  EXPECT_EQ(times.back().stage, "attribution");
}

}  // namespace
}  // namespace quoth
