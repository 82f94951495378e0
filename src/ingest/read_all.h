#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/byte_source.h"
#include "ingest/item.h"
#include "ingest/temporary_file.h"

namespace quoth::ingest {

/// All that a reader made of some bytes.
struct AllRead {
  std::vector<Item> items;
  std::vector<std::string> errors;  ///< "code message"

  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const Item& item : items) out.emplace_back(item.document.text());
    return out;
  }
};

/// Reads `bytes` to their end as if they came from a file called `name`.
template <typename Reader>
AllRead read_all(const std::string& bytes, const char* name, InputOptions options) {
  const TemporaryFile file(bytes);
  auto source = ByteSource::open(file.path);
  Reader reader(*source, name, std::move(options));
  AllRead out;
  while (auto item = reader.next()) {
    if (*item) {
      out.items.push_back(**std::move(item));
    } else {
      out.errors.push_back(std::string(quoth::name(item->error().code)) + " " +
                           item->error().message);
    }
  }
  EXPECT_FALSE(reader.next());
  return out;
}

}  // namespace quoth::ingest
