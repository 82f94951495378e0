#include "entities/resolver.h"

#include <algorithm>

#include "entities/adjacent_antecedents.h"
#include "entities/antecedents.h"
#include "entities/entity_table.h"
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
constexpr float least_noun_confidence =
    0.4F;  // On Wikinews dev, 0.3 gives a speaker F1 of 80.1, 0.4 80.5, 0.5 79.9.
constexpr float sure_confidence = 0.6F;
constexpr std::size_t most_candidates = 3;
constexpr float last_person_weight =
    3.0F;  // On Wikinews dev, 1 gives a speaker F1 of 77.4, 2.5 78.4, 4 78.5, 8 78.3.

enum PronounClass : std::uint8_t { none, he, she, they, it, first_person, second_person, other };

bool is_article(std::string_view word) {
  return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" ||
         word == "An";
}

}  // namespace

struct Resolver::Impl {
  explicit Impl(const Tables& tables)
      : features(tables.features),
        pronouns(tables.pronouns),
        first_names(tables.first_names),
        head_breakers("head_breakers"),
        group_nouns("group_nouns"),
        document_nouns("document_nouns") {}

  std::span<const float> features;
  tag::Pronouns pronouns;
  FirstNames first_names;
  NameLists names;
  WordSet head_breakers, group_nouns, document_nouns;
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
        tagged_(tagged),
        features_(reader_, tables.first_names),
        scorer_(tables.features, features_),
        groups_(group_names(
            reader_, with_untagged_names(reader_, tagged, tables.names.titles, tables.first_names),
            tables.names)),
        entities_(reader_, groups_, title, tables.first_names),
        mentions_(read_mentions(reader_, tagged, tables.pronouns)) {}

  Resolution run() {
    link_name_mentions();
    for (std::size_t j = 0; j < mentions_.size(); ++j) {
      if (mentions_[j].tagged->origin == TaggedMention::Origin::source) resolve_source(j);
    }
    return finished();
  }

 private:
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
    if (const auto before = relative_antecedent(reader_, mentions_, j)) {
      source.entity = EntityReference{*before, name_confidence};
      source.why = "coref:relative";
    } else if (mention.pronoun != 0) {
      resolve_pronoun(j, source);
    } else {
      const SourceHead head = head_of(reader_, words, groups_, tagged_, tables_.head_breakers);
      if (head.names.size() > 1) {
        source.entity = EntityReference{joint_of(head.names), name_confidence};
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
      entities_.add_mention(*mention.entity, reader_.span(words));
      if (mention.mark < 0 && entities_[*mention.entity].type == EntityType::person)
        last_person_ = mention.entity;
    }
  }

  std::size_t joint_of(const std::vector<std::size_t>& names) {
    std::vector<std::size_t> members;
    for (const std::size_t name : names) members.push_back(groups_.names[name].group);
    return entities_.joint(members);
  }

  /// "BP official Ana Ruiz": when she says "we", it is BP. The first organisation inside a person's source counts.
  void note_affiliation(WordRange source, std::size_t person) {
    if (entities_[person].type != EntityType::person) return;
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
    const EntityType type = entities_[entity].type;
    if (pronoun == he || pronoun == she)
      return type == EntityType::person || type == EntityType::unnamed;
    if (pronoun == it) return type != EntityType::person;
    return true;
  }

  /// A first name tells who cannot be meant.
  bool gender_fits(std::uint8_t pronoun, std::size_t entity) const {
    if (pronoun != he && pronoun != she) return true;
    const std::string& name = entities_[entity].name;
    const float men =
        tables_.first_names.share_of_men(std::string_view(name).substr(0, name.find(' ')));
    if (men < 0.0F || name.find(' ') == std::string::npos) return true;
    return pronoun == he ? men > 0.1F : men < 0.9F;
  }

  void resolve_pronoun(std::size_t j, ResolvedSource& source) {
    const std::uint8_t pronoun = mentions_[j].pronoun;
    if ((pronoun == he || pronoun == she) && mentions_[j].mark < 0) {
      const auto near = nearby_person(reader_.segmented(), mentions_, j, [&](std::size_t entity) {
        return entities_[entity].type == EntityType::person && gender_fits(pronoun, entity);
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
    const bool unsure =
        found.entities.empty() || found.entities.front().confidence < sure_confidence;
    if (pronoun == they && unsure) {
      const auto two = two_persons_before(reader_, groups_, mentions_[j]);
      if (!two.empty()) {
        source.entity = EntityReference{entities_.joint(two), noun_confidence};
        source.why = "coref:two_persons";
        return;
      }
    }
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
      if (!found.entities.empty() &&
          found.entities.front().confidence > std::max(found.none, least_noun_confidence)) {
        source.entity = found.entities.front();
        source.why = "coref:noun";
        return;
      }
    }
    const EntityType type = head.is_place ? EntityType::organization : type_of_noun(head.head);
    const std::size_t entity = entities_.add(line_of(reader_.text(words)), type);
    by_words_.emplace(core, entity);
    by_head_[last_word_of(head.head)] = entity;
    source.entity = EntityReference{entity, noun_confidence};
    source.why = std::string("source:") + head.rule;
  }

  /// "The spokesperson" after "a spokesperson for the Home Office". Only people's roles: "the company" more often means a named one.
  std::optional<std::size_t> same_head(WordRange words, const Core& core) const {
    const std::string_view first = reader_.text(words.first);
    const bool definite = first == "the" || first == "The";
    if (core.size() != 1 || !definite ||
        !tables_.names.titles.contains(reader_.text(words.end - 1)))
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

  /// The table's order is that of first mention; references follow.
  Resolution finished() {
    auto [entities, place] = entities_.ordered();
    out_.entities = std::move(entities);
    std::map<std::size_t, std::size_t> affiliations;
    for (const auto& [person, organization] : out_.affiliations)
      affiliations[place[person]] = place[organization];
    out_.affiliations = std::move(affiliations);
    for (auto& [words, source] : out_.sources) {
      if (source.entity) source.entity->entity = place[source.entity->entity];
      for (EntityReference& candidate : source.candidates)
        candidate.entity = place[candidate.entity];
    }
    return std::move(out_);
  }

  const Resolver::Impl& tables_;
  WordReader reader_;
  const tag::TaggedText& tagged_;
  PairFeatures features_;
  AntecedentScorer scorer_;
  NameGroups groups_;
  EntityTable entities_;
  std::vector<Mention> mentions_;
  Resolution out_;
  std::optional<std::size_t> last_person_;  // Whom the last source outside quotation marks meant.
  std::map<Core, std::size_t> by_words_;    // Entities made from common nouns, by all their words …
  std::map<WordKey, std::size_t>
      by_head_;  // … and by the last word of their noun phrase: the latest.
};

}  // namespace

Resolver::Resolver(const Tables& tables) : impl_(std::make_shared<const Impl>(tables)) {}

Resolution Resolver::resolve(std::string_view text, const segment::SegmentedText& segmented,
                             const tag::TaggedText& tagged, std::string_view title) const {
  return ResolutionRun(*impl_, text, segmented, tagged, title).run();
}

}  // namespace quoth::entities
