#include "attribution/exchange.h"

#include <algorithm>
#include <array>

namespace quoth::attribution {
namespace {

using entities::WordSet;
using quotes::Context;
using quotes::Draft;
using segment::WordRange;

constexpr float handed_on = 0.9F;  // What an addressee taken over keeps of its confidence.

/// What the rules look at. `before` and `after` are the nearest drafts that lie in no other; null: there is none.
struct Case {
  const Context& context;
  const base::RuleChoice& rules;
  const WordSet& replying_verbs;
  const Draft& draft;
  const Draft* before;
  const Draft* after;
};

/// The number of the range that holds the word, or the one after it.
std::ptrdiff_t number_of(const std::vector<WordRange>& ranges, std::uint32_t word) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), word,
                       [](std::uint32_t w, WordRange range) { return w < range.first; });
  return after - ranges.begin();
}

std::ptrdiff_t paragraphs_between(const Case& c, const Draft& before) {
  const auto& paragraphs = c.context.segmented.paragraphs;
  return number_of(paragraphs, c.draft.anchor) - number_of(paragraphs, before.anchor);
}

bool same_sentence(const Case& c, const Draft& other) {
  const auto& sentences = c.context.segmented.sentences;
  return number_of(sentences, c.draft.anchor) == number_of(sentences, other.anchor);
}

bool same_speaker(const Draft& a, const Draft& b) {
  return a.quotation.speaker && b.quotation.speaker &&
         a.quotation.speaker->entity == b.quotation.speaker->entity;
}

/// The same voice in marks again, at most so many paragraphs on.
bool goes_on(const Case& c, const Draft& before, std::ptrdiff_t paragraphs) {
  return c.draft.quotation.kind != Quotation::Kind::indirect && same_speaker(c.draft, before) &&
         paragraphs_between(c, before) <= paragraphs;
}

std::optional<EntityReference> taken_over(const std::optional<EntityReference>& entity) {
  if (!entity) return {};
  return EntityReference{entity->entity, entity->confidence * handed_on};
}

std::optional<EntityReference> asked_next(const Case& c) {
  const bool nobody_asks = c.draft.quotation.act == Quotation::Act::ask && c.draft.source.empty() &&
                           !c.draft.cue.empty() && !c.draft.quotation.speaker;
  if (!nobody_asks || c.after == nullptr || !same_sentence(c, *c.after)) return {};
  return taken_over(c.after->quotation.speaker);
}

std::optional<EntityReference> reply(const Case& c) {
  const bool question = c.before != nullptr && c.before->quotation.act == Quotation::Act::ask;
  if (!question || same_speaker(c.draft, *c.before) || paragraphs_between(c, *c.before) > 1)
    return {};
  for (const WordRange cue : c.draft.cue) {
    for (std::uint32_t w = cue.first; w < cue.end; ++w) {
      if (c.replying_verbs.contains(c.context.word(w)))
        return taken_over(c.before->quotation.speaker);
    }
  }
  return {};
}

std::optional<EntityReference> same_exchange(const Case& c) {
  if (c.before == nullptr || !goes_on(c, *c.before, 0)) return {};
  return taken_over(c.before->quotation.addressee);
}

struct AddresseeRule {
  const char* name;
  std::optional<EntityReference> (*apply)(const Case&);
};
constexpr std::array<AddresseeRule, 3> addressee_rules{
    {{"addressee:asked_next", &asked_next},
     {"addressee:reply", &reply},
     {"addressee:same_exchange", &same_exchange}}};

void hand_on_addressee(const Case& c, Quotation& quotation) {
  if (quotation.addressee) return;
  for (const AddresseeRule& rule : addressee_rules) {
    const auto answer = c.rules.has(rule.name) ? rule.apply(c) : std::nullopt;
    if (!answer) continue;
    if (quotation.speaker && quotation.speaker->entity == answer->entity) return;
    quotation.addressee = answer;
    quotation.why.emplace_back(rule.name);
    return;
  }
}

void hand_on_time(const Case& c, Quotation& quotation) {
  if (quotation.when || c.before == nullptr || !c.before->quotation.when) return;
  const bool one_sentence = same_speaker(c.draft, *c.before) && same_sentence(c, *c.before);
  const bool exchange = goes_on(c, *c.before, quotation.kind == Quotation::Kind::direct ? 1 : 0);
  const char* rule = exchange       ? "when:same_exchange"
                     : one_sentence ? "when:same_sentence"
                                    : nullptr;
  if (rule == nullptr || !c.rules.has(rule)) return;
  quotation.when = c.before->quotation.when;
  quotation.why.emplace_back(rule);
}

}  // namespace

void Exchange::hand_on(const Context& context, const base::RuleChoice& rules,
                       std::vector<Draft>& drafts, std::size_t index) const {
  Draft& draft = drafts[index];
  if (draft.quotation.parent) return;
  Case c{context, rules, replying_verbs_, draft, nullptr, nullptr};
  for (std::size_t k = index; k-- > 0 && c.before == nullptr;) {
    if (!drafts[k].quotation.parent) c.before = &drafts[k];
  }
  for (std::size_t k = index + 1; k < drafts.size() && c.after == nullptr; ++k) {
    if (!drafts[k].quotation.parent) c.after = &drafts[k];
  }
  hand_on_addressee(c, draft.quotation);
  hand_on_time(c, draft.quotation);
}

}  // namespace quoth::attribution
