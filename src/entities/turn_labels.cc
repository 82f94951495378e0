#include "entities/turn_labels.h"

#include <algorithm>
#include <string_view>

#include "quotes/transcript.h"

namespace quoth::entities {
namespace {

using segment::Shape;
using segment::WordRange;
using tag::NameType;

constexpr float found_by_rule = 0.5F;
constexpr std::size_t most_labels =
    16;  // Different ones of a transcript that a short one is compared with.
constexpr std::size_t longest_letters = 4;
constexpr std::uint32_t farthest_interviewee = 16;  // In words behind "interview".

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// "WN" of "Wikinews", "FD" of "Florence Devouard": the same start, and its letters in order.
bool are_letters_of(std::string_view letters, std::string_view label) {
  if (letters.size() >= label.size() || letters.front() != label.front()) return false;
  std::size_t at = 0;
  for (const char c : label) {
    if (at < letters.size() && folded(c) == folded(letters[at])) ++at;
  }
  return at == letters.size();
}

std::optional<WordRange> source_of(const tag::TaggedAnchor& anchor) {
  for (const tag::RoleRange& role : anchor.roles) {
    if (role.role == tag::Role::source) return role.words;
  }
  return {};
}

}  // namespace

TurnLabels::TurnLabels(const WordReader& reader, const tag::TaggedText& tagged,
                       const WordSet& titles, const WordSet& person_nouns)
    : reader_(reader),
      titles_(titles),
      person_nouns_(person_nouns),
      interview_words_("interview_words") {
  std::vector<WordRange> different;  // Labels of the transcript so far.
  std::uint32_t transcript = 0, start = 0;
  for (const tag::TaggedAnchor& anchor : tagged.anchors) {
    if (anchor.transcript == 0) continue;
    const auto source = source_of(anchor);
    if (anchor.transcript != transcript) {
      transcript = anchor.transcript;
      start = source ? source->first : anchor.word;
      different.clear();
    }
    if (!source) continue;
    Label label{transcript, start, Party::named, {}};
    const std::string_view text = reader.text(*source);
    if (quotes::is_questioner(text)) label.party = Party::questioner;
    if (quotes::is_answerer(text)) label.party = Party::answerer;
    bool several = false;
    const bool letters =
        source->end - source->first == 1 && text.size() <= longest_letters &&
        (reader.segmented().words[source->first].shape == Shape::upper || text.size() == 1);
    for (const WordRange other : different) {
      if (!letters || !are_letters_of(text, reader.text(other))) continue;
      several = several || label.short_for.has_value();
      label.short_for = other;
    }
    if (several) label.short_for.reset();
    const bool known = std::any_of(different.begin(), different.end(),
                                   [&](WordRange other) { return reader.text(other) == text; });
    if (!known && different.size() < most_labels) different.push_back(*source);
    labels_.emplace(*source, label);
  }
}

const TurnLabels::Label* TurnLabels::find(WordRange words) const {
  const auto found = labels_.find(words);
  return found == labels_.end() ? nullptr : &found->second;
}

/// "Reporter", "The moderator".
bool TurnLabels::is_role(WordRange label) const {
  const std::string_view last = reader_.text(label.end - 1);
  return person_nouns_.contains(last) || titles_.contains(last) || interview_words_.contains(last);
}

std::vector<tag::TaggedName> TurnLabels::untagged_names(
    const std::vector<tag::TaggedName>& tagged) const {
  std::vector<tag::TaggedName> names;
  auto before = tagged.begin();
  for (const auto& [words, label] : labels_) {
    while (before != tagged.end() && before->words.end <= words.first) ++before;
    const bool is_tagged = before != tagged.end() && before->words.first < words.end;
    if (is_tagged || label.party != Party::named || label.short_for || is_role(words)) continue;
    names.push_back({words, NameType::person, found_by_rule});
  }
  return names;
}

/// "In an interview with the BBC": whoever speaks in it is not named there.
bool TurnLabels::names_the_asker(std::uint32_t word) const {
  const std::string_view before = word > 1 ? reader_.text(word - 2) : std::string_view{};
  return before == "in" || before == "In";
}

std::optional<std::size_t> TurnLabels::interviewee(const NameGroups& groups,
                                                   std::uint32_t start) const {
  std::optional<std::size_t> told, only;
  bool several = false;
  std::uint32_t told_at = 0;
  const auto& names = groups.names;
  for (std::size_t k = 0; k < names.size() && names[k].words.first < start; ++k) {
    if (groups.groups[names[k].group].type != NameType::person) continue;
    several = several || (only && *only != names[k].group);
    only = names[k].group;
    const std::uint32_t sentence = reader_.sentence_of(names[k].words.first);
    const std::uint32_t first = reader_.segmented().sentences[sentence].first;
    const std::uint32_t begins = names[k].words.first;
    const std::uint32_t stop = std::max(first, begins - std::min(begins, farthest_interviewee));
    for (std::uint32_t w = begins; w > stop;) {
      --w;
      // The first person behind the word: "interviewed Bo Li about Ana Ruiz".
      const bool nearer = k > 0 && names[k - 1].words.first > w &&
                          groups.groups[names[k - 1].group].type == NameType::person;
      if (nearer) break;
      if (!interview_words_.contains(reader_.text(w)) || (told && told_at == w)) continue;
      if (names_the_asker(w)) break;
      told = names[k].group;
      told_at = w;
      break;
    }
  }
  if (told) return told;
  return several ? std::nullopt : only;
}

}  // namespace quoth::entities
