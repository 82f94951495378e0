#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/item.h"
#include "memory_file.h"
#include "text/utf8.h"

/// Reads any bytes with a Reader of documents, in the encoding that the first byte's bits choose: traps unless every answer is a document of valid
/// UTF-8 or an error that names the input. `looks` is what tells such an input by its first bytes.
template <typename Reader, typename Looks>
void read_documents(const std::uint8_t* data, std::size_t size, Looks looks) {
  if (size == 0) return;
  constexpr const char* encodings[] = {"", "detect", "UTF-16", "windows-1252"};
  const MemoryFile file(data + 1, size - 1);
  quoth::ingest::InputOptions options;
  options.replace_invalid = (data[0] & 1U) != 0;
  options.encoding = encodings[(data[0] >> 1U) % 4];
  options.keep = {"extra"};
  auto source = quoth::ingest::ByteSource::open(file.path());
  if (!source) return;
  looks(source->peek(4096), options);
  Reader reader(*source, "input", options);
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
}
