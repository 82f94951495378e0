#include "store/first_articles.h"

#include <cstdint>

namespace quoth::store {
namespace {

// A line: the id's length, the id, the signature's numbers, each of four bytes, the lowest first.
constexpr std::size_t number_bytes = 4;
constexpr std::size_t longest_id = 128;

void append(std::uint32_t number, std::string& log) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    log.push_back(static_cast<char>((number >> shift) & 0xFFU));
}

std::uint32_t number_at(std::string_view log, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t k = number_bytes; k-- > 0;)
    number = number << 8U | static_cast<unsigned char>(log[at + k]);
  return number;
}

}  // namespace

std::optional<std::string> FirstArticles::first_like(const Signature& signature,
                                                     std::string_view id, std::string& log) {
  const auto first = articles_.first_like(signature);
  if (first) {
    ids_.emplace_back();
    return ids_[*first];
  }
  ids_.emplace_back(id);
  append(static_cast<std::uint32_t>(id.size()), log);
  log.append(id);
  for (const std::uint32_t number : signature) append(number, log);
  return {};
}

bool FirstArticles::restore(std::string_view log) {
  std::size_t at = 0;
  std::string ignored;
  while (at < log.size()) {
    if (log.size() - at < number_bytes) return false;
    const std::size_t length = number_at(log, at);
    at += number_bytes;
    Signature signature;
    if (length > longest_id || log.size() - at < length + number_bytes * signature.size())
      return false;
    const std::string_view id = log.substr(at, length);
    at += length;
    for (std::uint32_t& number : signature) {
      number = number_at(log, at);
      at += number_bytes;
    }
    first_like(signature, id, ignored);
    ignored.clear();
  }
  return true;
}

}  // namespace quoth::store
