#include "attribution/circumstances.h"

#include <algorithm>

#include "attribution/time_phrase.h"

namespace quoth::attribution {
namespace {

using tag::Circumstance;
using tag::CircumstanceRange;

constexpr std::size_t most_subjects = 3;
constexpr std::size_t farthest_date = 20'000;  // Bytes before a time that the story reckons from.

const CircumstanceRange* most_probable(const quotes::Draft& draft, Circumstance kind) {
  const CircumstanceRange* best = nullptr;
  for (const CircumstanceRange& range : draft.circumstances) {
    if (range.kind == kind && (best == nullptr || range.probability > best->probability))
      best = &range;
  }
  return best;
}

void add_addressee(const entities::Resolution& resolution, quotes::Draft& draft) {
  const auto found = resolution.addressees.find(draft.anchor);
  if (found == resolution.addressees.end() || !found->second.entity) return;
  const auto& speaker = draft.quotation.speaker;
  if (speaker && speaker->entity == found->second.entity->entity) return;
  draft.quotation.addressee = found->second.entity;
  draft.quotation.why.push_back("addressee:" + found->second.why);
}

void add_subjects(const entities::Resolution& resolution, quotes::Draft& draft) {
  const auto found = resolution.subjects.find(draft.anchor);
  if (found == resolution.subjects.end()) return;
  const std::size_t count = std::min(most_subjects, found->second.size());
  draft.quotation.about.assign(found->second.begin(),
                               found->second.begin() + static_cast<std::ptrdiff_t>(count));
}

Time time_of(const quotes::Context& context, Span span,
             const std::optional<CalendarDate>& published, NamedDates& named) {
  Time time{span, {}};
  const std::string_view phrase = context.text.substr(span.start, span.end - span.start);
  auto reading = read_time(phrase, published.value_or(CalendarDate{}));
  if (!reading || reading->from_story || !published) {
    const auto told = named.last_before(span.start, farthest_date);
    reading = told                             ? read_time(phrase, *told)
              : reading && reading->from_story ? std::nullopt
                                               : reading;
  }
  if (reading) time.date = to_iso(reading->date);
  return time;
}

}  // namespace

void add_circumstances(const quotes::Context& context, const entities::Resolution& resolution,
                       const std::optional<CalendarDate>& published, NamedDates& named,
                       quotes::Draft& draft) {
  add_addressee(resolution, draft);
  add_subjects(resolution, draft);
  if (const auto* medium = most_probable(draft, Circumstance::medium))
    draft.quotation.medium = context.span(medium->words);
  if (const auto* when = most_probable(draft, Circumstance::when))
    draft.quotation.when = time_of(context, context.span(when->words), published, named);
}

}  // namespace quoth::attribution
