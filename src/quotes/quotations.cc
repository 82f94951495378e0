#include "quotes/quotations.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "quotes/confidence.h"
#include "quotes/kind.h"
#include "quotes/nesting.h"
#include "quotes/rules.h"

namespace quoth::quotes {
namespace {

constexpr float negation_threshold =
    0.6F;  // With negating words read by rule; 0.5 costs a point of F1 on Wikinews dev.

/// 0.97, without the locale's help.
std::string two_decimals(float share) {
  const auto hundredths = static_cast<int>(std::lround(share * 100.0F));
  std::string text = std::to_string(hundredths / 100) + ".";
  text += static_cast<char>('0' + hundredths / 10 % 10);
  text += static_cast<char>('0' + hundredths % 10);
  return text;
}

Draft draft_of(const tag::TaggedAnchor& anchor) {
  Draft draft;
  draft.anchor = anchor.word;
  draft.anchor_probability = anchor.probability;
  draft.role_probability = anchor.role_probability;
  for (const tag::RoleRange& role : anchor.roles) {
    auto& ranges = role.role == tag::Role::content  ? draft.content
                   : role.role == tag::Role::source ? draft.source
                                                    : draft.cue;
    ranges.push_back(role.words);
  }
  draft.circumstances = anchor.circumstances;
  draft.quotation.act = anchor.act;
  draft.quotation.negated = anchor.negated >= negation_threshold;
  draft.quotation.confidence = confidence_of(anchor);
  draft.transcript = anchor.transcript;
  draft.quotation.why.push_back(
      anchor.transcript != 0 ? "rule:turn" : "anchor:" + two_decimals(anchor.probability));
  return draft;
}

void apply_draft_rules(const Context& context, const base::RuleChoice& rules, Draft& draft) {
  for (const DraftRule& rule : draft_rules()) {
    if (draft.content.empty()) return;
    if (rules.has(rule.name) && rule.apply(context, draft))
      draft.quotation.why.push_back(std::string("rule:") + rule.name);
  }
}

std::vector<Span> spans_of(const Context& context, const std::vector<segment::WordRange>& ranges) {
  std::vector<Span> spans;
  spans.reserve(ranges.size());
  for (const segment::WordRange words : ranges) spans.push_back(context.span(words));
  return spans;
}

void write_spans(const Context& context, Draft& draft) {
  std::sort(draft.content.begin(), draft.content.end());
  draft.quotation.content = spans_of(context, draft.content);
  draft.quotation.cue = spans_of(context, draft.cue);
  draft.quotation.source = spans_of(context, draft.source);
  draft.quotation.kind = kind_of(context, draft.content);
}

}  // namespace

std::vector<Draft> make_quotations(std::string_view text, const segment::SegmentedText& segmented,
                                   const tag::TaggedText& tagged, const base::RuleChoice& rules) {
  const Context context{text, segmented};
  std::vector<Draft> drafts;
  for (const tag::TaggedAnchor& anchor : tagged.anchors) {
    Draft draft = draft_of(anchor);
    apply_draft_rules(context, rules, draft);
    if (!draft.content.empty()) drafts.push_back(std::move(draft));
  }
  for (const DocumentRule& rule : document_rules()) {
    if (rules.has(rule.name)) rule.apply(context, rule.name, drafts);
  }
  for (Draft& draft : drafts) write_spans(context, draft);
  nest(drafts);
  return drafts;
}

}  // namespace quoth::quotes
