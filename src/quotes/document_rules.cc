#include <algorithm>
#include <array>
#include <map>

#include "quotes/frames.h"
#include "quotes/rules.h"
#include "quotes/signatures.h"

namespace quoth::quotes {
namespace {

using segment::MarkedRange;
using segment::WordRange;

constexpr std::uint32_t shortest_sentence = 4;  // Words, marks and punctuation left out.
constexpr std::uint32_t longest_scare_quote = 5;
constexpr float unattributed_confidence =
    0.5F;  // Nothing was learnt about these; half of them are right.

std::uint32_t spoken_words(const Context& context, WordRange words) {
  std::uint32_t count = 0;
  for (std::uint32_t w = words.first; w < words.end; ++w)
    count += context.is_punctuation(w) ? 0U : 1U;
  return count;
}

bool is_sentence_end(std::string_view sign) {
  return sign == "." || sign == "?" || sign == "!" || sign == "…" || sign == ",";
}

/// Ends in a stop or comma inside its marks, starts with a capital, and is long enough.
bool is_quoted_sentence(const Context& context, const MarkedRange& range) {
  const std::uint32_t inside_end = range.words.end - (range.closed ? 1U : 0U);
  if (range.depth > 0 || inside_end < range.words.first + 2) return false;
  const auto shape = context.segmented.words[range.words.first + 1].shape;
  return is_sentence_end(context.word(inside_end - 1)) && shape != segment::Shape::lower &&
         spoken_words(context, range.words) >= shortest_sentence;
}

/// Words that belong to some content, cue or source.
std::vector<bool> claimed_words(const Context& context, const std::vector<Draft>& drafts) {
  std::vector<bool> claimed(context.segmented.words.size(), false);
  for (const Draft& draft : drafts) {
    for (const auto* ranges : {&draft.content, &draft.cue, &draft.source}) {
      for (const WordRange words : *ranges) {
        std::fill(claimed.begin() + words.first, claimed.begin() + words.end, true);
      }
    }
  }
  return claimed;
}

template <typename Action>
void for_each_unclaimed_sentence(const Context& context, const std::vector<Draft>& drafts,
                                 Action action) {
  const std::vector<bool> claimed = claimed_words(context, drafts);
  for (const MarkedRange& range : context.segmented.marks) {
    if (!is_quoted_sentence(context, range)) continue;
    const auto first = claimed.begin() + range.words.first;
    if (std::find(first, claimed.begin() + range.words.end, true) ==
        claimed.begin() + range.words.end) {
      action(range.words);
    }
  }
}

WordRange paragraph_of(const Context& context, std::uint32_t word) {
  const auto& paragraphs = context.segmented.paragraphs;
  const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), word,
                                      [](std::uint32_t w, WordRange p) { return w < p.first; });
  return *(after - 1);
}

std::uint32_t last_word(const Draft& draft) {
  std::uint32_t last = 0;
  for (const auto* ranges : {&draft.content, &draft.cue, &draft.source}) {
    for (const WordRange words : *ranges) last = std::max(last, words.end);
  }
  return last;
}

void drop_scare_quotes(const Context& context, const char*, std::vector<Draft>& drafts) {
  std::erase_if(drafts, [&](const Draft& draft) {
    if (!draft.cue.empty() || !draft.source.empty()) return false;
    std::uint32_t words = 0;
    for (const WordRange piece : draft.content) words += spoken_words(context, piece);
    const std::uint32_t last = draft.content.back().end - 1;
    const std::uint32_t before = last > draft.content.back().first ? last - 1 : last;
    const bool sentence =
        is_sentence_end(context.word(last)) || is_sentence_end(context.word(before));
    return words <= longest_scare_quote && !sentence;
  });
}

/// A draft whose content ends in marks: one that a quoted sentence may continue.
struct QuotedDraft {
  Draft* draft;
  std::uint32_t last_word;
};

/// In the order of their anchors, in which drafts still are. They point into `drafts`.
std::vector<QuotedDraft> quoted_drafts(const Context& context, std::vector<Draft>& drafts) {
  std::vector<QuotedDraft> quoted;
  for (Draft& draft : drafts) {
    const std::uint32_t last = draft.content.back().end - 1;
    if (context.segmented.words[last].mark != segment::Mark::outside)
      quoted.push_back({&draft, last_word(draft)});
  }
  return quoted;
}

/// The last one whose anchor stands in [from, to) and all of whose words end by `to`. Those passed over are few: an attribution's words
/// stand near its anchor.
QuotedDraft* last_quoted_before(std::vector<QuotedDraft>& quoted, std::uint32_t from,
                                std::uint32_t to) {
  auto found =
      std::lower_bound(quoted.begin(), quoted.end(), to,
                       [](const QuotedDraft& q, std::uint32_t w) { return q.draft->anchor < w; });
  while (found != quoted.begin() && (found - 1)->draft->anchor >= from) {
    --found;
    if (found->last_word <= to) return &*found;
  }
  return nullptr;
}

void join_floating(const Context& context, const char* name, std::vector<Draft>& drafts) {
  std::vector<WordRange> floating;
  for_each_unclaimed_sentence(context, drafts, [&](WordRange words) { floating.push_back(words); });
  std::vector<QuotedDraft> quoted = quoted_drafts(context, drafts);
  const std::string rule = std::string("rule:") + name;
  for (const WordRange words : floating) {
    const WordRange paragraph = paragraph_of(context, words.first);
    QuotedDraft* nearest = last_quoted_before(quoted, paragraph.first, words.first);
    if (nearest == nullptr) continue;
    nearest->draft->content.push_back(words);
    nearest->last_word = words.end;
    auto& why = nearest->draft->quotation.why;
    if (why.empty() || why.back() != rule) why.push_back(rule);
  }
}

void keep_unattributed(const Context& context, const char* name, std::vector<Draft>& drafts) {
  std::vector<Draft> kept;
  for_each_unclaimed_sentence(context, drafts, [&](WordRange words) {
    const WordRange paragraph = paragraph_of(context, words.first);
    if (paragraph != words) return;
    Draft draft;
    draft.content.push_back(words);
    draft.anchor = words.first;
    draft.quotation.confidence = unattributed_confidence;
    draft.quotation.why.emplace_back(std::string("rule:") + name);
    kept.push_back(std::move(draft));
  });
  std::move(kept.begin(), kept.end(), std::back_inserter(drafts));
}

void drop_duplicates(const Context&, const char*, std::vector<Draft>& drafts) {
  std::map<std::pair<std::vector<WordRange>, std::vector<WordRange>>, float> best;
  for (const Draft& draft : drafts) {
    float& most = best[{draft.content, draft.source}];
    most = std::max(most, draft.quotation.confidence);
  }
  std::erase_if(drafts, [&](const Draft& draft) {
    float& most = best[{draft.content, draft.source}];
    if (draft.quotation.confidence < most || most < 0.0F) return true;
    most = -1.0F;  // The first of equals stays.
    return false;
  });
}

constexpr std::array<DocumentRule, 8> rules{{{"drop_scare_quotes", &drop_scare_quotes},
                                             {"frame", &frame_reports},
                                             {"enclose", &enclose_inner_speech},
                                             {"inner_source", &keep_inner_sources},
                                             {"signed", &read_signatures},
                                             {"join_floating", &join_floating},
                                             {"keep_unattributed", &keep_unattributed},
                                             {"drop_duplicates", &drop_duplicates}}};

}  // namespace

std::span<const DocumentRule> document_rules() { return rules; }

}  // namespace quoth::quotes
