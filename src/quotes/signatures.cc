#include "quotes/signatures.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::quotes {
namespace {

using segment::Shape;
using segment::WordRange;

constexpr std::uint32_t longest_signature = 12;  // In words: name, comma and role.

bool is_dash(const Context& context, std::uint32_t w) {
  const std::string_view word = context.word(w);
  return word == "―" || word == "—" || word == "–" || word == "-";
}

std::uint32_t end_of_paragraph(const Context& context, std::uint32_t w) {
  const auto& paragraphs = context.segmented.paragraphs;
  const auto after =
      std::upper_bound(paragraphs.begin(), paragraphs.end(), w,
                       [](std::uint32_t word, WordRange p) { return word < p.first; });
  return after == paragraphs.begin() ? w : (after - 1)->end;
}

/// The lines of a list may be one paragraph.
std::uint32_t end_of_line(const Context& context, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t w = from; w < end; ++w) {
    if (w > from && context.segmented.words[w].gap >= segment::Gap::line) return w;
  }
  return end;
}

/// The name behind the dash that follows the content, without the role behind its comma.
std::optional<WordRange> signature_of(const Context& context, const Draft& draft) {
  const std::uint32_t last = draft.content.back().end - 1;
  const std::uint32_t end = end_of_line(context, last, end_of_paragraph(context, last));
  if (context.segmented.words[last].mark != segment::Mark::closing) return {};
  std::uint32_t first = last + 1;
  while (first < end && is_dash(context, first)) ++first;
  if (first == last + 1 || first >= end || end - first > longest_signature) return {};
  if (context.segmented.words[first].shape != Shape::capitalised) return {};
  std::uint32_t stop = first + 1;
  while (stop < end && context.word(stop) != "," && context.word(stop) != "(") {
    if (context.segmented.words[stop].shape == Shape::lower) return {};
    ++stop;
  }
  while (stop > first + 1 && context.is_punctuation(stop - 1)) --stop;
  return WordRange{first, stop};
}

/// Of two quotations around a signature's dash only the one before it is signed.
bool keep_signed_pieces(Draft& draft) {
  const std::uint32_t dash = draft.cue.front().first;
  const auto after = std::find_if(draft.content.begin(), draft.content.end(),
                                  [dash](WordRange piece) { return piece.first >= dash; });
  const bool splits =
      after != draft.content.begin() && after != draft.content.end() && (after - 1)->end == dash;
  if (splits) draft.content.erase(after, draft.content.end());
  return splits;
}

}  // namespace

void read_signatures(const Context& context, const char* name, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    const bool by_dash = !draft.cue.empty() && is_dash(context, draft.cue.front().first);
    if (!draft.cue.empty() && !by_dash) continue;
    bool changed = by_dash && keep_signed_pieces(draft);
    if (const auto signature = signature_of(context, draft)) {
      const bool known = draft.source.size() == 1 && draft.source.front().first == signature->first;
      if (!known) draft.source.assign(1, *signature);
      if (by_dash) draft.cue.assign(1, {draft.content.back().end, signature->first});
      changed = changed || !known;
    }
    if (changed) draft.quotation.why.push_back(std::string("rule:") + name);
  }
}

}  // namespace quoth::quotes
