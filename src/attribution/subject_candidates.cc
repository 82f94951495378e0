#include "attribution/subject_candidates.h"

#include <algorithm>
#include <string>

namespace quoth::attribution {
namespace {

using quotes::Draft;
using segment::WordRange;

constexpr std::size_t near_sentences = 2;
constexpr std::size_t most_sentences = 8;
constexpr std::size_t most_places = 64;  // Of mentions looked at in a content, and beside it.
constexpr float never_before = 1.25F;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_part_of_word(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Runs of letters and digits, in lower case.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : text) {
    const bool part = is_part_of_word(c);
    if (part && !open) words.emplace_back();
    if (part) words.back().push_back(lower(c));
    open = part;
  }
  return words;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view known) {
    return std::equal(word.begin(), word.end(), known.begin(), known.end(),
                      [](char a, char b) { return lower(a) == b; });
  });
}

constexpr std::array<std::string_view, 4> first_person{"i", "me", "my", "myself"};
constexpr std::array<std::string_view, 4> first_persons{"we", "us", "our", "ourselves"};
constexpr std::array<std::string_view, 2> second_person{"you", "your"};
constexpr std::array<std::string_view, 8> he_or_she{"he",  "him", "his",  "himself",
                                                    "she", "her", "hers", "herself"};
constexpr std::array<std::string_view, 3> neuter{"it", "its", "itself"};
constexpr std::array<std::string_view, 3> plural{"they", "them", "their"};

float share(std::size_t count, std::size_t most) {
  return static_cast<float>(std::min(count, most)) / static_cast<float>(most);
}

/// The last mention that ends before the position; a long one may reach beyond it, a few do at most.
std::optional<Span> last_before(const std::vector<Span>& mentions, std::size_t position) {
  auto mention = std::lower_bound(mentions.begin(), mentions.end(), position,
                                  [](Span m, std::size_t at) { return m.start < at; });
  for (int k = 0; mention != mentions.begin() && k < 8; ++k) {
    if ((--mention)->end <= position) return *mention;
  }
  return {};
}

}  // namespace

using F = SubjectFeature;

class SubjectCandidates::Features {
 public:
  explicit Features(std::array<float, subject_features>& values) : values_(values) {}
  void set(F feature, float value) { values_[static_cast<std::size_t>(feature)] = value; }
  void mark(F feature, bool value) { set(feature, value ? 1.0F : 0.0F); }

 private:
  std::array<float, subject_features>& values_;
};

/// What is seen of a quotation, whoever its content is about.
struct SubjectCandidates::Content {
  std::vector<Span> pieces, parent;
  std::vector<std::size_t> entities;  ///< Mentioned in it, by their first mention there.
  std::optional<std::size_t> speaker, addressee, last_before;
  std::size_t first_sentence = 0;  ///< Of all its parts.
  Span around;                     ///< The sentences that its parts stand in.
  std::uint32_t first_word = 0;
  std::size_t words = 0;
  bool says_i = false, says_we = false, says_you = false;
  bool says_he = false, says_it = false, says_they = false;
  bool begins_with_to = false, direct = false, no_source = false, nested = false;
};

SubjectCandidates::SubjectCandidates(const quotes::Context& context,
                                     const std::vector<Entity>& entities, std::string_view title)
    : context_(context), entities_(entities) {
  const auto& paragraphs = context.segmented.paragraphs;
  if (!paragraphs.empty()) first_paragraph_end_ = context.span(paragraphs.front()).end;
  std::vector<std::string> title_words = plain_words(title);
  std::sort(title_words.begin(), title_words.end());
  for (std::size_t k = 0; k < entities.size(); ++k) {
    for (const Span mention : entities[k].mentions) places_.push_back({mention, k});
    if (entities[k].mentions.size() > most_) {
      most_ = entities[k].mentions.size();
      most_mentioned_ = k;
    }
    if (title_words.empty() || entities[k].mentions.empty()) continue;
    const std::vector<std::string> name = plain_words(entities[k].name);
    if (!name.empty() && std::binary_search(title_words.begin(), title_words.end(), name.back()))
      in_title_.push_back(k);
  }
  std::stable_sort(places_.begin(), places_.end(),
                   [](const Place& a, const Place& b) { return a.span.start < b.span.start; });
}

/// The last word that starts at or before the position.
std::uint32_t SubjectCandidates::word_at(std::size_t position) const {
  const auto& words = context_.segmented.words;
  const auto after =
      std::upper_bound(words.begin(), words.end(), position,
                       [](std::size_t at, const segment::Word& w) { return at < w.span.start; });
  return after == words.begin() ? 0 : static_cast<std::uint32_t>(after - words.begin()) - 1;
}

std::size_t SubjectCandidates::sentence_at(std::size_t position) const {
  const auto& sentences = context_.segmented.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), word_at(position),
                       [](std::uint32_t w, WordRange sentence) { return w < sentence.first; });
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

/// By their first mention there.
std::vector<std::size_t> SubjectCandidates::mentioned_in(const std::vector<Span>& pieces) const {
  std::vector<std::size_t> found;
  std::size_t looked_at = 0;
  for (const Span piece : pieces) {
    auto place = std::lower_bound(places_.begin(), places_.end(), piece.start,
                                  [](const Place& p, std::size_t at) { return p.span.start < at; });
    for (; place != places_.end() && place->span.start < piece.end && looked_at < most_places;
         ++place, ++looked_at) {
      if (place->span.end > piece.end) continue;
      if (std::find(found.begin(), found.end(), place->entity) == found.end())
        found.push_back(place->entity);
    }
  }
  return found;
}

std::vector<Span> SubjectCandidates::mentions_in(std::size_t entity,
                                                 const std::vector<Span>& pieces) const {
  std::vector<Span> found;
  const auto& mentions = entities_[entity].mentions;
  for (const Span piece : pieces) {
    auto mention = std::lower_bound(mentions.begin(), mentions.end(), piece.start,
                                    [](Span m, std::size_t at) { return m.start < at; });
    for (; mention != mentions.end() && mention->start < piece.end && found.size() < most_places;
         ++mention) {
      if (mention->end <= piece.end) found.push_back(*mention);
    }
  }
  return found;
}

SubjectCandidates::Content SubjectCandidates::read(const std::vector<Draft>& drafts,
                                                   const Quotation& quotation,
                                                   std::size_t index) const {
  const Draft& draft = drafts[index];
  Content content;
  std::size_t start = context_.span(draft.content.front()).start, end = start;
  for (const auto* parts : {&draft.content, &draft.cue, &draft.source}) {
    for (const WordRange part : *parts) {
      start = std::min<std::size_t>(start, context_.span(part).start);
      end = std::max<std::size_t>(end, context_.span(part).end);
    }
  }
  content.first_sentence = sentence_at(start);
  const auto& sentences = context_.segmented.sentences;
  content.around = {context_.span(sentences[content.first_sentence]).start,
                    context_.span(sentences[sentence_at(end - 1)]).end};
  content.first_word = draft.content.front().first;
  for (const WordRange part : draft.content) {
    content.pieces.push_back(context_.span(part));
    content.words += part.end - part.first;
    for (std::uint32_t w = part.first; w < part.end; ++w) {
      if (context_.segmented.words[w].shape == segment::Shape::upper) continue;  // "US".
      const std::string_view word = context_.word(w);
      content.says_i = content.says_i || is_one_of(word, first_person);
      content.says_we = content.says_we || is_one_of(word, first_persons);
      content.says_you = content.says_you || is_one_of(word, second_person);
      content.says_he = content.says_he || is_one_of(word, he_or_she);
      content.says_it = content.says_it || is_one_of(word, neuter);
      content.says_they = content.says_they || is_one_of(word, plural);
    }
  }
  content.begins_with_to =
      is_one_of(context_.word(content.first_word), std::array<std::string_view, 1>{"to"});
  content.direct = quotation.kind == Quotation::Kind::direct;
  content.no_source = draft.source.empty();
  content.nested = quotation.parent.has_value();
  if (quotation.speaker) content.speaker = quotation.speaker->entity;
  if (quotation.addressee) content.addressee = quotation.addressee->entity;
  if (quotation.parent) {
    for (const WordRange part : drafts[*quotation.parent].content)
      content.parent.push_back(context_.span(part));
  }
  content.entities = mentioned_in(content.pieces);
  return content;
}

/// Entities mentioned beside the content or shortly before it.
std::vector<std::size_t> SubjectCandidates::near(const Content& content) const {
  const auto& sentences = context_.segmented.sentences;
  const std::size_t first =
      content.first_sentence - std::min(content.first_sentence, near_sentences);
  const std::size_t start = context_.span(sentences[first]).start;
  const auto by_start = [](const Place& p, std::size_t at) { return p.span.start < at; };
  const auto middle =
      std::lower_bound(places_.begin(), places_.end(), content.pieces.front().start, by_start);
  std::vector<std::size_t> found;
  std::size_t looked_at = 0;
  for (auto place = middle; place != places_.begin() && looked_at < most_places; ++looked_at) {
    --place;
    if (place->span.start < start) break;
    found.push_back(place->entity);
  }
  looked_at = 0;
  for (auto place = middle; place != places_.end() && looked_at < most_places; ++place) {
    if (place->span.start >= content.around.end) break;
    found.push_back(place->entity);
    ++looked_at;
  }
  return found;
}

std::vector<SubjectCandidate> SubjectCandidates::of(const std::vector<Draft>& drafts,
                                                    const Quotation& quotation,
                                                    std::size_t index) const {
  Content content = read(drafts, quotation, index);
  std::vector<std::size_t> entities = near(content);
  const std::size_t start = content.pieces.front().start;
  auto place = std::lower_bound(places_.begin(), places_.end(), start,
                                [](const Place& p, std::size_t at) { return p.span.start < at; });
  for (std::size_t k = 0; place != places_.begin() && k < most_places; ++k) {
    --place;
    if (place->span.end > start) continue;
    content.last_before = place->entity;
    break;
  }
  entities.insert(entities.end(), content.entities.begin(), content.entities.end());
  const std::size_t titled = std::min(in_title_.size(), most_places);
  entities.insert(entities.end(), in_title_.begin(),
                  in_title_.begin() + static_cast<std::ptrdiff_t>(titled));
  for (const auto& one : {content.speaker, content.addressee, most_mentioned_}) {
    if (one) entities.push_back(*one);
  }
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  std::vector<SubjectCandidate> candidates;
  for (const std::size_t entity : entities) {
    if (auto one = candidate(content, entity)) candidates.push_back(*one);
  }
  return candidates;
}

std::optional<SubjectCandidate> SubjectCandidates::candidate(const Content& content,
                                                             std::size_t entity) const {
  const auto& mentions = entities_[entity].mentions;
  if (mentions.empty()) return {};
  SubjectCandidate made{entity, {}, {}};
  Features features(made.features);
  const std::vector<Span> found = mentions_in(entity, content.pieces);
  const std::optional<Span> earlier = last_before(mentions, content.pieces.front().start);
  const Span mention = !found.empty() ? found.front() : earlier.value_or(mentions.front());
  made.mention = {word_at(mention.start), word_at(mention.end - 1) + 1};
  if (!found.empty()) see_inside(content, entity, found, made.mention.first, features);
  see_roles(content, entity, features);
  features.set(F::share_of_mentions, share(mentions.size(), most_));
  features.mark(F::most_mentioned, most_mentioned_ == entity);
  features.mark(F::in_title, std::binary_search(in_title_.begin(), in_title_.end(), entity));
  features.mark(F::in_first_paragraph, mentions.front().start < first_paragraph_end_);
  features.set(F::sentences_since, never_before);
  if (earlier) {
    const std::size_t told = std::min(sentence_at(earlier->start), content.first_sentence);
    features.set(F::sentences_since, share(content.first_sentence - told, most_sentences));
  }
  features.mark(F::last_before, content.last_before == entity);
  if (found.empty()) see_outside(content, entity, features);
  features.set(F::words, share(content.words, 60));
  features.set(F::entities_in_content, share(content.entities.size(), 6));
  features.mark(F::direct, content.direct);
  features.mark(F::begins_with_to, content.begins_with_to);
  features.mark(F::no_source, content.no_source);
  features.mark(F::nested, content.nested);
  return made;
}

void SubjectCandidates::see_inside(const Content& content, std::size_t entity,
                                   const std::vector<Span>& found, std::uint32_t first_word,
                                   Features& features) const {
  const auto& order = content.entities;
  const auto ordinal = std::find(order.begin(), order.end(), entity) - order.begin();
  const char initial = context_.text[found.front().start];
  features.mark(F::in_content, true);
  features.set(F::mentions_in_content,
               static_cast<float>(std::min<std::size_t>(found.size(), 4)) / 2.0F);
  features.mark(F::first_in_content, ordinal == 0);
  features.mark(F::second_in_content, ordinal == 1);
  features.set(F::place_in_content, share(first_word - content.first_word, 40));
  features.mark(F::alone_in_content, order.size() == 1);
  features.mark(F::named_in_content, initial >= 'A' && initial <= 'Z');
}

void SubjectCandidates::see_roles(const Content& content, std::size_t entity,
                                  Features& features) const {
  const EntityType type = entities_[entity].type;
  const bool body = type == EntityType::organization || type == EntityType::group;
  const bool speaks = content.speaker == entity, hears = content.addressee == entity;
  features.mark(F::person, type == EntityType::person);
  features.mark(F::organization, body);
  features.mark(F::other_type, type != EntityType::person && !body);
  features.mark(F::speaker, speaks);
  features.mark(F::speaker_says_i, speaks && content.says_i);
  features.mark(F::speaker_says_we, speaks && content.says_we);
  features.mark(F::addressee, hears);
  features.mark(F::addressee_called_you, hears && content.says_you);
  features.mark(F::joint, !entities_[entity].members.empty());
}

void SubjectCandidates::see_outside(const Content& content, std::size_t entity,
                                    Features& features) const {
  const auto& mentions = entities_[entity].mentions;
  const auto beside = std::lower_bound(mentions.begin(), mentions.end(), content.around.start,
                                       [](Span m, std::size_t at) { return m.start < at; });
  const bool person = entities_[entity].type == EntityType::person;
  features.mark(F::beside_content, beside != mentions.end() && beside->start < content.around.end);
  features.mark(F::in_parent_alone,
                !content.parent.empty() && !mentions_in(entity, content.parent).empty());
  features.mark(F::may_be_he, person && content.says_he);
  features.mark(F::may_be_it, !person && content.says_it);
  features.mark(F::may_be_they, !person && content.says_they);
}

}  // namespace quoth::attribution
