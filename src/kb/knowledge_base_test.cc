#include "kb/knowledge_base.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <random>
#include <span>

#include "base/sha256.h"
#include "kb/layout.h"
#include "kb/test_base.h"

namespace quoth::kb {
namespace {

/// Gives an altered body its right length and hash again.
void seal(std::vector<std::byte>& bytes) {
  const std::uint64_t length = bytes.size() - envelope_size;
  std::memcpy(bytes.data() + length_at, &length, sizeof length);
  const base::Sha256 digest = base::sha256(std::span(bytes).subspan(envelope_size));
  std::memcpy(bytes.data() + hash_at, digest.data(), digest.size());
}

ErrorCode code_of(std::vector<std::byte> bytes) {
  const auto base = KnowledgeBase::from_bytes(std::move(bytes), "odd.qkb");
  if (base) return ErrorCode{0};
  EXPECT_NE(base.error().message.find("odd.qkb"), std::string::npos) << base.error().message;
  return base.error().code;
}

/// Each name of `base` and its candidates, as text.
std::map<std::string, std::string> contents(const KnowledgeBase& base,
                                            const std::vector<std::string>& names) {
  std::map<std::string, std::string> all;
  for (const std::string& name : names) {
    const auto alias = base.find_alias(name);
    if (!alias) continue;
    std::string text;
    for (const Candidate& candidate : alias->candidates) {
      text.append(base.item(candidate.item).id).append(":").append(std::to_string(candidate.count));
      text.append(" ");
    }
    all[name] = text + "+" + std::to_string(alias->elsewhere);
  }
  return all;
}

TEST(KnowledgeBase, what_was_written_is_read) {
  const auto base = test_base();
  ASSERT_NE(base, nullptr);
  EXPECT_EQ(base->item_count(), 5U);
  const auto obama = base->find_item("Q76");
  ASSERT_TRUE(obama);
  const ItemView item = base->item(*obama);
  EXPECT_EQ(item.name, "Barack Obama");
  EXPECT_EQ(item.description, "44th President of the United States");
  EXPECT_EQ(item.types, person);
  EXPECT_EQ(item.start_year, 1961);
  EXPECT_EQ(item.end_year, std::nullopt);
  EXPECT_EQ(item.mentions, 123U);  // 120 counted, and one for each of its three names.
  EXPECT_FALSE(base->find_item("Q7"));
  EXPECT_FALSE(base->find_item(""));
  const std::map<std::string, std::string> expected{
      {"Obama", "Q76:121 Q649593:1 +0"},
      {"BARACK OBAMA", "Q649593:1 Q76:1 +0"},
      {"Erdogan", ""},
      {"recep tayyip erdogan", "Q39259:1 +0"},
      {"Washington", "Q23:3 +50"},
      {"nasa", "Q23548:1 +0"},
      {"the N.A.S.A.", "Q23548:1 +0"},
  };
  std::map<std::string, std::string> found =
      contents(*base, {"Obama", "BARACK OBAMA", "Erdogan", "recep tayyip erdogan", "Washington",
                       "nasa", "the N.A.S.A.", "Mars", "", "\xFF"});
  found.emplace("Erdogan", "");  // Is nobody's alias here; nor are the last three.
  EXPECT_EQ(found, expected);
}

TEST(KnowledgeBase, only_the_most_frequent_candidates_are_given_when_so_asked) {
  const auto alias = test_base()->find_alias("Obama", 1);
  ASSERT_TRUE(alias);
  ASSERT_EQ(alias->candidates.size(), 1U);
  EXPECT_EQ(alias->candidates[0].count, 121U);
}

TEST(KnowledgeBase, an_empty_one_is_one) {
  KnowledgeBaseWriter writer;
  WriteSummary summary;
  const auto bytes = writer.bytes(summary);
  ASSERT_TRUE(bytes);
  const auto base = KnowledgeBase::from_bytes(*bytes, "empty.qkb");
  ASSERT_TRUE(base);
  EXPECT_FALSE((*base)->find_alias("Obama"));
  EXPECT_FALSE((*base)->find_item("Q76"));
}

TEST(KnowledgeBase, truncated_files_are_refused) {
  const std::vector<std::byte> whole = test_bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(code_of({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}),
              ErrorCode::kb_corrupt)
        << size;
  }
}

TEST(KnowledgeBase, every_altered_byte_is_noticed) {
  const std::vector<std::byte> whole = test_bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::vector<std::byte> bytes = whole;
    bytes[at] ^= std::byte{0x40};
    const bool version = at >= version_at && at < version_at + 4;
    EXPECT_EQ(code_of(bytes), version ? ErrorCode::kb_too_new : ErrorCode::kb_corrupt) << at;
  }
}

/// Whatever a file with a right hash holds, it is refused or its lookups stay inside (the sanitizers tell).
TEST(KnowledgeBase, a_right_hash_does_not_excuse_wrong_contents) {
  const std::vector<std::byte> whole = test_bytes();
  std::size_t refused = 0;
  for (std::size_t at = envelope_size; at < whole.size(); ++at) {
    for (const unsigned flipped : {0x01U, 0x80U}) {
      std::vector<std::byte> bytes = whole;
      bytes[at] ^= std::byte{static_cast<unsigned char>(flipped)};
      seal(bytes);
      const auto base = KnowledgeBase::from_bytes(bytes, "odd.qkb");
      if (!base) {
        ++refused;
        continue;
      }
      for (std::uint32_t k = 0; k < (*base)->item_count(); ++k) (*base)->item(k);
      contents(**base, {"Obama", "Barack Obama", "Washington", "NASA"});
    }
  }
  EXPECT_GT(refused, whole.size() / 2);
}

TEST(KnowledgeBaseWriter, the_bytes_do_not_depend_on_the_order_of_the_input) {
  std::vector<Item> items = test_items();
  // The same id from another source.
  items.push_back({.id = "Q76",
                   .name = "Barack H. Obama",
                   .description = "politician",
                   .title = "",
                   .aliases = {"Obama", "Obama"},
                   .types = other,
                   .start_year = 1960,
                   .end_year = 2100});
  std::vector<AliasCount> counts = test_counts();
  std::mt19937 random(1);
  std::vector<std::byte> first;
  for (int round = 0; round < 20; ++round) {
    KnowledgeBaseWriter writer;
    for (const AliasCount& count : counts) writer.add(count);
    for (const Item& item : items) writer.add(item);
    WriteSummary summary;
    const auto bytes = writer.bytes(summary);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(summary.items, 5U);
    EXPECT_EQ(summary.counts_used, 3U);
    EXPECT_EQ(summary.counts_elsewhere, 1U);
    EXPECT_EQ(summary.counts_unused, 1U);
    if (round == 0) first = *bytes;
    EXPECT_EQ(*bytes, first) << round;
    std::shuffle(items.begin(), items.end(), random);
    std::shuffle(counts.begin(), counts.end(), random);
  }
}

TEST(KnowledgeBaseWriter, a_file_is_read_back_and_an_unwritable_place_is_told) {
  const auto path = std::filesystem::temp_directory_path() / "quoth_kb_test.qkb";
  KnowledgeBaseWriter writer;
  for (const Item& item : test_items()) writer.add(item);
  const auto summary = writer.write(path);
  ASSERT_TRUE(summary) << summary.error().message;
  EXPECT_EQ(summary->bytes, std::filesystem::file_size(path));
  const auto base = KnowledgeBase::read(path);
  ASSERT_TRUE(base);
  EXPECT_EQ((*base)->item_count(), 5U);
  std::filesystem::remove(path);
  EXPECT_EQ(KnowledgeBase::read(path).error().code, ErrorCode::file_not_found);
  EXPECT_EQ(writer.write("/nowhere/at/all.qkb").error().code, ErrorCode::output_unwritable);
}

}  // namespace
}  // namespace quoth::kb
