#include "quotes/turns.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "quotes/transcript.h"

namespace quoth::quotes {
namespace {

using segment::WordRange;
using tag::Role;
using tag::RoleRange;
using tag::TaggedAnchor;
using tag::TaggedMention;

constexpr float found_by_rule = 0.95F;

bool is_empty(WordRange words) { return words.first == words.end; }
bool overlap(WordRange a, WordRange b) { return a.first < b.end && b.first < a.end; }

std::uint32_t start_of(const Turn& turn) {
  return is_empty(turn.label) ? turn.content.first : turn.label.first;
}

bool has(const TaggedAnchor& anchor, Role role) {
  return std::any_of(anchor.roles.begin(), anchor.roles.end(),
                     [role](const RoleRange& range) { return range.role == role; });
}

/// The network's own reading of the turn: by its label or by nobody, with the colon or without a cue.
bool reads_turn(const TaggedAnchor& anchor, const Turn& turn) {
  if (!has(anchor, Role::source) && !has(anchor, Role::cue)) return true;
  bool own_source = false, other_cue = false;
  for (const RoleRange& role : anchor.roles) {
    own_source = own_source || (role.role == Role::source && overlap(role.words, turn.label));
    other_cue = other_cue || (role.role == Role::cue && !overlap(role.words, turn.cue));
  }
  return own_source && !other_cue;
}

TaggedAnchor anchor_of(const Turn& turn, std::uint32_t number) {
  TaggedAnchor anchor;
  anchor.transcript = number;
  anchor.word = !is_empty(turn.cue) ? turn.cue.first : start_of(turn);
  anchor.probability = found_by_rule;
  anchor.role_probability = found_by_rule;
  anchor.act = turn.asks ? Quotation::Act::ask : Quotation::Act::say;
  if (!is_empty(turn.label)) anchor.roles.push_back({Role::source, turn.label});
  if (!is_empty(turn.cue)) anchor.roles.push_back({Role::cue, turn.cue});
  anchor.roles.push_back({Role::content, turn.content});
  return anchor;
}

/// What the network found inside a turn does not reach out of it; no content: nothing is left.
void clip(TaggedAnchor& anchor, WordRange content) {
  for (RoleRange& role : anchor.roles) {
    role.words.first = std::max(role.words.first, content.first);
    role.words.end = std::min(role.words.end, content.end);
  }
  std::erase_if(anchor.roles,
                [](const RoleRange& role) { return role.words.first >= role.words.end; });
}

class Turns {
 public:
  Turns(std::vector<Transcript> transcripts, tag::TaggedText& tagged) : tagged_(tagged) {
    std::uint32_t number = 0;
    for (Transcript& transcript : transcripts) {
      ++number;
      for (const Turn& turn : transcript) {
        turns_.push_back(turn);
        anchors_.push_back(anchor_of(turn, number));
      }
    }
  }

  void add() {
    std::erase_if(tagged_.anchors, [this](TaggedAnchor& anchor) { return !keeps(anchor); });
    tagged_.anchors.insert(tagged_.anchors.end(), anchors_.begin(), anchors_.end());
    std::stable_sort(tagged_.anchors.begin(), tagged_.anchors.end(),
                     [](const TaggedAnchor& a, const TaggedAnchor& b) { return a.word < b.word; });
    add_sources();
  }

 private:
  /// The index of the turn that holds the word; turns_.size(): none does.
  std::size_t turn_at(std::uint32_t word) const {
    const auto after =
        std::upper_bound(turns_.begin(), turns_.end(), word,
                         [](std::uint32_t w, const Turn& turn) { return w < start_of(turn); });
    if (after == turns_.begin() || word >= (after - 1)->content.end) return turns_.size();
    return static_cast<std::size_t>(after - 1 - turns_.begin());
  }

  bool keeps(TaggedAnchor& anchor) {
    const std::size_t k = turn_at(anchor.word);
    if (k == turns_.size()) return true;
    if (reads_turn(anchor, turns_[k])) {
      take_circumstances(anchor, k);
      return false;
    }
    clip(anchor, turns_[k].content);
    return has(anchor, Role::content) && turns_[k].content.first <= anchor.word;
  }

  /// What the network read of the turn as a whole: to whom, about whom.
  void take_circumstances(const TaggedAnchor& anchor, std::size_t k) {
    for (const tag::CircumstanceRange& range : anchor.circumstances) {
      const bool inside =
          turns_[k].content.first <= range.words.first && range.words.end <= turns_[k].content.end;
      if (inside) anchors_[k].circumstances.push_back(range);
    }
  }

  /// The resolver reads the label as a source; what the network took for one there is none.
  void add_sources() {
    auto& mentions = tagged_.mentions;
    std::erase_if(mentions, [this](const TaggedMention& mention) {
      if (mention.origin != TaggedMention::Origin::source) return false;
      const std::size_t k = turn_at(mention.words.first);
      return k != turns_.size() && overlap(mention.words, turns_[k].label) &&
             mention.words != turns_[k].label;
    });
    std::vector<TaggedMention> labels;
    for (const Turn& turn : turns_) {
      if (is_empty(turn.label)) continue;
      TaggedMention label;
      label.origin = TaggedMention::Origin::source;
      label.words = turn.label;
      const auto known = std::find_if(
          std::lower_bound(
              mentions.begin(), mentions.end(), turn.label.first,
              [](const TaggedMention& m, std::uint32_t w) { return m.words.first < w; }),
          mentions.end(), [&](const TaggedMention& m) {
            return m.words.first > turn.label.first ||
                   (m.words == turn.label && m.origin == label.origin);
          });
      if (known == mentions.end() || known->words != turn.label) labels.push_back(label);
    }
    mentions.insert(mentions.end(), labels.begin(), labels.end());
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const TaggedMention& a, const TaggedMention& b) {
                       return std::make_pair(a.words.first, ~a.words.end) <
                              std::make_pair(b.words.first, ~b.words.end);
                     });
  }

  tag::TaggedText& tagged_;
  std::vector<Turn> turns_;            // In text order.
  std::vector<TaggedAnchor> anchors_;  // One a turn.
};

}  // namespace

void add_turns(std::string_view text, const segment::SegmentedText& segmented,
               const base::RuleChoice& rules, tag::TaggedText& tagged) {
  if (!rules.has("turn")) return;
  std::vector<Transcript> transcripts = read_transcripts({text, segmented}, tagged.names);
  if (!transcripts.empty()) Turns(std::move(transcripts), tagged).add();
}

}  // namespace quoth::quotes
