#include "model/tensors.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

namespace quoth::model {
namespace {

constexpr std::size_t most_dimensions = 4;
constexpr std::size_t most_header_bytes = std::size_t{1} << 20U;

struct NamedType {
  std::string_view name;
  ElementType type;
  std::size_t size;
};
constexpr std::array<NamedType, 4> element_types{{{"I8", ElementType::i8, 1},
                                                  {"U8", ElementType::u8, 1},
                                                  {"I32", ElementType::i32, 4},
                                                  {"F32", ElementType::f32, 4}}};

Error corrupt(std::string_view file, std::string_view tensor, std::string_view what) {
  std::string message(file);
  message.append(": tensor ").append(tensor).append(": ").append(what);
  return {ErrorCode::model_corrupt, message + "; fetch the file again"};
}

/// The product of the dimensions, or nothing when one is negative or the product overflows.
std::optional<std::size_t> read_shape(simdjson::dom::element value,
                                      std::vector<std::size_t>& shape) {
  simdjson::dom::array dimensions;
  if (value.get(dimensions) != simdjson::SUCCESS || dimensions.size() > most_dimensions) return {};
  std::size_t count = 1;
  for (const simdjson::dom::element dimension : dimensions) {
    std::uint64_t size = 0;
    if (dimension.get(size) != simdjson::SUCCESS ||
        size > std::numeric_limits<std::uint32_t>::max()) {
      return {};
    }
    if (size != 0 && count > std::numeric_limits<std::uint32_t>::max() / size) return {};
    count *= size;
    shape.push_back(size);
  }
  return count;
}

Result<Tensor> read_tensor(std::string_view file, std::string_view name,
                           simdjson::dom::element value, std::span<const std::byte> data) {
  std::string_view type_name;
  simdjson::dom::element shape;
  simdjson::dom::array offsets;
  if (value["dtype"].get(type_name) != simdjson::SUCCESS ||
      value["shape"].get(shape) != simdjson::SUCCESS ||
      value["data_offsets"].get(offsets) != simdjson::SUCCESS || offsets.size() != 2) {
    return corrupt(file, name, "dtype, shape or data_offsets is missing");
  }
  Tensor tensor;
  std::size_t element_size = 0;
  for (const NamedType& known : element_types) {
    if (known.name != type_name) continue;
    tensor.type = known.type;
    element_size = known.size;
  }
  if (element_size == 0) return corrupt(file, name, "unknown dtype");
  const auto count = read_shape(shape, tensor.shape);
  if (!count) return corrupt(file, name, "impossible shape");
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  if (offsets.at(0).get(start) != simdjson::SUCCESS ||
      offsets.at(1).get(end) != simdjson::SUCCESS || start > end || end > data.size() ||
      end - start != *count * element_size) {
    return corrupt(file, name, "its range does not fit its shape or the file");
  }
  tensor.bytes = data.subspan(start, end - start);
  if (reinterpret_cast<std::uintptr_t>(tensor.bytes.data()) % element_size != 0) {
    return corrupt(file, name, "its elements are not aligned");
  }
  return tensor;
}

/// The name of a tensor that starts before the one in front of it ends, or nothing.
std::optional<std::string_view> find_overlap(const TensorTable& table) {
  std::vector<std::pair<std::span<const std::byte>, std::string_view>> ranges;
  for (const auto& [name, tensor] : table.tensors) {
    if (!tensor.bytes.empty()) ranges.emplace_back(tensor.bytes, name);
  }
  std::sort(ranges.begin(), ranges.end(),
            [](const auto& a, const auto& b) { return a.first.data() < b.first.data(); });
  for (std::size_t k = 1; k < ranges.size(); ++k) {
    const auto& before = ranges[k - 1].first;
    if (ranges[k].first.data() < before.data() + before.size()) return ranges[k].second;
  }
  return {};
}

}  // namespace

Result<TensorTable> read_tensors(std::span<const std::byte> body, std::string_view name) {
  std::uint64_t header_size = 0;
  if (body.size() < sizeof header_size) return corrupt(name, "table", "the body has no header");
  std::memcpy(&header_size, body.data(), sizeof header_size);
  if (header_size > most_header_bytes || header_size > body.size() - sizeof header_size) {
    return corrupt(name, "table", "the header's length is impossible");
  }
  const std::span<const std::byte> data = body.subspan(sizeof header_size + header_size);
  simdjson::dom::parser parser;
  simdjson::dom::object header;
  const simdjson::padded_string json(
      reinterpret_cast<const char*>(body.data()) + sizeof header_size, header_size);
  if (parser.parse(json).get(header) != simdjson::SUCCESS) {
    return corrupt(name, "table", "the header is no JSON object");
  }
  TensorTable table;
  for (const auto field : header) {
    if (field.key == "__metadata__") {
      std::string_view config;
      if (field.value["config"].get(config) == simdjson::SUCCESS) table.config = config;
      continue;
    }
    auto tensor = read_tensor(name, field.key, field.value, data);
    if (!tensor) return tensor.error();
    const bool is_new = table.tensors.emplace(field.key, *std::move(tensor)).second;
    if (!is_new) return corrupt(name, field.key, "it is there twice");
  }
  if (const auto overlap = find_overlap(table)) {
    return corrupt(name, *overlap, "it shares bytes with another");
  }
  return table;
}

}  // namespace quoth::model
