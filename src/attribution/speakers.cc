#include "attribution/speakers.h"

#include <algorithm>
#include <array>
#include <string>

namespace quoth::attribution {
namespace {

using entities::ResolvedSource;
using quotes::Draft;
using segment::WordRange;

constexpr std::uint8_t first_person = 5, second_person = 6;
constexpr float handed_on =
    0.9F;  // What a speaker taken over from another quotation keeps of its confidence.
// Quotations looked at: a text without full stops must not cost the square of its length.
constexpr std::size_t farthest_quotation = 50;

/// What the rules look at: all drafts in order, those before `index` with their speakers set.
struct Case {
  std::string_view text;
  const segment::SegmentedText& segmented;
  const std::vector<Draft>& drafts;
  std::size_t index;
  const ResolvedSource* source;  ///< Null: the quotation has none.
  std::string_view source_text;
  const std::map<std::size_t, std::size_t>& affiliations;
  const std::map<std::uint32_t, std::size_t>& names;

  const Draft& draft() const { return drafts[index]; }
};

struct Answer {
  std::optional<EntityReference> speaker;
  std::string why;
};

std::optional<EntityReference> taken_over(const std::optional<EntityReference>& speaker) {
  if (!speaker) return {};
  return EntityReference{speaker->entity, speaker->confidence * handed_on};
}

bool is_first_person_inside(const Case& c) {
  return c.source != nullptr && c.source->pronoun == first_person && c.draft().quotation.parent;
}

bool is_plural(std::string_view pronoun) {
  return pronoun == "we" || pronoun == "We" || pronoun == "our" || pronoun == "Our" ||
         pronoun == "us";
}

Answer we_of_organization(const Case& c) {
  if (!is_first_person_inside(c) || !is_plural(c.source_text)) return {};
  const auto& speaker = c.drafts[*c.draft().quotation.parent].quotation.speaker;
  if (!speaker) return {};
  const auto found = c.affiliations.find(speaker->entity);
  if (found == c.affiliations.end()) return {};
  return {EntityReference{found->second, speaker->confidence * handed_on},
          "rule:we_of_organization"};
}

Answer speaker_of_parent(const Case& c) {
  if (!is_first_person_inside(c)) return {};
  return {taken_over(c.drafts[*c.draft().quotation.parent].quotation.speaker),
          "rule:speaker_of_parent"};
}

/// "I hope you'll reconsider", he wrote to West: whoever reconsiders is West.
Answer addressee_of_parent(const Case& c) {
  const bool second = c.source != nullptr && c.source->pronoun == second_person;
  if (!second || !c.draft().quotation.parent) return {};
  return {taken_over(c.drafts[*c.draft().quotation.parent].quotation.addressee),
          "rule:addressee_of_parent"};
}

Answer source(const Case& c) {
  if (c.source == nullptr) return {};
  return {c.source->entity, c.source->why};
}

/// A source that a rule found, and no anchor: the name in it.
Answer named_source(const Case& c) {
  if (c.source != nullptr || c.draft().source.empty()) return {};
  const WordRange words = c.draft().source.front();
  const auto name = c.names.lower_bound(words.first);
  if (name == c.names.end() || name->first >= words.end) return {};
  return {EntityReference{name->second, entities::name_confidence}, "rule:named_source"};
}

bool share_a_range(const std::vector<WordRange>& ranges, std::uint32_t a, std::uint32_t b) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), std::min(a, b),
                                      [](std::uint32_t w, WordRange p) { return w < p.first; });
  return after == ranges.end() || std::max(a, b) < after->first;
}

Answer same_paragraph(const Case& c) {
  const Draft& draft = c.draft();
  if (c.index == 0 || !draft.cue.empty() || !draft.source.empty()) return {};
  if (draft.quotation.kind == Quotation::Kind::indirect) return {};
  const Draft& before = c.drafts[c.index - 1];
  if (!share_a_range(c.segmented.paragraphs, before.anchor, draft.anchor)) return {};
  return {taken_over(before.quotation.speaker), "rule:same_paragraph"};
}

/// "were told", "can be told": whoever told is not the one that another verb of the sentence has.
bool is_passive(const Case& c) {
  const quotes::Context context{c.text, c.segmented};
  const WordRange cue = c.draft().cue.front();
  for (std::uint32_t w = cue.first; w < cue.end; ++w) {
    for (const std::string_view verb : {"was", "were", "is", "are", "been", "being", "be"}) {
      if (context.word(w) == verb) return true;
    }
  }
  return false;
}

/// "Reid welcomed the vote and called for more": the nearest quotation before it in its sentence, at the same depth.
Answer same_sentence(const Case& c) {
  const Draft& draft = c.draft();
  if (draft.cue.empty() || !draft.source.empty() || is_passive(c)) return {};
  const Draft* nearest = nullptr;
  const std::size_t stop = c.index - std::min(c.index, farthest_quotation);
  for (std::size_t k = c.index; k-- > stop;) {
    const Draft& other = c.drafts[k];
    if (!share_a_range(c.segmented.sentences, other.anchor, draft.anchor)) break;
    const bool before = other.anchor < draft.anchor && !other.source.empty();
    const bool same_depth = other.quotation.parent == draft.quotation.parent;
    if (before && same_depth && (nearest == nullptr || other.anchor > nearest->anchor))
      nearest = &other;
  }
  if (nearest == nullptr) return {};
  return {taken_over(nearest->quotation.speaker), "rule:same_sentence"};
}

struct SpeakerRule {
  const char* name;
  Answer (*apply)(const Case&);
};

constexpr std::array<SpeakerRule, 7> rules{{{"we_of_organization", &we_of_organization},
                                            {"speaker_of_parent", &speaker_of_parent},
                                            {"addressee_of_parent", &addressee_of_parent},
                                            {"source", &source},
                                            {"named_source", &named_source},
                                            {"same_sentence", &same_sentence},
                                            {"same_paragraph", &same_paragraph}}};

const ResolvedSource* source_of(const Draft& draft, const entities::Resolution& resolution) {
  if (draft.source.empty()) return nullptr;
  const auto found = resolution.sources.find(draft.source.front());
  return found == resolution.sources.end() ? nullptr : &found->second;
}

std::string_view source_text(std::string_view text, const Draft& draft) {
  if (draft.quotation.source.empty()) return {};
  const Span span = draft.quotation.source.front();
  return text.substr(span.start, span.end - span.start);
}

}  // namespace

void name_speaker(const quotes::Context& context, const entities::Resolution& resolution,
                  const base::RuleChoice& chosen, std::vector<Draft>& drafts, std::size_t index) {
  Draft& draft = drafts[index];
  const Case c{context.text,
               context.segmented,
               drafts,
               index,
               source_of(draft, resolution),
               source_text(context.text, draft),
               resolution.affiliations,
               resolution.names};
  if (c.source != nullptr) draft.quotation.candidates = c.source->candidates;
  for (const SpeakerRule& rule : rules) {
    if (!chosen.has(rule.name)) continue;
    const Answer answer = rule.apply(c);
    if (!answer.speaker) continue;
    draft.quotation.speaker = answer.speaker;
    draft.quotation.why.push_back(answer.why);
    return;
  }
}

}  // namespace quoth::attribution
