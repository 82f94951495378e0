#include "entities/epithets.h"

#include <algorithm>
#include <bit>

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::TaggedMention;

constexpr std::uint32_t longest_epithet = 8;      // In words.
constexpr std::uint32_t reach_in_sentences = 4;   // How far back the last mention may stand.
constexpr std::size_t most_mentions = 80;         // Looked at before an epithet …
constexpr std::size_t most_anchors = 16;          // … and attributions around it.
constexpr std::uint32_t reach_of_same_noun = 20;  // The same for who was called so.
constexpr float same_noun = 3.0F, most_for_often_named = 2.0F, subject = 1.0F, far = 0.5F,
                same_sentence = 2.0F, epithet_before = 1.0F;
constexpr float clear_lead = 0.75F;
constexpr float least_score = 0.5F;

std::size_t first_at(const std::vector<Mention>& mentions, std::uint32_t word) {
  const auto found =
      std::lower_bound(mentions.begin(), mentions.end(), word,
                       [](const Mention& m, std::uint32_t w) { return m.tagged->words.first < w; });
  return static_cast<std::size_t>(found - mentions.begin());
}

}  // namespace

bool Epithets::is_in_a_name(std::uint32_t word) const {
  const auto& names = groups_.names;
  const auto after =
      std::upper_bound(names.begin(), names.end(), word,
                       [](std::uint32_t w, const ResolvedName& n) { return w < n.tagged.first; });
  return after != names.begin() && word < (after - 1)->tagged.end;
}

bool Epithets::is_gerund(std::uint32_t word) const {
  if (word >= reader_.segmented().words.size()) return false;
  const std::string_view text = reader_.text(word);
  return text.size() > 4 && text.substr(text.size() - 3) == "ing";
}

/// "The" and what follows it up to a person's noun; nothing where a name or "of" goes on behind it.
std::optional<WordRange> Epithets::phrase_at(std::uint32_t word) const {
  const std::string_view article = reader_.text(word);
  if (article != "the" && article != "The") return {};
  const auto size = static_cast<std::uint32_t>(reader_.segmented().words.size());
  const std::uint32_t stop = std::min(size, word + longest_epithet);
  for (std::uint32_t w = word + 1; w < stop; ++w) {
    const std::string_view text = reader_.text(w);
    const bool inside_title = w + 1 < size && !reader_.is_lower_case(w + 1);
    if (breakers_.contains(text) && !inside_title) return {};
    if (reader_.is_punctuation(w) && text != "-" && text != ".") return {};
    if (!lists_.person_nouns.contains(text)) continue;
    if (w + 1 == size) return WordRange{word, w + 1};
    const std::string_view next = reader_.text(w + 1);
    if (lists_.person_nouns.contains(next) || next == "-") continue;
    // "The singer of the band" is told by the band, "accused the singer of lying" is not.
    const bool told = (next == "of" && !is_gerund(w + 2)) || next == "for";
    if (told || is_in_a_name(w + 1) || is_in_a_name(w)) return {};
    return WordRange{word, w + 1};
  }
  return {};
}

/// Who was called by which noun as a source: "the All of Me hitmaker wrote".
void Epithets::note_nouns(const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (!mention.entity || mention.tagged->origin != TaggedMention::Origin::source) continue;
    const WordRange words = mention.tagged->words;
    speakers_.emplace(words, *mention.entity);
    const std::uint32_t last = reader_.last_word_of(words);
    if (entities_[*mention.entity].type == EntityType::person &&
        lists_.person_nouns.contains(reader_.text(last)))
      called_.emplace(std::make_pair(*mention.entity, reader_.key(last)), words.first);
  }
}

std::vector<std::size_t> Epithets::excluded(WordRange phrase,
                                            const std::vector<Mention>& mentions) const {
  std::vector<std::size_t> out;
  const std::uint32_t sentence = reader_.sentence_of(phrase.first);
  const std::uint32_t end = reader_.segmented().sentences[sentence].end;
  const bool joined = phrase.end < end && reader_.text(phrase.end) == "and";
  const std::size_t here = first_at(mentions, phrase.first);
  for (std::size_t i = here; i < mentions.size() && mentions[i].tagged->words.first < end; ++i) {
    const bool is_name = mentions[i].tagged->origin == TaggedMention::Origin::name;
    if (is_name && mentions[i].entity) out.push_back(*mentions[i].entity);
    if (i - here > most_mentions) break;
  }
  if (!joined && here > 0 && phrase.first > 0 && reader_.text(phrase.first - 1) == "and") {
    const Mention& before = mentions[here - 1];
    if (before.entity && before.tagged->words.end + 1 == phrase.first)
      out.push_back(*before.entity);
  }
  const auto& anchors = tagged_.anchors;
  const auto after =
      std::lower_bound(anchors.begin(), anchors.end(), phrase.first,
                       [](const tag::TaggedAnchor& a, std::uint32_t w) { return a.word < w; });
  const auto first = after - std::min<std::ptrdiff_t>(after - anchors.begin(), most_anchors);
  const auto last = after + std::min<std::ptrdiff_t>(anchors.end() - after, most_anchors);
  for (auto anchor = first; anchor != last; ++anchor) {
    std::optional<std::size_t> speaker;
    bool inside = false;
    for (const tag::RoleRange& role : anchor->roles) {
      const auto source = speakers_.find(role.words);
      if (role.role == tag::Role::source && source != speakers_.end()) speaker = source->second;
      inside = inside || (role.role == tag::Role::content && role.words.first <= phrase.first &&
                          phrase.end <= role.words.end);
    }
    if (inside && speaker) out.push_back(*speaker);
  }
  return out;
}

void Epithets::weigh_sentence_before(std::uint32_t sentence, const std::vector<Mention>& mentions,
                                     std::size_t end, Scores& scores) const {
  for (std::size_t i = end; i > 0 && end - i < most_mentions;) {
    --i;
    if (mentions[i].sentence >= sentence) continue;
    const std::uint32_t before = mentions[i].sentence;
    std::size_t first = i;
    while (first > 0 && mentions[first - 1].sentence == before) --first;
    for (std::size_t k = first; k < end && mentions[k].sentence == before; ++k) {
      if (!mentions[k].entity) continue;
      const auto found = scores.find(*mentions[k].entity);
      if (entities_[*mentions[k].entity].type != EntityType::person) continue;
      if (found != scores.end()) found->second += subject;
      return;
    }
    return;
  }
}

Epithets::Scores Epithets::weigh(WordRange phrase, const std::vector<Mention>& mentions) const {
  struct Seen {
    std::uint32_t last = 0, count = 0;
    bool in_sentence = false;
  };
  const std::uint32_t sentence = reader_.sentence_of(phrase.first);
  const std::size_t here = first_at(mentions, phrase.first);
  std::map<std::size_t, Seen> seen;
  for (std::size_t i = here; i > 0 && here - i < most_mentions;) {
    const Mention& mention = mentions[--i];
    if (!mention.entity || entities_[*mention.entity].type != EntityType::person) continue;
    Seen& person = seen[*mention.entity];
    if (person.count == 0) person.last = mention.sentence;
    ++person.count;
    person.in_sentence = person.in_sentence || mention.sentence == sentence;
  }
  Scores scores;
  const std::vector<std::size_t> not_meant = excluded(phrase, mentions);
  const WordKey noun = reader_.key(phrase.end - 1);
  for (const auto& [entity, person] : seen) {
    const bool is_out = std::find(not_meant.begin(), not_meant.end(), entity) != not_meant.end();
    const auto called = called_.find({entity, noun});
    const bool is_called = called != called_.end() && called->second < phrase.first;
    const std::uint32_t reach = is_called ? reach_of_same_noun : reach_in_sentences;
    const std::uint32_t away = sentence - person.last;
    if (is_out || away > reach) continue;
    float score =
        std::min(most_for_often_named, static_cast<float>(std::bit_width(person.count)) / 2.0F);
    score -= far * static_cast<float>(std::min(away, reach_in_sentences));
    if (person.in_sentence) score -= same_sentence;
    if (is_called) score += same_noun;
    if (last_ && last_->entity == entity && reader_.sentence_of(last_->words.first) == sentence)
      score += epithet_before;
    scores[entity] = score;
  }
  weigh_sentence_before(sentence, mentions, here, scores);
  return scores;
}

std::optional<std::size_t> Epithets::meant(WordRange phrase,
                                           const std::vector<Mention>& mentions) const {
  if (const auto person = descriptions_.person_with_role(phrase)) return person;
  if (const auto person = descriptions_.person_introduced_later(phrase)) return person;
  std::optional<std::size_t> best;
  float most = least_score, second = least_score - clear_lead;
  for (const auto& [entity, score] : weigh(phrase, mentions)) {
    if (score > most) {
      second = best ? most : second;
      most = score;
      best = entity;
    } else {
      second = std::max(second, score);
    }
  }
  return most - second >= clear_lead ? best : std::nullopt;
}

std::vector<Epithet> Epithets::find(const std::vector<Mention>& mentions) {
  note_nouns(mentions);
  std::vector<Epithet> found;
  const auto size = static_cast<std::uint32_t>(reader_.segmented().words.size());
  for (std::uint32_t w = 0; w < size; ++w) {
    const auto phrase = phrase_at(w);
    if (!phrase) continue;
    const std::size_t at = first_at(mentions, phrase->first);
    const bool is_source = at < mentions.size() &&
                           mentions[at].tagged->words.first == phrase->first &&
                           mentions[at].tagged->words.end >= phrase->end;
    const bool is_part = is_source && phrase->end < mentions[at].tagged->words.end &&
                         reader_.text(phrase->end) == "and";
    if (is_source && !is_part) continue;
    const auto person = meant(*phrase, mentions);
    if (!person) continue;
    found.push_back({*phrase, *person});
    last_ = found.back();
    called_.emplace(std::make_pair(*person, reader_.key(phrase->end - 1)), phrase->first);
    w = phrase->end - 1;
  }
  return found;
}

}  // namespace quoth::entities
