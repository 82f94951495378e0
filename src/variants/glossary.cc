#include "variants/glossary.h"

#include "base/hash_mixing.h"
#include "base/lexicon.h"

namespace quoth::variants {
namespace {

/// Cuts off and gives what stands before the separator.
std::string_view take_field(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return field;
}

std::unordered_map<std::string_view, std::string_view> table(std::string_view list) {
  std::unordered_map<std::string_view, std::string_view> entries;
  for (std::string_view line : base::lexicon_entries(list)) {
    const std::string_view form = take_field(line, '\t');
    if (!line.empty()) entries.emplace(form, line);
  }
  return entries;
}

template <typename Map>
std::string_view found_in(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? std::string_view() : found->second;
}

}  // namespace

const Glossary& Glossary::shared() {
  static const Glossary glossary;
  return glossary;
}

Glossary::Glossary()
    : contractions_(table("contractions")),
      spellings_(table("spellings")),
      verbs_(table("verb_forms")),
      names_(table("same_names")),
      zeros_(table("number_words")) {
  add("function_words", trait::light);
  add("light_words", trait::light);
  add("titles", trait::title);
  add("negations", trait::negation);
  add("modals", trait::modal);
  add("hedges", trait::hedge);
  add("number_hedges", trait::number_hedge);
  add("calendar_words", trait::calendar);
  add("unit_words", trait::unit);
  add("pronoun_persons", trait::pronoun);
  add("number_words", trait::number_word);
}

/// Each line: "word or phrase", what it stands for (itself, where that is left out), "past".
void Glossary::add(std::string_view list, std::uint32_t traits) {
  for (std::string_view line : base::lexicon_entries(list)) {
    const std::string_view words = take_field(line, '\t');
    const std::string_view stands_for = take_field(line, '\t');
    Meaning meaning{traits, 0};
    if ((traits & (trait::modal | trait::calendar | trait::unit | trait::pronoun)) != 0)
      meaning.group =
          static_cast<std::uint32_t>(base::hash_of(stands_for.empty() ? words : stands_for)) | 1U;
    if (line == "past") meaning.traits |= trait::past;
    if (words.find(' ') == std::string_view::npos) {
      Meaning& known = meanings_[words];
      known.traits |= meaning.traits;
      if (meaning.group != 0) known.group = meaning.group;
      continue;
    }
    Phrase phrase{{}, meaning};
    std::string_view rest = words;
    while (!rest.empty()) phrase.words.push_back(take_field(rest, ' '));
    phrases_[phrase.words.front()].push_back(std::move(phrase));
  }
}

Meaning Glossary::meaning(std::string_view form) const {
  const auto found = meanings_.find(form);
  return found == meanings_.end() ? Meaning{} : found->second;
}

const std::vector<Phrase>* Glossary::phrases(std::string_view first) const {
  const auto found = phrases_.find(first);
  return found == phrases_.end() ? nullptr : &found->second;
}

std::string_view Glossary::spelt_out(std::string_view form) const {
  return found_in(contractions_, form);
}
std::string_view Glossary::american(std::string_view form) const {
  return found_in(spellings_, form);
}
std::string_view Glossary::verb(std::string_view form) const { return found_in(verbs_, form); }
std::string_view Glossary::full_name(std::string_view written) const {
  return found_in(names_, written);
}

int Glossary::zeros(std::string_view form) const {
  int count = 0;
  for (const char digit : found_in(zeros_, form)) count = count * 10 + (digit - '0');
  return count;
}

}  // namespace quoth::variants
