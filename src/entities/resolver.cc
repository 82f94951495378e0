#include "entities/resolver.h"

#include <algorithm>

#include "entities/antecedents.h"
#include "entities/mentions.h"
#include "entities/name_sieve.h"
#include "entities/nearby_persons.h"
#include "entities/pair_features.h"
#include "entities/source_head.h"
#include "entities/untagged_names.h"
#include "tag/pronouns.h"

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;
using tag::TaggedMention;

constexpr float name_confidence = 0.95F;
constexpr float nearby_confidence = 0.9F;
constexpr float noun_confidence = 0.9F;
constexpr std::size_t most_candidates = 3;
constexpr float last_person_weight =
    3.0F;  // On Wikinews dev, 1 gives a speaker F1 of 77.4, 2.5 78.4, 4 78.5, 8 78.3.

enum PronounClass : std::uint8_t { none, he, she, they, it, first_person, second_person, other };

/// The words with single spaces between them, as one line.
std::string line_of(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) line.push_back(c);
    if (space && !line.empty() && line.back() != ' ') line.push_back(' ');
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

bool is_article(std::string_view word) {
  return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" ||
         word == "An";
}

/// "Jackson" and the title "Michael Jackson's doctor speaks" make "Michael Jackson": the word before it, if it is a first name.
std::string completed_by_title(const std::string& surname, std::string_view title,
                               const FirstNames& first_names) {
  for (std::size_t at = title.find(surname); at != std::string_view::npos;
       at = title.find(surname, at + 1)) {
    if (at < 2 || title[at - 1] != ' ') continue;
    const std::size_t start = title.rfind(' ', at - 2);
    const std::size_t first = start == std::string_view::npos ? 0 : start + 1;
    const std::string_view word = title.substr(first, at - 1 - first);
    if (first_names.share_of_men(word) >= 0.0F) return std::string(word) + " " + surname;
  }
  return surname;
}

}  // namespace

struct Resolver::Impl {
  explicit Impl(const Tables& tables)
      : features(tables.features),
        pronouns(tables.pronouns),
        first_names(tables.first_names),
        titles("titles"),
        particles("name_particles"),
        head_breakers("head_breakers"),
        group_nouns("group_nouns"),
        document_nouns("document_nouns") {}

  std::span<const float> features;
  tag::Pronouns pronouns;
  FirstNames first_names;
  WordSet titles, particles, head_breakers, group_nouns, document_nouns;
};

namespace {

/// One document's resolution.
class ResolutionRun {
 public:
  ResolutionRun(const Resolver::Impl& tables, std::string_view text,
                const segment::SegmentedText& segmented, const tag::TaggedText& tagged,
                std::string_view title)
      : tables_(tables),
        reader_(text, segmented),
        text_(text),
        tagged_(tagged),
        title_(title),
        features_(reader_, tables.first_names),
        scorer_(tables.features, features_),
        groups_(group_names(reader_,
                            with_untagged_names(reader_, tagged, tables.titles, tables.first_names),
                            tables.titles, tables.particles)),
        mentions_(read_mentions(reader_, tagged, tables.pronouns)) {}

  Resolution run() {
    add_named_entities();
    link_name_mentions();
    for (std::size_t j = 0; j < mentions_.size(); ++j) {
      if (mentions_[j].tagged->origin == TaggedMention::Origin::source) resolve_source(j);
    }
    order_entities();
    return std::move(out_);
  }

 private:
  void add_named_entities() {
    for (const NameGroup& group : groups_.groups) {
      Entity entity;
      entity.name = full_name(group);
      out_.entities.push_back(std::move(entity));
    }
    std::vector<int> persons(groups_.groups.size(), 0);
    for (const ResolvedName& name : groups_.names) {
      out_.entities[name.group].mentions.push_back(reader_.span(name.words));
      persons[name.group] += name.type == NameType::person ? 1 : -1;
    }
    for (std::size_t k = 0; k < persons.size(); ++k) {
      const bool fullest_is_person = groups_.groups[k].type == NameType::person;
      const bool person = persons[k] > 0 || (persons[k] == 0 && fullest_is_person);
      out_.entities[k].type = person ? EntityType::person : EntityType::organization;
    }
  }

  std::string full_name(const NameGroup& group) const {
    const ResolvedName& fullest = groups_.names[group.fullest];
    std::string name = line_of(slice(fullest.words));
    const bool lone_surname = fullest.core.size() == 1 && group.type == NameType::person;
    return lone_surname && !title_.empty() ? completed_by_title(name, title_, tables_.first_names)
                                           : name;
  }

  std::string_view slice(WordRange words) const {
    const Span span = reader_.span(words);
    return text_.substr(span.start, span.end - span.start);
  }

  /// Mentions of origin "name" and resolved names are both in text order.
  void link_name_mentions() {
    std::size_t at = 0;
    for (Mention& mention : mentions_) {
      if (mention.tagged->origin != TaggedMention::Origin::name) continue;
      while (at < groups_.names.size() &&
             groups_.names[at].tagged.first < mention.tagged->words.first)
        ++at;
      if (at < groups_.names.size() && groups_.names[at].tagged == mention.tagged->words) {
        mention.entity = groups_.names[at].group;
      }
    }
  }

  void resolve_source(std::size_t j) {
    Mention& mention = mentions_[j];
    const WordRange words = mention.tagged->words;
    ResolvedSource& source = out_.sources[words];
    source.pronoun = mention.pronoun;
    if (mention.pronoun != 0) {
      resolve_pronoun(j, source);
    } else {
      const SourceHead head = head_of(reader_, words, groups_, tagged_, tables_.head_breakers);
      if (head.names.size() > 1) {
        source.entity = EntityReference{joint_entity(head.names), name_confidence};
        source.why = std::string("source:") + head.rule;
      } else if (head.names.size() == 1) {
        const ResolvedName& name = groups_.names[head.names.front()];
        source.entity = EntityReference{name.group, name_confidence};
        note_affiliation(words, name.group);
        source.why = std::string(name.rule == std::string_view("name") ? "source:" : "coref:") +
                     (name.rule == std::string_view("name") ? head.rule : name.rule);
      } else {
        resolve_noun(j, head, source);
      }
    }
    if (source.entity) {
      mention.entity = source.entity->entity;
      out_.entities[source.entity->entity].mentions.push_back(reader_.span(words));
      if (out_.entities[source.entity->entity].type == EntityType::person)
        last_person_ = source.entity->entity;
    }
  }

  /// "BP official Ana Ruiz": when she says "we", it is BP. The first organisation inside a person's source counts.
  void note_affiliation(WordRange source, std::size_t person) {
    if (out_.entities[person].type != EntityType::person) return;
    const auto& names = groups_.names;
    auto name =
        std::lower_bound(names.begin(), names.end(), source.first,
                         [](const ResolvedName& n, std::uint32_t w) { return n.words.first < w; });
    for (; name != names.end() && name->words.end <= source.end; ++name) {
      if (name->group == person || name->type != NameType::organization) continue;
      out_.affiliations.emplace(person, name->group);
      return;
    }
  }

  bool may_be(std::uint8_t pronoun, std::size_t entity) const {
    const EntityType type = out_.entities[entity].type;
    if (pronoun == he || pronoun == she)
      return type == EntityType::person || type == EntityType::unnamed;
    if (pronoun == it) return type != EntityType::person;
    return true;
  }

  /// A first name tells who cannot be meant.
  bool gender_fits(std::uint8_t pronoun, std::size_t entity) const {
    if (pronoun != he && pronoun != she) return true;
    const std::string& name = out_.entities[entity].name;
    const float men =
        tables_.first_names.share_of_men(std::string_view(name).substr(0, name.find(' ')));
    if (men < 0.0F || name.find(' ') == std::string::npos) return true;
    return pronoun == he ? men > 0.1F : men < 0.9F;
  }

  void resolve_pronoun(std::size_t j, ResolvedSource& source) {
    const std::uint8_t pronoun = mentions_[j].pronoun;
    if ((pronoun == he || pronoun == she) && mentions_[j].mark < 0) {
      const auto near = nearby_person(reader_.segmented(), mentions_, j, [&](std::size_t entity) {
        return out_.entities[entity].type == EntityType::person && gender_fits(pronoun, entity);
      });
      if (near) {
        source.entity = EntityReference{near->entity, nearby_confidence};
        source.why = near->rule;
        return;
      }
    }
    Antecedents found = scorer_.score(mentions_, j, [&](std::size_t entity) {
      return may_be(pronoun, entity) && gender_fits(pronoun, entity);
    });
    favour_last_person(found);
    keep_candidates(found, source);
    if (found.entities.empty()) return;
    // "He" and "she" have been named before; "it", "they" and "we" often mean what no mention names.
    const bool must_have_one = pronoun == he || pronoun == she;
    if (must_have_one || found.entities.front().confidence > found.none) {
      source.entity = found.entities.front();
      source.why = "coref:pronoun";
    }
  }

  /// Who spoke last tends to go on: the scorer, which sees pairs of mentions, underrates that.
  void favour_last_person(Antecedents& found) const {
    for (EntityReference& antecedent : found.entities) {
      if (last_person_ && antecedent.entity == *last_person_) {
        const float odds = last_person_weight * antecedent.confidence;
        antecedent.confidence = odds / (1.0F - antecedent.confidence + odds);
      }
    }
    std::stable_sort(found.entities.begin(), found.entities.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  }

  static void keep_candidates(const Antecedents& found, ResolvedSource& source) {
    source.candidates.assign(found.entities.begin(),
                             found.entities.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                          most_candidates, found.entities.size())));
  }

  void resolve_noun(std::size_t j, const SourceHead& head, ResolvedSource& source) {
    const WordRange words =
        head.is_place ? head.head : without_articles(mentions_[j].tagged->words);
    const Core core = reader_.core(words);
    if (const auto known = by_words_.find(core); known != by_words_.end()) {
      source.entity = EntityReference{known->second, noun_confidence};
      source.why = "coref:same_words";
      return;
    }
    if (const auto known = same_head(mentions_[j].tagged->words, core)) {
      source.entity = EntityReference{*known, noun_confidence};
      source.why = "coref:same_head";
      return;
    }
    if (!head.is_place) {
      const Antecedents found = scorer_.score(mentions_, j, [](std::size_t) { return true; });
      keep_candidates(found, source);
      if (!found.entities.empty() && found.entities.front().confidence > found.none) {
        source.entity = found.entities.front();
        source.why = "coref:noun";
        return;
      }
    }
    Entity entity;
    entity.name = line_of(slice(words));
    entity.type = head.is_place ? EntityType::organization : type_of_noun(head.head);
    by_words_.emplace(core, out_.entities.size());
    by_head_[last_word_of(head.head)] = out_.entities.size();
    source.entity = EntityReference{out_.entities.size(), noun_confidence};
    source.why = std::string("source:") + head.rule;
    out_.entities.push_back(std::move(entity));
  }

  /// "The spokesperson" after "a spokesperson for the Home Office". Only people's roles: "the company" more often means a named one.
  std::optional<std::size_t> same_head(WordRange words, const Core& core) const {
    const std::string_view first = reader_.text(words.first);
    const bool definite = first == "the" || first == "The";
    if (core.size() != 1 || !definite || !tables_.titles.contains(reader_.text(words.end - 1)))
      return {};
    const auto known = by_head_.find(core.front());
    return known == by_head_.end() ? std::nullopt : std::optional(known->second);
  }

  WordKey last_word_of(WordRange words) const {
    std::uint32_t last = words.end - 1;
    while (last > words.first && reader_.is_punctuation(last)) --last;
    return reader_.key(last);
  }

  WordRange without_articles(WordRange words) const {
    while (words.end - words.first > 1 && is_article(reader_.text(words.first))) ++words.first;
    return words;
  }

  EntityType type_of_noun(WordRange head) const {
    std::uint32_t last = head.end - 1;
    while (last > head.first && reader_.is_punctuation(last)) --last;
    if (tables_.group_nouns.contains(reader_.text(last))) return EntityType::group;
    if (tables_.document_nouns.contains(reader_.text(last))) return EntityType::document;
    return EntityType::unnamed;
  }

  std::size_t joint_entity(const std::vector<std::size_t>& names) {
    std::vector<std::size_t> members;
    for (const std::size_t name : names) {
      const std::size_t group = groups_.names[name].group;
      if (std::find(members.begin(), members.end(), group) == members.end())
        members.push_back(group);
    }
    if (members.size() == 1) return members.front();
    if (const auto known = joint_.find(members); known != joint_.end()) return known->second;
    Entity entity;
    for (const std::size_t member : members) {
      entity.name.append(entity.name.empty() ? "" : " | ").append(out_.entities[member].name);
    }
    entity.type = EntityType::group;
    entity.members = members;
    joint_.emplace(members, out_.entities.size());
    out_.entities.push_back(std::move(entity));
    return out_.entities.size() - 1;
  }

  /// By first mention; references follow.
  void order_entities() {
    auto& entities = out_.entities;
    for (Entity& entity : entities) {
      std::sort(entity.mentions.begin(), entity.mentions.end());
      entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end()),
                            entity.mentions.end());
    }
    std::vector<std::size_t> order(entities.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return entities[a].mentions.front() < entities[b].mentions.front();
    });
    std::vector<std::size_t> place(entities.size());
    std::vector<Entity> ordered;
    for (std::size_t k = 0; k < order.size(); ++k) {
      place[order[k]] = k;
      ordered.push_back(std::move(entities[order[k]]));
    }
    for (Entity& entity : ordered) {
      for (std::size_t& member : entity.members) member = place[member];
    }
    std::map<std::size_t, std::size_t> affiliations;
    for (const auto& [person, organization] : out_.affiliations)
      affiliations[place[person]] = place[organization];
    out_.affiliations = std::move(affiliations);
    for (auto& [words, source] : out_.sources) {
      if (source.entity) source.entity->entity = place[source.entity->entity];
      for (EntityReference& candidate : source.candidates)
        candidate.entity = place[candidate.entity];
    }
    entities = std::move(ordered);
  }

  const Resolver::Impl& tables_;
  WordReader reader_;
  std::string_view text_;
  const tag::TaggedText& tagged_;
  std::string_view title_;
  PairFeatures features_;
  AntecedentScorer scorer_;
  NameGroups groups_;
  std::vector<Mention> mentions_;
  Resolution out_;
  std::optional<std::size_t> last_person_;  // The person whom the last resolved source meant.
  std::map<Core, std::size_t> by_words_;    // Entities made from common nouns, by all their words …
  std::map<WordKey, std::size_t>
      by_head_;  // … and by the last word of their noun phrase: the latest.
  std::map<std::vector<std::size_t>, std::size_t> joint_;  // Joint entities by their members.
};

}  // namespace

Resolver::Resolver(const Tables& tables) : impl_(std::make_shared<const Impl>(tables)) {}

Resolution Resolver::resolve(std::string_view text, const segment::SegmentedText& segmented,
                             const tag::TaggedText& tagged, std::string_view title) const {
  return ResolutionRun(*impl_, text, segmented, tagged, title).run();
}

}  // namespace quoth::entities
