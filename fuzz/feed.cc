// Any bytes as a feed: every entry is a document of valid UTF-8 or an error that names the input.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/feed_reader.h"
#include "memory_file.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* encodings[] = {"", "detect", "UTF-16", "windows-1252"};
  const MemoryFile file(data + 1, size - 1);
  quoth::ingest::InputOptions options;
  options.replace_invalid = (data[0] & 1U) != 0;
  options.encoding = encodings[(data[0] >> 1U) % 4];
  options.keep = {"extra"};
  auto source = quoth::ingest::ByteSource::open(file.path());
  if (!source) return 0;
  (void)quoth::ingest::looks_like_feed(source->peek(4096));
  quoth::ingest::FeedReader reader(*source, "input", options);
  std::size_t record = 0;
  while (const auto item = reader.next()) {
    if (!*item) {
      if (!item->error().message.starts_with("input: ")) __builtin_trap();
      continue;
    }
    const quoth::ingest::Item& found = **item;
    if (quoth::text::first_invalid(found.document.text()) ||
        quoth::text::first_invalid(found.facts.key))
      __builtin_trap();
    if (found.facts.record <= record) __builtin_trap();
    record = found.facts.record;
  }
  return 0;
}
