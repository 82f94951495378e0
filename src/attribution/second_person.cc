#include "attribution/second_person.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quoth::attribution {
namespace {

using quotes::Context;
using quotes::Draft;
using segment::WordRange;

constexpr std::size_t most_subjects = 3;
constexpr float called_by_name = 0.8F;

bool is_second_person(std::string_view word) {
  return word == "you" || word == "You" || word == "your" || word == "Your";
}

bool says_you(const Context& context, const Draft& draft) {
  for (const WordRange piece : draft.content) {
    for (std::uint32_t w = piece.first; w < piece.end; ++w) {
      if (is_second_person(context.word(w))) return true;
    }
  }
  return false;
}

/// The words from `span.start` to `span.end`.
WordRange words_of(const Context& context, Span span) {
  const auto& words = context.segmented.words;
  const auto first =
      std::lower_bound(words.begin(), words.end(), span.start,
                       [](const segment::Word& w, std::size_t at) { return w.span.start < at; });
  auto end = first;
  while (end != words.end() && end->span.end <= span.end) ++end;
  return {static_cast<std::uint32_t>(first - words.begin()),
          static_cast<std::uint32_t>(end - words.begin())};
}

bool is_greeting(std::string_view word) {
  constexpr std::array<std::string_view, 6> greetings{"So", "Hey", "Hi", "Hello", "Dear", "Thanks"};
  return std::find(greetings.begin(), greetings.end(), word) != greetings.end();
}

/// "I love you John"; "John, will you", "So John, I" where the words begin.
bool is_called(const Context& context, WordRange piece, WordRange name, bool says_you) {
  if (name.first <= piece.first || name.end > piece.end) return false;
  const std::string_view before = context.word(name.first - 1);
  if (before == "you" || before == "You") return true;
  if (name.end == piece.end || context.word(name.end) != ",") return false;
  const bool opens = name.first == piece.first + 1 && context.is_punctuation(piece.first);
  const bool greeted = name.first == piece.first + 2 && is_greeting(before);
  return (opens && says_you) || greeted;
}

}  // namespace

SecondPerson::SecondPerson(const std::vector<Entity>& entities) : is_person_(entities.size()) {
  for (std::size_t k = 0; k < entities.size(); ++k) {
    is_person_[k] = entities[k].type == EntityType::person;
    if (!is_person_[k]) continue;
    for (const Span mention : entities[k].mentions) names_.push_back({mention, k});
  }
  std::sort(names_.begin(), names_.end(), [](const NamedPerson& a, const NamedPerson& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.entity < b.entity;
  });
}

void SecondPerson::find_addressee(const Context& context, Draft& draft) const {
  Quotation& quotation = draft.quotation;
  if (quotation.addressee || quotation.kind != Quotation::Kind::direct) return;
  const bool to_somebody = says_you(context, draft);
  for (const WordRange piece : draft.content) {
    const Span span = context.span(piece);
    auto name = std::lower_bound(
        names_.begin(), names_.end(), span.start,
        [](const NamedPerson& person, std::size_t at) { return person.span.start < at; });
    for (; name != names_.end() && name->span.end <= span.end; ++name) {
      const WordRange words = words_of(context, name->span);
      const bool is_name = context.segmented.words[words.first].shape != segment::Shape::lower &&
                           !is_second_person(context.word(words.first));
      const bool by_speaker = quotation.speaker && quotation.speaker->entity == name->entity;
      if (!is_name || by_speaker || !is_called(context, piece, words, to_somebody)) continue;
      quotation.addressee = EntityReference{name->entity, called_by_name};
      quotation.why.emplace_back("addressee:vocative");
      return;
    }
  }
}

void SecondPerson::add_subject(const Context& context, Draft& draft) const {
  Quotation& quotation = draft.quotation;
  if (!quotation.addressee || !is_person_[quotation.addressee->entity]) return;
  if (quotation.about.size() >= most_subjects || !says_you(context, draft)) return;
  const bool known = std::any_of(
      quotation.about.begin(), quotation.about.end(),
      [&](const EntityReference& s) { return s.entity == quotation.addressee->entity; });
  if (!known) quotation.about.push_back(*quotation.addressee);
}

}  // namespace quoth::attribution
