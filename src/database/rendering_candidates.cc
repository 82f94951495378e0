#include "database/rendering_candidates.h"

#include <algorithm>

namespace quoth::database {
namespace {

constexpr std::size_t most_candidates = 24;
constexpr std::uint32_t least_hits = 2;  // As variants::ShingleIndex asks for two pairs or a three.
// Between two words that weigh there may be light ones, and a rendering may put in a few.
constexpr std::string_view near_end = ", 6)";

/// Whether the index of words finds a word in it.
bool has_letters(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

void append_phrase(std::string_view word, std::string& query) {
  query.push_back('"');
  for (const char c : word) query.push_back(c == '"' || c == '\0' ? ' ' : c);
  query.push_back('"');
}

}  // namespace

RenderingCandidates::RenderingCandidates(Connection& connection)
    : near_(connection,
            "SELECT rowid FROM content WHERE content MATCH ?1 ORDER BY rowid DESC LIMIT 64") {}

std::vector<std::int64_t> RenderingCandidates::of(std::string_view content) {
  hits_.clear();
  words_.read(content);
  std::string_view before;
  for (std::size_t k = 0; k < words_.size(); ++k) {
    const Span span = words_[k].span;
    const std::string_view word = content.substr(span.start, span.end - span.start);
    if (variants::Words::weight(words_[k]) <= 1 || !has_letters(word)) continue;
    if (!before.empty()) {
      query_ = "NEAR(";
      append_phrase(before, query_);
      query_.push_back(' ');
      append_phrase(word, query_);
      query_ += near_end;
      near_.start(query_);
      while (near_.next()) ++hits_[near_.integer(0)];
      near_.rewind();
    }
    before = word;
  }
  std::vector<std::pair<std::uint32_t, std::int64_t>> found;
  for (const auto& [quotation, hits] : hits_) {
    if (hits >= least_hits) found.emplace_back(hits, quotation);
  }
  std::sort(found.rbegin(), found.rend());
  if (found.size() > most_candidates) found.resize(most_candidates);
  std::vector<std::int64_t> quotations;
  for (const auto& [hits, quotation] : found) quotations.push_back(quotation);
  return quotations;
}

}  // namespace quoth::database
