// Any bytes as an input file: plain text or JSON Lines. Every answer is a document of valid UTF-8 or an error that names the input.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/input.h"
#include "memory_file.h"
#include "text/utf8.h"

namespace {

bool is_utf8(std::string_view text) { return !quoth::text::first_invalid(text); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const MemoryFile file(data + 1, size - 1);
  quoth::ingest::InputOptions options;
  options.replace_invalid = (data[0] & 1U) != 0;
  options.keep = {"extra"};
  if ((data[0] & 2U) != 0) options.encoding = "UTF-16";
  quoth::ingest::Input input(file.path(), options);
  std::size_t line = 0;
  while (const auto item = input.next()) {
    if (!*item) {
      if (item->error().message.find(file.path()) == std::string::npos) __builtin_trap();
      continue;
    }
    const quoth::ingest::Item& found = **item;
    if (!is_utf8(found.document.text()) || !is_utf8(found.facts.key)) __builtin_trap();
    if (found.facts.record < 1 || (line > 0 && found.facts.record <= line)) __builtin_trap();
    line = found.facts.record;
  }
  return 0;
}
