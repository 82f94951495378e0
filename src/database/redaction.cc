#include "database/redaction.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "text/utf8.h"

namespace quoth::database {
namespace {

constexpr std::size_t least_repeated = 12;

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}

/// Without marks, periods and spaces at both ends.
std::string_view core(std::string_view words) {
  const auto is_sign = [](std::string_view text, std::size_t at) {
    const auto value = text::decode(text, at).value;
    return value < 0x80 ? !is_word_byte(text[at]) : value >= 0x2000 && value <= 0x206F;
  };
  while (!words.empty() && is_sign(words, 0)) words.remove_prefix(text::decode(words, 0).size);
  while (!words.empty()) {
    std::size_t last = words.size() - 1;
    while (last > 0 && !text::starts_sequence(words[last])) --last;
    if (!is_sign(words, last)) break;
    words.remove_suffix(words.size() - last);
  }
  return words;
}

void blank(std::string& text, std::size_t start, std::size_t end) {
  for (std::size_t at = start; at < end; ++at) {
    if (text[at] != '\n') text[at] = '*';
  }
}

/// Finds in one pass where any of the words stand again.
class RepeatedWords {
 public:
  explicit RepeatedWords(const std::vector<std::string>& words) {
    for (const std::string& each : words)
      by_beginning_.emplace(std::string_view(each).substr(0, least_repeated), each);
  }

  /// The longest of the words that stands at `at`; empty for none.
  std::string_view at(std::string_view text, std::size_t at) const {
    std::string_view longest;
    if (at + least_repeated > text.size()) return longest;
    const auto [first, last] = by_beginning_.equal_range(text.substr(at, least_repeated));
    for (auto it = first; it != last; ++it) {
      if (it->second.size() > longest.size() && text.substr(at).starts_with(it->second))
        longest = it->second;
    }
    return longest;
  }

  bool any_in(std::string_view text) const {
    for (std::size_t k = 0; k < text.size(); ++k) {
      if (!at(text, k).empty()) return true;
    }
    return false;
  }

 private:
  std::unordered_multimap<std::string_view, std::string_view> by_beginning_;
};

}  // namespace

std::vector<bool> spoken_by(const Record& record, const std::vector<bool>& entities) {
  std::vector<bool> marked(record.quotations.size());
  for (std::size_t k = 0; k < marked.size(); ++k) {
    const auto& speaker = record.quotations[k].speaker;
    if (!speaker) continue;
    const auto& members = record.entities[speaker->entity].members;
    marked[k] =
        entities[speaker->entity] ||
        std::any_of(members.begin(), members.end(), [&](std::size_t m) { return entities[m]; });
  }
  return marked;
}

std::vector<Span> contents_of(const Record& record, const std::vector<bool>& marked) {
  std::vector<Span> spans;
  for (std::size_t k = 0; k < marked.size(); ++k) {
    const auto& content = record.quotations[k].content;
    if (marked[k]) spans.insert(spans.end(), content.begin(), content.end());
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

std::vector<std::string> taken_words(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> words;
  for (const Span span : spans) {
    const std::string_view taken = core(text.substr(span.start, span.end - span.start));
    if (taken.size() >= least_repeated) words.emplace_back(taken);
  }
  // Many equal ones would be compared one by one.
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string redacted(std::string_view text, const std::vector<Span>& spans) {
  std::string out(text);
  const std::vector<std::string> words = taken_words(text, spans);
  const RepeatedWords repeated(words);
  for (std::size_t at = 0; !words.empty() && at < text.size(); ++at) {
    const std::string_view found = repeated.at(text, at);
    if (!found.empty()) blank(out, at, at + found.size());
  }
  for (const Span span : spans) blank(out, span.start, span.end);
  return out;
}

store::RecordedDocument on_redacted_text(store::RecordedDocument recorded, std::string text,
                                         const std::vector<std::string>& taken_words,
                                         std::vector<std::size_t>* kept_indices) {
  const std::string before(recorded.document.text());
  const auto is_taken = [&](std::size_t at) { return before[at] != text[at]; };
  const auto any_taken = [&](Span span) {
    for (std::size_t at = span.start; at < span.end; ++at) {
      if (is_taken(at)) return true;
    }
    return false;
  };
  const auto any_left = [&](Span span) {
    for (std::size_t at = span.start; at < span.end; ++at) {
      if (!is_taken(at) && is_word_byte(before[at])) return true;
    }
    return false;
  };
  Record& record = recorded.record;
  std::vector<std::optional<std::size_t>> place(record.quotations.size());
  std::vector<Quotation> kept;
  for (std::size_t k = 0; k < record.quotations.size(); ++k) {
    Quotation& quotation = record.quotations[k];
    const auto& content = quotation.content;
    if (std::any_of(content.begin(), content.end(), any_taken) &&
        std::none_of(content.begin(), content.end(), any_left)) {
      continue;
    }
    place[k] = kept.size();
    if (kept_indices != nullptr) kept_indices->push_back(k);
    kept.push_back(std::move(quotation));
  }
  for (Quotation& quotation : kept) {
    if (quotation.parent) quotation.parent = place[*quotation.parent];
  }
  record.quotations = std::move(kept);
  for (Entity& entity : record.entities) std::erase_if(entity.mentions, any_taken);
  DocumentFacts& facts = recorded.facts;
  if (facts.title && RepeatedWords(taken_words).any_in(*facts.title)) facts.title.reset();
  facts.extra.clear();
  if (std::find(facts.notes.begin(), facts.notes.end(), "redacted") == facts.notes.end())
    facts.notes.emplace_back("redacted");
  // Bytes were replaced by ASCII ones, whole characters at a time: it is UTF-8 and not longer.
  recorded.document = *Document::from_utf8(std::move(text));
  return recorded;
}

}  // namespace quoth::database
