#include "store/first_articles.h"

#include <algorithm>
#include <cstddef>

namespace quoth::store {
namespace {

// A line: the id's length in a byte, the id, the signature.
constexpr std::size_t longest_id = 128;

}  // namespace

std::optional<std::string> FirstArticles::first_like(const Signature& signature,
                                                     std::string_view id, std::string& log) {
  const auto first = articles_.first_like(signature);
  if (first) return ids_[*first - articles_.forgotten()];
  ids_.emplace_back(id);
  while (ids_.size() > articles_.firsts() - articles_.forgotten()) ids_.pop_front();
  log.push_back(static_cast<char>(id.size()));
  log.append(id);
  log.append(signature.begin(), signature.end());
  return {};
}

bool FirstArticles::restore(std::string_view log) {
  std::size_t at = 0;
  std::string ignored;
  while (at < log.size()) {
    const std::size_t length = static_cast<unsigned char>(log[at]);
    ++at;
    Signature signature;
    if (length > longest_id || log.size() - at < length + signature.size()) return false;
    const std::string_view id = log.substr(at, length);
    at += length;
    std::copy_n(log.begin() + static_cast<std::ptrdiff_t>(at), signature.size(), signature.begin());
    at += signature.size();
    first_like(signature, id, ignored);
    ignored.clear();
  }
  return true;
}

}  // namespace quoth::store
