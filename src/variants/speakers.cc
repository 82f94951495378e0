#include "variants/speakers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/hash_mixing.h"
#include "variants/words.h"

namespace quoth::variants {
namespace {

/// The name's words without titles and what follows a surname.
std::vector<std::string> name_words(std::string_view name, EntityType type) {
  Words words;
  words.read(name);
  std::vector<std::string> forms;
  for (std::size_t k = 0; k < words.size(); ++k) {
    const std::string_view form = words.form(k);
    if (form == "jr" || form == "sr" || form == "ii" || form == "iii" || form == "the" ||
        form == "of")
      continue;
    // "Pennsylvania Senator Santorum": what stands before a title is no name either.
    if (words[k].has(trait::title) && words.size() > 1) {
      if (type == EntityType::person && k + 1 < words.size()) forms.clear();
      continue;
    }
    forms.emplace_back(form);
  }
  return forms;
}

bool may_be_short_for(const std::string& a, const std::string& b) {
  return a == b || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b)) ||
         (std::min(a.size(), b.size()) >= 3 && (a.starts_with(b) || b.starts_with(a)));
}

bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  if (a.size() == 1 || b.size() == 1) {
    const std::string& one = a.size() == 1 ? a.front() : b.front();
    const auto& other = a.size() == 1 ? b : a;
    return std::find(other.begin(), other.end(), one) != other.end();
  }
  return a.back() == b.back() && may_be_short_for(a.front(), b.front());
}

std::string initials(const std::vector<std::string>& words) {
  std::string letters;
  for (const std::string& word : words) letters += word.front();
  return letters;
}

bool same_organization(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  const auto& few = a.size() <= b.size() ? a : b;
  const auto& many = a.size() <= b.size() ? b : a;
  if (few.size() == 1 && few.front() == initials(many)) return true;
  return std::all_of(few.begin(), few.end(), [&](const std::string& word) {
    return std::any_of(many.begin(), many.end(),
                       [&](const std::string& other) { return may_be_short_for(word, other); });
  });
}

bool same_name(const Speaker& a, const Speaker& b) {
  const auto words_a = name_words(a.name, a.type), words_b = name_words(b.name, b.type);
  return a.type == EntityType::person ? same_person(words_a, words_b)
                                      : same_organization(words_a, words_b);
}

/// The names of "Ana Ruiz | Bo Lee".
std::vector<std::string_view> members(std::string_view name) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find(" | ", start), name.size());
    parts.push_back(name.substr(start, end - start));
    start = end + 3;
  }
  return parts;
}

}  // namespace

bool is_named(const Speaker& speaker) noexcept {
  return !speaker.name.empty() &&
         (speaker.type == EntityType::person || speaker.type == EntityType::organization ||
          (speaker.type == EntityType::group &&
           speaker.name.find(" | ") != std::string_view::npos));
}

SpeakerMatch match(const Speaker& a, const Speaker& b) {
  if (!is_named(a) || !is_named(b)) return SpeakerMatch::unknown;
  if (!a.kb.empty() && !b.kb.empty())
    return a.kb == b.kb ? SpeakerMatch::same : SpeakerMatch::conflict;
  if (a.name == b.name) return SpeakerMatch::same;
  for (const std::string_view of_a : members(a.name)) {
    for (const std::string_view of_b : members(b.name)) {
      if (same_name({of_a, a.type}, {of_b, b.type})) return SpeakerMatch::same;
    }
  }
  return a.type == b.type ? SpeakerMatch::conflict : SpeakerMatch::unknown;
}

std::uint64_t name_hash(const Speaker& speaker) {
  if (!is_named(speaker)) return 0;
  const auto words = name_words(members(speaker.name).front(), speaker.type);
  if (words.empty()) return 0;
  return base::hash_of(speaker.type == EntityType::organization ? words.front().substr(0, 3)
                                                                : words.back()) |
         1U;
}

}  // namespace quoth::variants
