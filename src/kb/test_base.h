#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "kb/knowledge_base.h"
#include "kb/knowledge_base_writer.h"

// For tests only.

namespace quoth::kb {

inline std::vector<Item> test_items() {
  return {
      {.id = "Q76",
       .name = "Barack Obama",
       .description = "44th President of the United States",
       .title = "Barack Obama",
       .aliases = {"Obama", "Barack Hussein Obama"},
       .types = person,
       .start_year = 1961},
      {.id = "Q649593",
       .name = "Barack Obama Sr.",
       .description = "Kenyan economist, father",
       .title = "Barack Obama Sr.",
       .aliases = {"Obama", "Barack Obama"},
       .types = person,
       .start_year = 1934,
       .end_year = 1982},
      {.id = "Q23",
       .name = "George Washington",
       .description = "",
       .title = "George Washington",
       .aliases = {"Washington"},
       .types = person,
       .start_year = 1732,
       .end_year = 1799},
      {.id = "Q39259",
       .name = "Recep Tayyip Erdoğan",
       .description = "Turkish politician",
       .title = "Recep Tayyip Erdoğan",
       .aliases = {},
       .types = person,
       .start_year = 1954},
      {.id = "Q23548",
       .name = "NASA",
       .description = "space agency",
       .title = "NASA",
       .aliases = {"National Aeronautics and Space Administration"},
       .types = organization},
  };
}

inline std::vector<AliasCount> test_counts() {
  return {{"Obama", "Barack Obama", 100},
          {"obama", "Barack Obama", 20},
          {"Washington", "Washington, D.C.", 50},
          {"Washington", "George Washington", 2},
          {"Mars", "Mars", 7}};
}

inline std::vector<std::byte> test_bytes() {
  KnowledgeBaseWriter writer;
  for (const Item& item : test_items()) writer.add(item);
  for (const AliasCount& count : test_counts()) writer.add(count);
  WriteSummary summary;
  auto bytes = writer.bytes(summary);
  EXPECT_TRUE(bytes);
  return bytes ? *std::move(bytes) : std::vector<std::byte>{};
}

inline std::shared_ptr<const KnowledgeBase> test_base() {
  auto base = KnowledgeBase::from_bytes(test_bytes(), "test.qkb");
  if (!base) ADD_FAILURE() << base.error().message;
  return base ? *std::move(base) : nullptr;
}

}  // namespace quoth::kb
