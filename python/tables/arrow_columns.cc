#include "tables/arrow_columns.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace quoth::tables {
namespace {

/// A buffer that has to be there even when it holds nothing: consumers may read a null pointer as damage.
constexpr std::size_t least_bytes = 8;

template <typename Value>
std::vector<std::byte> bytes_of(const std::vector<Value>& values) {
  const std::size_t size = values.size() * sizeof(Value);
  std::vector<std::byte> bytes(std::max(size, least_bytes));
  if (size > 0) std::memcpy(bytes.data(), values.data(), size);
  return bytes;
}

void make_present(std::vector<std::byte>& buffer) {
  if (buffer.empty()) buffer.assign(least_bytes, std::byte{0});
}

/// The validity of a column: left out where all rows have values.
void take_validity(BitColumn& valid, ArrowValues& values) {
  values.length = valid.length();
  values.null_count = valid.unset();
  auto bits = valid.take();
  if (values.null_count == 0) bits.clear();
  values.buffers.push_back(std::move(bits));
}

ArrowValues list_of(std::vector<std::int32_t>& ends, ArrowValues items) {
  ArrowValues values;
  values.length = static_cast<std::int64_t>(ends.size()) - 1;
  values.buffers = {{}, bytes_of(ends)};
  values.children.push_back(std::move(items));
  ends.assign(1, 0);
  return values;
}

}  // namespace

void BitColumn::add(bool is_set) {
  const auto bit = static_cast<unsigned>(length_ % 8);
  if (bit == 0) bytes_.push_back(std::byte{0});
  if (is_set) {
    bytes_.back() |= std::byte{1} << bit;
    ++set_;
  }
  ++length_;
}

std::vector<std::byte> BitColumn::take() {
  length_ = set_ = 0;
  return std::exchange(bytes_, {});
}

template <typename Value>
ArrowValues NumberColumn<Value>::take() {
  ArrowValues values;
  take_validity(valid_, values);
  values.buffers.push_back(bytes_of(values_));
  values_.clear();
  return values;
}

template class NumberColumn<std::int32_t>;
template class NumberColumn<double>;

void StringColumn::add(std::optional<std::string_view> text) {
  valid_.add(text.has_value());
  if (text) {
    const auto bytes = std::as_bytes(std::span(*text));
    text_.insert(text_.end(), bytes.begin(), bytes.end());
  }
  ends_.push_back(static_cast<std::int32_t>(text_.size()));
}

ArrowValues StringColumn::take() {
  ArrowValues values;
  take_validity(valid_, values);
  values.buffers.push_back(bytes_of(ends_));
  make_present(text_);
  values.buffers.push_back(std::move(text_));
  text_.clear();
  ends_.assign(1, 0);
  return values;
}

void NameColumn::add(std::optional<std::string_view> name) {
  if (!name) return indices_.add(std::nullopt);
  const auto [place, is_new] =
      index_of_.try_emplace(std::string(*name), static_cast<std::int32_t>(index_of_.size()));
  if (is_new) names_.add(name);
  indices_.add(place->second);
}

ArrowValues NameColumn::take() {
  ArrowValues values = indices_.take();
  values.dictionary.push_back(names_.take());
  index_of_.clear();
  return values;
}

void NameListColumn::add_item(std::string_view name) {
  items_.add(name);
  ++items_count_;
}

ArrowValues NameListColumn::take() {
  items_count_ = 0;
  return list_of(ends_, items_.take());
}

void SpanListColumn::add_item(std::int32_t start, std::int32_t end) {
  starts_.add(start);
  item_ends_.add(end);
  ++items_count_;
}

ArrowValues SpanListColumn::take() {
  ArrowValues spans;
  spans.length = items_count_;
  spans.buffers = {{}};
  spans.children.push_back(starts_.take());
  spans.children.push_back(item_ends_.take());
  items_count_ = 0;
  return list_of(ends_, std::move(spans));
}

ArrowValues TruthColumn::take() {
  ArrowValues values;
  values.length = bits_.length();
  values.buffers = {{}, bits_.take()};
  make_present(values.buffers.back());
  return values;
}

}  // namespace quoth::tables
