// Bytes taken for a knowledge base's body: length and hash are set right, so that the fuzzer reaches the checks behind them.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "kb/item_json.h"
#include "kb/item_table.h"
#include "kb/knowledge_base.h"
#include "kb/linker.h"

namespace {

using namespace quoth;

/// A base that was accepted must answer.
void look_into(const std::shared_ptr<const kb::KnowledgeBase>& base) {
  const kb::Linker linker(base);
  for (std::uint32_t k = 0; k < base->item_count(); ++k) {
    const kb::ItemView item = base->item(k);
    if (base->find_item(item.id) != k) __builtin_trap();
    linker.link({.name = item.name, .types = kb::person, .mentions = {item.description}}, {});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::byte> file(64 + size, std::byte{0});
  std::memcpy(file.data(), "QUOTH_KB\1", 9);
  const std::uint64_t length = size;
  std::memcpy(file.data() + 16, &length, sizeof length);
  if (size > 0) std::memcpy(file.data() + 64, data, size);
  const base::Sha256 digest = base::sha256(std::span(file).subspan(64));
  std::memcpy(file.data() + 24, digest.data(), digest.size());
  const auto base = kb::KnowledgeBase::from_bytes(std::move(file), "fuzzed");
  if (base) look_into(*base);
  // The same bytes as a line of an input.
  const std::string line(reinterpret_cast<const char*>(data), size);
  static kb::ItemJson json;
  if (const auto item = json.read(line); item && *item && (*item)->name.empty()) __builtin_trap();
  if (const auto count = kb::read_alias_count(line); count && count->count == 0) __builtin_trap();
  return 0;
}
