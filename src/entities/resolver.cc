#include "entities/resolver.h"

#include <algorithm>

#include "entities/adjacent_antecedents.h"
#include "entities/antecedents.h"
#include "entities/descriptions.h"
#include "entities/entity_table.h"
#include "entities/epithets.h"
#include "entities/mentions.h"
#include "entities/name_sieve.h"
#include "entities/noun_entities.h"
#include "entities/pair_features.h"
#include "entities/pronoun_resolver.h"
#include "entities/source_extent.h"
#include "entities/source_head.h"
#include "entities/turn_labels.h"
#include "entities/untagged_names.h"
#include "tag/pronouns.h"

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;
using tag::TaggedMention;

constexpr float least_noun_confidence =
    0.4F;  // On Wikinews dev, 0.3 gives a speaker F1 of 80.3, 0.4 80.5, 0.5 79.9.
constexpr float least_subject_confidence = 0.5F;
}  // namespace

struct Resolver::Impl {
  explicit Impl(const Tables& tables)
      : features(tables.features),
        pronouns(tables.pronouns),
        first_names(tables.first_names),
        addressing_verbs("addressing_verbs"),
        pair_words("pair_words"),
        rules(tables.rules) {
    names.first_names = &first_names;
  }
  Impl(const Impl&) = delete;  // `names` points at `first_names`.
  Impl& operator=(const Impl&) = delete;

  std::span<const float> features;
  tag::Pronouns pronouns;
  FirstNames first_names;
  NameLists names;
  HeadLists heads;
  NounLists nouns;
  WordSet addressing_verbs, pair_words;
  base::RuleChoice rules;
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
        labels_(reader_, tagged, tables.names.titles, tables.names.person_nouns),
        groups_(group_names(reader_, all_names(), tables.names, tables.rules)),
        descriptions_(reader_, groups_, tables.heads.breakers, tables.nouns.descriptions),
        entities_(reader_, groups_, title, tables.first_names),
        nouns_(reader_, tables.nouns, tables.names.titles, tables.rules, descriptions_, entities_),
        mentions_(read_mentions(reader_, tagged, tables.pronouns)),
        split_(split_sources(tagged)),
        pronouns_(reader_, tables.first_names, tables.rules, groups_, scorer_, mentions_,
                  entities_) {}

  Resolution run() {
    link_name_mentions();
    for (std::size_t j = 0; j < mentions_.size(); ++j) {
      if (mentions_[j].tagged->origin == TaggedMention::Origin::source) resolve_source(j);
    }
    for (const tag::TaggedAnchor& anchor : tagged_.anchors) resolve_circumstances(anchor);
    for (std::size_t j = 0; j < mentions_.size(); ++j) person_of_pronoun(j);
    add_epithets();
    for (const tag::TaggedAnchor& anchor : tagged_.anchors) resolve_subjects(anchor);
    return finished();
  }

 private:
  /// Those that the network tagged, and those that rules find, in text order.
  std::vector<tag::TaggedName> all_names() const {
    std::vector<tag::TaggedName> names =
        tables_.rules.has("untagged_names")
            ? with_untagged_names(reader_, tagged_, tables_.names.titles, tables_.first_names)
            : tagged_.names;
    const std::vector<tag::TaggedName> labels = labels_.untagged_names(names);
    if (labels.empty()) return names;
    names.insert(names.end(), labels.begin(), labels.end());
    std::stable_sort(
        names.begin(), names.end(),
        [](const tag::TaggedName& a, const tag::TaggedName& b) { return a.words < b.words; });
    return names;
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
    const auto before = tables_.rules.has("coref:relative")
                            ? relative_antecedent(reader_, mentions_, j, entities_)
                            : std::nullopt;
    const TurnLabels::Label* label = labels_.find(words);
    if (label != nullptr && resolve_label(*label, source)) {
      // A party by its part, or by its letters.
    } else if (before) {
      source.entity = EntityReference{*before, name_confidence};
      source.why = "coref:relative";
    } else if (mention.pronoun != 0) {
      pronouns_.resolve(j, source);
    } else if (words.end - words.first > 1 || !is_relative(reader_.text(words.first))) {
      const SourceHead head = head_of_source(words);
      if (head.names.size() > 1) {
        source.entity = EntityReference{joint_of(head.names), name_confidence};
        source.why = std::string("source:") + head.rule;
        if (entities_[source.entity->entity].members.size() == 2) last_two_ = source.entity->entity;
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
      // Who "I" and "you" are is settled with the quotation that they stand in.
      const bool spoken = mention.pronoun == first_person || mention.pronoun == second_person;
      if (!spoken) entities_.add_mention(*mention.entity, reader_.span(words));
      if (mention.mark < 0 && entities_[*mention.entity].type == EntityType::person)
        pronouns_.set_last_person(*mention.entity);
    }
  }

  /// "Q" is whoever interviews, "A" whom the text introduces as answering, "JW" the party "Jimbo Wales"; true: so far as anybody can tell.
  bool resolve_label(const TurnLabels::Label& label, ResolvedSource& source) {
    if (label.party == TurnLabels::Party::questioner) {
      const auto [known, is_new] = interviewers_.emplace(label.transcript, 0);
      if (is_new) known->second = entities_.add("interviewer", EntityType::unnamed);
      source.entity = EntityReference{known->second, noun_confidence};
      source.why = "source:questioner";
    } else if (label.party == TurnLabels::Party::answerer) {
      const auto [known, is_new] = interviewees_.emplace(label.transcript, std::nullopt);
      if (is_new) known->second = labels_.interviewee(groups_, label.start);
      if (known->second) source.entity = EntityReference{*known->second, noun_confidence};
      source.why = "source:answerer";
    } else if (label.short_for) {
      const auto fuller = out_.sources.find(*label.short_for);
      if (fuller == out_.sources.end() || !fuller->second.entity) return false;
      source.entity = fuller->second.entity;
      source.why = "coref:label_letters";
    } else {
      return false;
    }
    return true;
  }

  /// Of a source in several ranges the one nearest to its cue that holds a name counts.
  SourceHead head_of_source(WordRange words) const {
    if (const auto split = split_.find(words); split != split_.end()) {
      for (const WordRange part : split->second) {
        SourceHead head = head_of_phrase(part);
        if (!head.names.empty()) return head;
      }
    }
    return head_of_phrase(words);
  }

  SourceHead head_of_phrase(WordRange words) const {
    const WordRange whole = whole_source(reader_, words, groups_, tables_.names.titles);
    return head_of(reader_, whole, groups_, tagged_, tables_.heads, tables_.rules);
  }

  std::size_t joint_of(const std::vector<std::size_t>& names) {
    std::vector<std::size_t> members;
    members.reserve(names.size());
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

  /// "The two men", "both": the two who spoke as one before, else the only two persons named right before.
  bool resolve_two(WordRange words, ResolvedSource& source) {
    const std::uint32_t size = words.end - words.first;
    const bool both = reader_.text(words.first) == "both" || reader_.text(words.first) == "Both";
    const bool the_two = nouns_.is_definite(words) && size > 1 &&
                         tables_.pair_words.contains(reader_.text(words.first + 1));
    if (!tables_.rules.has("coref:the_two") || !(both ? size <= 2 : the_two && size <= 3))
      return false;
    std::optional<std::size_t> meant = last_two_;
    const std::string_view noun = reader_.text(words.end - 1);
    const bool of_persons = size == (both ? 1U : 2U) || nouns_.is_plural_of_persons(noun);
    if (!meant && of_persons) {
      const auto persons = only_two_persons_before(reader_, groups_, words);
      if (!persons.empty()) meant = entities_.joint(persons);
    }
    if (!meant) return false;
    source.entity = EntityReference{*meant, noun_confidence};
    source.why = "coref:the_two";
    last_two_ = meant;
    return true;
  }

  void resolve_noun(std::size_t j, const SourceHead& head, ResolvedSource& source) {
    if (resolve_two(mentions_[j].tagged->words, source)) return;
    if (nouns_.resolve_known(mentions_[j].tagged->words, head, source)) return;
    if (!head.is_place && tables_.rules.has("coref:noun")) {
      const NounKind kind = nouns_.kind_of(mentions_[j].tagged->words, head);
      Antecedents found = scorer_.score(
          mentions_, j, [this, kind](std::size_t entity) { return nouns_.may_be(kind, entity); });
      if (kind == NounKind::person && nouns_.is_definite(mentions_[j].tagged->words))
        pronouns_.favour_last_person(found);
      keep_candidates(found, source);
      if (!found.entities.empty() &&
          found.entities.front().confidence > std::max(found.none, least_noun_confidence)) {
        source.entity = found.entities.front();
        source.why = "coref:noun";
        return;
      }
    }
    nouns_.introduce(mentions_[j].tagged->words, head, source);
  }

  void resolve_circumstances(const tag::TaggedAnchor& anchor) {
    std::optional<std::size_t> speaker;
    for (const tag::RoleRange& role : anchor.roles) {
      const auto source = out_.sources.find(role.words);
      if (role.role != tag::Role::source || source == out_.sources.end()) continue;
      if (source->second.entity) speaker = source->second.entity->entity;
      break;
    }
    const tag::CircumstanceRange* told = nullptr;
    for (const tag::CircumstanceRange& range : anchor.circumstances) {
      const bool better = told == nullptr || range.probability > told->probability;
      if (range.kind == tag::Circumstance::addressee && better) told = &range;
    }
    if (told != nullptr) {
      resolve_addressee(anchor.word, *told, speaker);
    } else if (!speaker && tables_.rules.has("passive_subject")) {
      resolve_passive_subject(anchor);
    }
  }

  void add_epithets() {
    Epithets epithets(reader_, tagged_, tables_.nouns.descriptions, tables_.heads.breakers, groups_,
                      descriptions_, entities_);
    epithets_ = epithets.find(mentions_);
    for (const Epithet& epithet : epithets_)
      entities_.add_mention(epithet.entity, reader_.span(epithet.words));
  }

  /// Names tagged as what the content is about, and whoever "he", "she" and epithets in it mean.
  void resolve_subjects(const tag::TaggedAnchor& anchor) {
    std::vector<std::pair<std::uint32_t, EntityReference>> found;
    for (const tag::CircumstanceRange& range : anchor.circumstances) {
      if (range.kind != tag::Circumstance::about) continue;
      if (auto named = name_in(range.words)) {
        named->confidence *= range.probability;
        found.emplace_back(range.words.first, *named);
      }
    }
    for (const tag::RoleRange& role : anchor.roles) {
      if (role.role != tag::Role::content) continue;
      for (std::size_t j = first_mention_at(role.words.first);
           j < mentions_.size() && mentions_[j].tagged->words.first < role.words.end; ++j) {
        const Mention& mention = mentions_[j];
        if (const auto meant = person_of_pronoun(j)) {
          found.emplace_back(mention.tagged->words.first, *meant);
        } else if (mention.tagged->origin == TaggedMention::Origin::name && mention.entity &&
                   entities_[*mention.entity].type == EntityType::person) {
          found.emplace_back(mention.tagged->words.first,
                             EntityReference{*mention.entity, least_subject_confidence});
        }
      }
    }
    for (const tag::RoleRange& role : anchor.roles) {
      if (role.role == tag::Role::content) add_epithets_in(role.words, found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    auto& subjects = out_.subjects[anchor.word];
    for (const auto& mentioned : found) {
      const EntityReference subject = mentioned.second;
      const bool known = std::any_of(subjects.begin(), subjects.end(), [&](const auto& other) {
        return other.entity == subject.entity;
      });
      if (!known) subjects.push_back(subject);
    }
  }

  void add_epithets_in(WordRange words,
                       std::vector<std::pair<std::uint32_t, EntityReference>>& found) const {
    auto epithet =
        std::lower_bound(epithets_.begin(), epithets_.end(), words.first,
                         [](const Epithet& e, std::uint32_t w) { return e.words.first < w; });
    for (; epithet != epithets_.end() && epithet->words.end <= words.end; ++epithet) {
      found.emplace_back(epithet->words.first,
                         EntityReference{epithet->entity, least_subject_confidence});
    }
  }

  std::size_t first_mention_at(std::uint32_t word) const {
    const auto found = std::lower_bound(
        mentions_.begin(), mentions_.end(), word,
        [](const Mention& m, std::uint32_t w) { return m.tagged->words.first < w; });
    return static_cast<std::size_t>(found - mentions_.begin());
  }

  /// Whom "he" or "she" means, each resolved once.
  std::optional<EntityReference> person_of_pronoun(std::size_t j) {
    Mention& mention = mentions_[j];
    if (mention.pronoun != he && mention.pronoun != she) return {};
    if (!mention.entity) {
      ResolvedSource meant;
      pronouns_.resolve(j, meant);
      if (!meant.entity || meant.entity->confidence < least_subject_confidence) return {};
      mention.entity = meant.entity->entity;
      entities_.add_mention(*mention.entity, reader_.span(mention.tagged->words));
    }
    return EntityReference{*mention.entity, nearby_confidence};
  }

  /// The index of the pronoun that is all of these words.
  std::optional<std::size_t> pronoun_at(WordRange words) const {
    for (std::size_t j = first_mention_at(words.first);
         j < mentions_.size() && mentions_[j].tagged->words.first == words.first; ++j) {
      if (mentions_[j].tagged->words == words && mentions_[j].pronoun != 0) return j;
    }
    return {};
  }

  void resolve_addressee(std::uint32_t anchor, const tag::CircumstanceRange& range,
                         std::optional<std::size_t> speaker) {
    const WordRange words = range.words;
    ResolvedSource& addressee = out_.addressees[anchor];
    if (const auto pronoun = pronoun_at(words)) {
      pronouns_.resolve(*pronoun, addressee, speaker);
    } else {
      const SourceHead head =
          head_of(reader_, words, groups_, tagged_, tables_.heads, tables_.rules);
      if (!head.names.empty()) {
        addressee.entity = EntityReference{joint_of(head.names), name_confidence};
        addressee.why = std::string("source:") + head.rule;
      } else if (!nouns_.resolve_known(words, head, addressee)) {
        nouns_.introduce(words, head, addressee);
      }
    }
    if (!addressee.entity) return;
    addressee.entity->confidence *= range.probability;
    entities_.add_mention(addressee.entity->entity, reader_.span(words));
  }

  /// "Mr Downer was also asked whether": the name or pronoun right before a passive cue of addressing_verbs.txt.
  void resolve_passive_subject(const tag::TaggedAnchor& anchor) {
    const auto cue =
        std::find_if(anchor.roles.begin(), anchor.roles.end(),
                     [](const tag::RoleRange& role) { return role.role == tag::Role::cue; });
    if (cue == anchor.roles.end() || cue->words.end - cue->words.first < 2) return;
    if (!tables_.addressing_verbs.contains(reader_.text(cue->words.end - 1))) return;
    for (std::size_t j = first_mention_at(cue->words.first); j-- > 0;) {
      const Mention& mention = mentions_[j];
      if (mention.tagged->words.end < cue->words.first) return;
      if (mention.tagged->words.end > cue->words.first) continue;
      ResolvedSource& addressee = out_.addressees[anchor.word];
      if (mention.entity) {
        addressee.entity = EntityReference{*mention.entity, name_confidence};
      } else if (mention.pronoun != 0) {
        pronouns_.resolve(j, addressee);
      }
      if (addressee.entity) addressee.why = "passive_subject";
      return;
    }
  }

  std::optional<EntityReference> name_in(WordRange words) const {
    const auto& names = groups_.names;
    const auto name =
        std::lower_bound(names.begin(), names.end(), words.first,
                         [](const ResolvedName& n, std::uint32_t w) { return n.words.end <= w; });
    if (name == names.end() || name->words.first >= words.end) return {};
    return EntityReference{name->group, name_confidence};
  }

  /// The table's order is that of first mention; references follow.
  Resolution finished() {
    EntityTable::Ordered ordered = entities_.ordered();
    const std::vector<std::size_t>& place = ordered.place;
    out_.entities = std::move(ordered.entities);
    for (const ResolvedName& name : groups_.names)
      out_.names.emplace(name.words.first, place[name.group]);
    std::map<std::size_t, std::size_t> affiliations;
    for (const auto& [person, organization] : out_.affiliations)
      affiliations[place[person]] = place[organization];
    out_.affiliations = std::move(affiliations);
    const auto follow = [&place](ResolvedSource& source) {
      if (source.entity) source.entity->entity = place[source.entity->entity];
      for (EntityReference& candidate : source.candidates)
        candidate.entity = place[candidate.entity];
    };
    for (auto& [words, source] : out_.sources) follow(source);
    for (auto& [anchor, addressee] : out_.addressees) follow(addressee);
    for (auto& [anchor, subjects] : out_.subjects) {
      for (EntityReference& subject : subjects) subject.entity = place[subject.entity];
    }
    return std::move(out_);
  }

  const Resolver::Impl& tables_;
  WordReader reader_;
  const tag::TaggedText& tagged_;
  PairFeatures features_;
  AntecedentScorer scorer_;
  TurnLabels labels_;
  NameGroups groups_;
  Descriptions descriptions_;
  EntityTable entities_;
  NounEntities nouns_;
  std::vector<Mention> mentions_;
  std::map<WordRange, std::vector<WordRange>> split_;
  PronounResolver pronouns_;
  std::vector<Epithet> epithets_;                      // In text order.
  std::map<std::uint32_t, std::size_t> interviewers_;  // By their transcript's number.
  std::map<std::uint32_t, std::optional<std::size_t>> interviewees_;
  std::optional<std::size_t> last_two_;  // Who spoke as one last, if they were two.
  Resolution out_;
};

}  // namespace

Resolver::Resolver(const Tables& tables) : impl_(std::make_shared<const Impl>(tables)) {}

Resolution Resolver::resolve(std::string_view text, const segment::SegmentedText& segmented,
                             const tag::TaggedText& tagged, std::string_view title) const {
  return ResolutionRun(*impl_, text, segmented, tagged, title).run();
}

}  // namespace quoth::entities
