// Bytes taken for a line of quoth.record/1, for a blob of the record on disk and for a compressed text. What is accepted must be written and read as the same again.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/entry.h"
#include "database/packed.h"
#include "database/text_body.h"
#include "store/record_reader.h"

namespace {

using namespace quoth;

constexpr std::size_t longest_text = 1U << 16U;

std::string line_of(const store::RecordedDocument& recorded) {
  return to_json(recorded.document, recorded.record, recorded.facts, recorded.engine,
                 {.with_text = true});
}

void read_line(std::string_view line) {
  static store::RecordReader reader;
  const auto recorded = reader.read(line, "fuzzed");
  if (!recorded) return;
  const std::string written = line_of(*recorded);
  const auto again = reader.read(written, "written");
  if (!again || line_of(*again) != written) __builtin_trap();
  const database::Entry entry(*again);
  if (entry.quotations.size() != recorded->record.quotations.size()) __builtin_trap();
  if (database::decompressed(entry.body, recorded->document.text().size()) !=
      recorded->document.text())
    __builtin_trap();
}

/// Spans, spans, a count and numbers: what the blobs of table quotation are made of.
void unpack(std::string_view bytes) {
  database::Unpacker unpacker(bytes);
  const std::vector<Span> content = unpacker.spans(), cue = unpacker.spans();
  std::vector<std::uint64_t> numbers(unpacker.count());
  if (content.size() + cue.size() + numbers.size() > bytes.size()) __builtin_trap();
  for (std::uint64_t& number : numbers) number = unpacker.number();
  if (!unpacker.whole()) return;
  std::string packed;
  database::Packer packer(packed);
  packer.spans(content);
  packer.spans(cue);
  packer.number(numbers.size());
  for (const std::uint64_t number : numbers) packer.number(number);
  database::Unpacker again(packed);
  if (again.spans() != content || again.spans() != cue || again.count() != numbers.size())
    __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_line(bytes);
  unpack(bytes);
  const std::size_t length = size < 2 ? 0 : data[0] * 256U + data[1];
  const auto text = database::decompressed(bytes.substr(size < 2 ? size : 2), length);
  if (text && (text->size() != length || text->size() > longest_text)) __builtin_trap();
  return 0;
}
