#include "segment/vocabulary.h"

#include <algorithm>
#include <bit>

namespace quoth::segment {
namespace {

constexpr std::string_view inner_mark = "##";
constexpr std::size_t longest_word = 100;  // In code points; longer ones are unknown.

bool is_boundary(std::string_view word, std::size_t at) {
  return at == word.size() || (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U;
}

std::size_t code_points(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// FNV-1a, started from the inner mark for inner pieces so that "##" need not be copied in front.
std::size_t hash_of(std::string_view piece, bool inner) {
  std::uint64_t hash = inner ? 0x9E3779B97F4A7C15U : 0xCBF29CE484222325U;
  for (const char c : piece) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

bool is_inner(std::string_view piece) {
  return piece.size() > inner_mark.size() && piece.starts_with(inner_mark);
}

}  // namespace

Result<Vocabulary> Vocabulary::create(std::string_view text) {
  Vocabulary vocabulary;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  vocabulary.slots_.resize(std::bit_ceil(2 * lines + 2));
  bool has_unknown = false;
  std::int32_t id = 0;
  for (std::size_t start = 0; start < text.size(); ++id) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view piece = text.substr(start, end - start);
    if (piece == "[UNK]") {
      vocabulary.unknown_ = id;
      has_unknown = true;
    }
    vocabulary.insert(piece, id);
    start = end + 1;
  }
  vocabulary.size_ = static_cast<std::size_t>(id);
  if (!has_unknown) {
    return Error{ErrorCode::model_corrupt, "the vocabulary has no piece [UNK]"};
  }
  return vocabulary;
}

void Vocabulary::insert(std::string_view piece, std::int32_t id) {
  const bool inner = is_inner(piece);
  const std::string_view letters = inner ? piece.substr(inner_mark.size()) : piece;
  longest_ = std::max(longest_, letters.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(letters, inner) & mask;
  while (slots_[at].id >= 0 && slots_[at].piece != piece) at = (at + 1) & mask;
  if (slots_[at].id < 0) slots_[at] = {piece, id};
}

std::int32_t Vocabulary::find(std::string_view letters, bool inner) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_of(letters, inner) & mask; slots_[at].id >= 0; at = (at + 1) & mask) {
    std::string_view piece = slots_[at].piece;
    if (is_inner(piece) != inner) continue;
    if (inner) piece.remove_prefix(inner_mark.size());
    if (piece == letters) return slots_[at].id;
  }
  return -1;
}

std::uint16_t Vocabulary::split(std::string_view folded, std::vector<std::int32_t>& pieces) const {
  const std::size_t before = pieces.size();
  const bool fits =
      !folded.empty() && (folded.size() <= longest_word || code_points(folded) <= longest_word);
  std::size_t start = 0;
  while (fits && start < folded.size()) {
    std::size_t end = std::min(folded.size(), start + longest_);
    std::int32_t id = -1;
    for (; end > start; --end) {
      if (!is_boundary(folded, end)) continue;
      id = find(folded.substr(start, end - start), start > 0);
      if (id >= 0) break;
    }
    if (id < 0) break;
    pieces.push_back(id);
    start = end;
  }
  if (!fits || start < folded.size()) {
    pieces.resize(before);
    pieces.push_back(unknown_);
  }
  return static_cast<std::uint16_t>(pieces.size() - before);
}

}  // namespace quoth::segment
