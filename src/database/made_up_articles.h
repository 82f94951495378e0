#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/entry.h"
#include "database/record_file.h"
#include "database/writer.h"

namespace quoth::database {

/// A folder for a record, gone after the test.
class RecordFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "record_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  const std::string& folder() const { return folder_; }
  std::string record() const { return folder_ + "/record.db"; }

 private:
  std::string folder_;
};

/// A record in that folder, open for writing, and articles to put into it.
class RecordTest : public RecordFolderTest {
 protected:
  void SetUp() override {
    RecordFolderTest::SetUp();
    auto opened = RecordFile::open_for_writing(record(), true);
    ASSERT_TRUE(opened) << opened.error().message;
    file_.emplace(*std::move(opened));
  }

  Connection& connection() { return file_->connection(); }

  /// `again`: also where the same text is there already.
  std::optional<Added> add(store::RecordedDocument document, bool again = false) {
    Writer writer(connection(), {"test", "made up", again});
    Entry entry(std::move(document));
    const auto added = writer.add(entry);
    EXPECT_FALSE(writer.finish());
    return added;
  }

 private:
  std::optional<RecordFile> file_;
};

/// Who said what in a made-up article.
struct Said {
  std::string speaker;  ///< A full name of the text.
  std::string words;    ///< Of the text.
};

/// An article of which all persons are named in `persons`, and the quotations given.
inline store::RecordedDocument article(std::string key, const std::string& text,
                                       const std::vector<std::string>& persons,
                                       const std::vector<Said>& said) {
  store::RecordedDocument made{*Document::from_utf8(text), {}, {}, {"0.1.0", "made.qmodel", "00"}};
  made.facts.key = std::move(key);
  made.facts.path = "made.jsonl";
  made.facts.published = "2021-03-04";
  const std::string_view whole = made.document.text();
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(whole.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  for (const std::string& person : persons)
    made.record.entities.push_back({person, EntityType::person, {span_of(person)}, {}});
  for (const Said& each : said) {
    Quotation quotation;
    quotation.content = {span_of(each.words)};
    for (std::size_t k = 0; k < persons.size(); ++k) {
      if (persons[k] == each.speaker) quotation.speaker = EntityReference{k, 0.9F};
    }
    quotation.confidence = 0.8F;
    quotation.why = {"anchor:0.97"};
    made.record.quotations.push_back(std::move(quotation));
  }
  return made;
}

}  // namespace quoth::database
