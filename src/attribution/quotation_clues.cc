#include "attribution/quotation_clues.h"

#include <algorithm>
#include <string>
#include <utility>

#include "nn/probability.h"

namespace quoth::attribution {
namespace {

using quotes::Context;
using quotes::Draft;
using segment::MarkedRange;
using segment::WordRange;

constexpr float least_probability = 0.001F;
constexpr std::uint32_t short_content = 3;     // Words.
constexpr std::size_t farthest_neighbour = 8;  // Drafts on either side: keeps the cost linear.

std::uint32_t spoken_words(const Context& context, const std::vector<WordRange>& ranges) {
  std::uint32_t count = 0;
  for (const WordRange words : ranges) {
    for (std::uint32_t w = words.first; w < words.end; ++w)
      count += context.is_punctuation(w) ? 0U : 1U;
  }
  return count;
}

std::uint32_t words_between(const Draft& draft) {
  std::uint32_t nearest = ~0U;
  for (const WordRange piece : draft.content) {
    const std::uint32_t gap = draft.anchor < piece.first  ? piece.first - draft.anchor
                              : draft.anchor >= piece.end ? draft.anchor - piece.end + 1
                                                          : 0;
    nearest = std::min(nearest, gap);
  }
  return nearest;
}

/// Marks around the piece's first or last word that the piece does not hold whole.
bool cuts_marks(const Context& context, WordRange piece) {
  const auto& marks = context.segmented.marks;
  auto range =
      std::lower_bound(marks.begin(), marks.end(), piece.first,
                       [](const MarkedRange& m, std::uint32_t w) { return m.words.first < w; });
  // Of the ranges that start before the piece only a near one can end inside it.
  for (auto before = range; before != marks.begin() && range - before < 4;) {
    --before;
    if (before->words.end > piece.first && before->words.end < piece.end) return true;
  }
  for (; range != marks.end() && range->words.first < piece.end; ++range) {
    if (range->words.end > piece.end) return true;
  }
  return false;
}

bool is_followed_by_stop(const Context& context, WordRange piece) {
  const auto& words = context.segmented.words;
  if (piece.end >= words.size() || words[piece.end].gap == segment::Gap::paragraph) return true;
  return context.is_punctuation(piece.end) || context.is_punctuation(piece.end - 1);
}

bool crosses_sentence(const Context& context, WordRange piece) {
  const auto& sentences = context.segmented.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), piece.first,
                                      [](std::uint32_t w, WordRange s) { return w < s.first; });
  return after != sentences.end() && after->first < piece.end;
}

WordRange hull(const Draft& draft) {
  return {draft.content.front().first, draft.content.back().end};
}

bool are_rivals(WordRange a, WordRange b) {
  const bool overlap = a.first < b.end && b.first < a.end;
  const bool a_holds_b = a.first <= b.first && b.end <= a.end;
  const bool b_holds_a = b.first <= a.first && a.end <= b.end;
  return overlap && !a_holds_b && !b_holds_a;
}

bool has_rival(const std::vector<Draft>& drafts, std::size_t index) {
  const std::size_t first = index > farthest_neighbour ? index - farthest_neighbour : 0;
  const std::size_t end = std::min(drafts.size(), index + farthest_neighbour + 1);
  for (std::size_t k = first; k < end; ++k) {
    if (k != index && are_rivals(hull(drafts[index]), hull(drafts[k]))) return true;
  }
  return false;
}

bool holds_another(const std::vector<Draft>& drafts, std::size_t index) {
  const std::size_t end = std::min(drafts.size(), index + farthest_neighbour + 1);
  for (std::size_t k = index + 1; k < end; ++k) {
    if (drafts[k].quotation.parent == index) return true;
  }
  return false;
}

/// A rule that joined two sentences is told twice, and counts once.
bool holds(const Clues& clues, const std::string& name) {
  return std::any_of(clues.begin(), clues.end(), [&](const Clue& c) { return c.name == name; });
}

/// Adds yes-or-no clues, of which only a yes is written.
class Writer {
 public:
  explicit Writer(Clues& clues) : clues_(clues) {}
  void number(std::string name, float value) { clues_.push_back({std::move(name), value}); }
  void fact(const char* name, bool holds) {
    if (holds) clues_.push_back({name});
  }
  void choice(const std::string& group, const char* value) { clues_.push_back({group + value}); }

 private:
  Clues& clues_;
};

}  // namespace

float log_odds(float probability) {
  const float p = std::clamp(probability, least_probability, 1.0F - least_probability);
  return static_cast<float>(nn::logarithm(double{p} / (1.0 - double{p})));
}

float log_count(double count) { return static_cast<float>(nn::logarithm(1.0 + count)); }

Clues quotation_clues(const Context& context, const std::vector<Draft>& drafts, std::size_t index) {
  const Draft& draft = drafts[index];
  const Quotation& quotation = draft.quotation;
  const std::uint32_t length = spoken_words(context, draft.content);
  const bool is_indirect = quotation.kind == Quotation::Kind::indirect;
  Clues clues;
  Writer write(clues);
  const std::string kind = name(quotation.kind);
  write.number("anchor:" + kind, log_odds(draft.anchor_probability));
  write.number("roles:" + kind, log_odds(draft.role_probability));
  write.choice("kind:", name(quotation.kind));
  write.choice("act:", name(quotation.act));
  write.fact("no_source", draft.source.empty());
  write.fact("no_cue", draft.cue.empty());
  write.fact("nested", quotation.parent.has_value());
  write.fact("holds_another", holds_another(drafts, index));
  write.number("length", log_count(length));
  write.fact("short", length <= short_content);
  write.number("pieces", log_count(static_cast<double>(draft.content.size() - 1)));
  write.number("cue_length", log_count(spoken_words(context, draft.cue)));
  write.number("distance", log_count(words_between(draft)));
  write.fact("cut_marks", cuts_marks(context, hull(draft)));
  write.fact("no_stop", !is_followed_by_stop(context, draft.content.back()));
  write.fact("crosses_sentence", is_indirect && crosses_sentence(context, draft.content.back()));
  write.fact("rival", has_rival(drafts, index));
  for (const std::string& reason : quotation.why) {
    if (reason.starts_with("rule:") && !holds(clues, reason)) clues.push_back({reason});
  }
  return clues;
}

}  // namespace quoth::attribution
