#include "entities/noun_entities.h"

#include <string>

namespace quoth::entities {
namespace {

using segment::WordRange;

}  // namespace

/// Without articles, and without what is in brackets at the end: "United Nations High Commissioner for Refugees (UNHCR)".
WordRange NounEntities::noun_words(WordRange words, const SourceHead& head) const {
  if (head.is_place) return head.head;
  for (std::uint32_t w = words.first + 1; reader_.text(words.end - 1) == ")" && w < words.end;
       ++w) {
    if (reader_.text(w) == "(") words.end = w;
  }
  return reader_.without_articles(words);
}

bool NounEntities::resolve_known(WordRange words, const SourceHead& head,
                                 ResolvedSource& source) const {
  const Core core = reader_.core(noun_words(words, head));
  const auto by_words = by_words_.find(core);
  if (by_words != by_words_.end() && rules_.has("coref:same_words")) {
    source.entity = EntityReference{by_words->second, noun_confidence};
    source.why = "coref:same_words";
    return true;
  }
  if (resolve_described(words, source)) return true;
  const auto known = rules_.has("coref:same_head") ? same_head(words, core) : std::nullopt;
  if (known) {
    source.entity = EntityReference{*known, noun_confidence};
    source.why = "coref:same_head";
    return true;
  }
  if (const auto person = descriptions_.person_introduced_later(words)) {
    source.entity = EntityReference{*person, noun_confidence};
    source.why = "coref:lead";
    return true;
  }
  return false;
}

/// By the head's last word, else by the last of all: "the All of Me hitmaker".
NounKind NounEntities::kind_of(WordRange words, const SourceHead& head) const {
  const NounKind kind = kind_of(reader_.text(reader_.last_word_of(head.head)));
  return kind != NounKind::other ? kind : kind_of(reader_.text(reader_.last_word_of(words)));
}

NounKind NounEntities::kind_of(std::string_view noun) const {
  const bool is_age = noun == "old";  // "The 34-year-old".
  if (is_age || lists_.descriptions.person_nouns.contains(noun)) return NounKind::person;
  if (lists_.descriptions.organization_nouns.contains(noun)) return NounKind::organization;
  if (lists_.group_nouns.contains(noun)) return NounKind::group;
  return lists_.document_nouns.contains(noun) ? NounKind::document : NounKind::other;
}

bool NounEntities::may_be(NounKind kind, std::size_t entity) const {
  const EntityType type = entities_[entity].type;
  switch (kind) {
    case NounKind::person:
      return type == EntityType::person || type == EntityType::unnamed;
    case NounKind::organization:
    case NounKind::document:
    case NounKind::group:
    case NounKind::other:
      break;
  }
  return type != EntityType::person;
}

/// "The", and what is left of it in "[t]he".
bool NounEntities::is_definite(WordRange words) const {
  const std::string_view first = reader_.text(words.first);
  if (first == "the" || first == "The" || first == "this" || first == "This") return true;
  const bool bracket = first == "[" && words.end - words.first > 4;
  return bracket && reader_.text(words.first + 2) == "]" && reader_.text(words.first + 3) == "he";
}

bool NounEntities::is_plural_of_persons(std::string_view noun) const {
  if (noun == "men" || noun == "women") return true;
  return noun.size() > 1 && noun.back() == 's' &&
         lists_.descriptions.person_nouns.contains(noun.substr(0, noun.size() - 1));
}

/// "The congressman" after "congressman Frank LoBiondo", "the party" after "Labour Party".
bool NounEntities::resolve_described(WordRange words, ResolvedSource& source) const {
  for (std::uint32_t w = words.first; w < words.end; ++w) {
    if (reader_.text(w) == "of") return false;
  }
  const std::uint32_t last = reader_.last_word_of(words);
  if (!is_definite(words)) return false;
  const auto person = descriptions_.person_with_role(words);
  if (person && rules_.has("coref:role")) {
    source.entity = EntityReference{*person, noun_confidence};
    source.why = "coref:role";
    return true;
  }
  const std::uint32_t size = words.end - words.first;
  if (size != 2 && (size != 5 || reader_.text(words.first) != "[")) return false;
  if (!rules_.has("coref:kind")) return false;
  if (const auto organization =
          descriptions_.organization_of_kind(reader_.key(last), words.first)) {
    source.entity = EntityReference{*organization, noun_confidence};
    source.why = "coref:kind";
    return true;
  }
  return false;
}

/// "The mayor and his deputy": outside brackets, and not in a name ("Ministry of Health and Labour").
bool NounEntities::holds_and(WordRange words) const {
  for (std::uint32_t w = words.first + 1; w + 1 < words.end; ++w) {
    const bool in_name = !reader_.is_lower_case(w - 1) && !reader_.is_lower_case(w + 1);
    if (reader_.text(w) == "and" && !in_name) return true;
  }
  return false;
}

/// Nobody has spoken under these words yet.
void NounEntities::introduce(WordRange whole, const SourceHead& head, ResolvedSource& source) {
  const WordRange words = noun_words(whole, head);
  const Core core = reader_.core(words);
  EntityType type = head.is_place ? EntityType::organization : type_of_noun(head.head);
  if (type == EntityType::unnamed && holds_and(words)) type = EntityType::group;
  const std::size_t entity = entities_.add(line_of(reader_.text(words)), type);
  by_words_.emplace(core, entity);
  by_head_[reader_.key(reader_.last_word_of(head.head))] = entity;
  source.entity = EntityReference{entity, noun_confidence};
  source.why = std::string("source:") + head.rule;
}

/// "The spokesperson" after "a spokesperson for the Home Office". Only people's roles: "the company" more often means a named one.
std::optional<std::size_t> NounEntities::same_head(WordRange words, const Core& core) const {
  const std::string_view first = reader_.text(words.first);
  const bool definite = first == "the" || first == "The";
  if (core.size() != 1 || !definite || !titles_.contains(reader_.text(words.end - 1))) return {};
  const auto known = by_head_.find(core.front());
  return known == by_head_.end() ? std::nullopt : std::optional(known->second);
}

EntityType NounEntities::type_of_noun(WordRange head) const {
  const std::uint32_t last = reader_.last_word_of(head);
  if (lists_.group_nouns.contains(reader_.text(last))) return EntityType::group;
  if (lists_.document_nouns.contains(reader_.text(last))) return EntityType::document;
  return EntityType::unnamed;
}

}  // namespace quoth::entities
