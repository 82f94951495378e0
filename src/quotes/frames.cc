#include "quotes/frames.h"

#include <algorithm>
#include <optional>
#include <string>

namespace quoth::quotes {
namespace {

using segment::WordRange;

constexpr std::size_t farthest = 3;             // Drafts before and behind that are looked at.
constexpr std::uint32_t longest_addressee = 4;  // In words, with the comma behind it.

/// The words from the first to the last of an attribution's source and cue; empty where one is missing.
WordRange signs_of(const Draft& draft) {
  if (draft.cue.empty() || draft.source.empty()) return {0, 0};
  WordRange signs = draft.cue.front();
  for (const auto* ranges : {&draft.cue, &draft.source}) {
    for (const WordRange words : *ranges) {
      signs.first = std::min(signs.first, words.first);
      signs.end = std::max(signs.end, words.end);
    }
  }
  return signs;
}

/// Nothing but commas and the like stands in [first, end).
bool is_gap(const Context& context, std::uint32_t first, std::uint32_t end) {
  if (first > end) return false;
  for (std::uint32_t w = first; w < end; ++w) {
    if (!context.is_punctuation(w)) return false;
  }
  return true;
}

/// "Bo Li had told her, Ana Ruiz said, that it rains": the words before the commas that belong to what is said after them.
std::optional<WordRange> framed_around(const Context& context, const Draft& outer,
                                       const Draft& inner) {
  const WordRange signs = signs_of(inner);
  const WordRange frame = signs_of(outer);
  if (signs.first == signs.end || frame.first == frame.end) return {};
  const std::uint32_t start = outer.content.front().first;
  const bool same = start == inner.content.front().first;
  const bool parted = signs.end < frame.first && frame.first - signs.end <= longest_addressee &&
                      frame.end + 1 == start && context.word(frame.end) == "," &&
                      context.word(frame.first - 1) == ",";
  return same && parted ? std::optional(WordRange{signs.first, frame.first - 1}) : std::nullopt;
}

/// The outer content with the inner one's source and cue taken in; nothing: the inner one does not stand between.
std::optional<WordRange> framed(const Context& context, const Draft& outer, const Draft& inner) {
  const WordRange signs = signs_of(inner);
  const WordRange frame = signs_of(outer);
  const WordRange piece = outer.content.front();
  if (signs.first == signs.end || frame.first == frame.end || outer.content.size() != 1) return {};
  if (inner.content.size() != 1) return {};
  const WordRange said = inner.content.front();
  const bool behind = signs.end <= frame.first && is_gap(context, piece.end, signs.first) &&
                      said.end == piece.end && is_gap(context, signs.end, frame.first);
  if (behind) return WordRange{piece.first, signs.end};
  const bool before = frame.end <= signs.first && is_gap(context, frame.end, signs.first) &&
                      said.first == piece.first && is_gap(context, signs.end, said.first);
  if (before) return WordRange{signs.first, piece.end};
  // "He wrote “We won,” the AP reports": who stands behind reports the whole.
  const bool around = said == piece && is_gap(context, signs.end, said.first) &&
                      is_gap(context, piece.end, frame.first);
  if (around) return WordRange{signs.first, piece.end};
  return {};
}

/// The end of what `inner` says, where it starts in the piece and reaches over its end in the same sentence; else that of the piece.
std::uint32_t reach(const Context& context, WordRange piece, const Draft& inner) {
  const bool inside = piece.first <= inner.anchor && inner.anchor < piece.end;
  const WordRange last = inner.content.back();
  if (!inside || last.first < piece.first || last.first >= piece.end || last.end <= piece.end)
    return piece.end;
  const auto& sentences = context.segmented.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), piece.end - 1,
                                      [](std::uint32_t w, WordRange s) { return w < s.first; });
  return last.end <= (after - 1)->end ? last.end : piece.end;
}

/// "as saying", or "saying" after "as".
bool is_as_cue(const Context& context, const Draft& draft) {
  if (draft.cue.empty() || draft.cue.front().first == 0) return false;
  const std::uint32_t first = draft.cue.front().first;
  return context.word(first) == "as" || context.word(first - 1) == "as";
}

/// The word stands in the draft's content.
bool holds(const Draft& draft, std::uint32_t word) {
  return std::any_of(draft.content.begin(), draft.content.end(),
                     [word](WordRange piece) { return piece.first <= word && word < piece.end; });
}

}  // namespace

void frame_reports(const Context& context, const char* name, std::vector<Draft>& drafts) {
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    const std::size_t first = k - std::min(k, farthest);
    const std::size_t end = std::min(drafts.size(), k + farthest + 1);
    for (std::size_t other = first; other < end; ++other) {
      if (other == k) continue;
      const auto whole = framed(context, drafts[k], drafts[other]);
      const auto before = whole ? std::nullopt : framed_around(context, drafts[k], drafts[other]);
      if (!whole && !before) continue;
      if (whole) drafts[k].content.front() = *whole;
      if (before) drafts[k].content.insert(drafts[k].content.begin(), *before);
      drafts[k].quotation.why.push_back(std::string("rule:") + name);
      break;
    }
  }
}

void keep_inner_sources(const Context& context, const char* name, std::vector<Draft>& drafts) {
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    Draft& inner = drafts[k];
    if (inner.source.size() < 2 || !is_as_cue(context, inner)) continue;
    const std::size_t end = std::min(drafts.size(), k + farthest + 1);
    for (std::size_t other = k - std::min(k, farthest); other < end; ++other) {
      const Draft& outer = drafts[other];
      if (other == k || outer.source.size() != 1 || !holds(outer, inner.anchor)) continue;
      const auto reporter =
          std::find(inner.source.begin(), inner.source.end(), outer.source.front());
      if (reporter == inner.source.end()) continue;
      inner.source.erase(reporter);
      inner.quotation.why.push_back(std::string("rule:") + name);
      break;
    }
  }
}

void enclose_inner_speech(const Context& context, const char* name, std::vector<Draft>& drafts) {
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    Draft& outer = drafts[k];
    const std::size_t end = std::min(drafts.size(), k + farthest + 1);
    for (std::size_t other = k - std::min(k, farthest); other < end; ++other) {
      WordRange& piece = outer.content.back();
      const std::uint32_t whole = other == k ? piece.end : reach(context, piece, drafts[other]);
      if (whole == piece.end) continue;
      piece.end = whole;
      outer.quotation.why.push_back(std::string("rule:") + name);
    }
  }
}

}  // namespace quoth::quotes
