#include "variants/families.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/hash_mixing.h"
#include "variants/alignment.h"
#include "variants/likeness.h"
#include "variants/shingle_index.h"
#include "variants/speakers.h"
#include "variants/words.h"

namespace quoth::variants {
namespace {

constexpr std::uint32_t least_heavy = 3;  // Shorter contents ("no comment") are said by everyone.

class Joiner {
 public:
  explicit Joiner(std::span<const Utterance> utterances)
      : utterances_(utterances), family_of_(utterances.size(), none) {}

  std::vector<Family> join() {
    std::vector<std::uint32_t> order(utterances_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      const std::size_t of_x = utterances_[x].content.size(), of_y = utterances_[y].content.size();
      return of_x != of_y ? of_x > of_y : x < y;
    });
    for (const std::uint32_t one : order) place(one);
    return families();
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  struct Draft {
    std::uint32_t head;
    std::uint32_t named;  ///< A member whose speaker is named; none: nobody's is.
    std::uint64_t exact;  ///< The head's words.
  };

  static std::uint64_t hash_of(const Words& words) {
    std::uint64_t hash = words.size();
    for (std::size_t k = 0; k < words.size(); ++k) hash = base::mixed(hash + words[k].key);
    return hash;
  }

  void place(std::uint32_t one) {
    const Utterance& utterance = utterances_[one];
    words_.read(utterance.content);
    if (words_.heavy() < least_heavy) return;
    const std::uint64_t name = name_hash(utterance.speaker), exact = hash_of(words_);
    const auto repeated = repeated_.find(base::mixed(exact + name));
    if (repeated != repeated_.end() && name != 0 && repeats(repeated->second, one) &&
        takes(repeated->second, one))
      return;
    shingles_.read(words_, name);
    index_.find(shingles_, candidates_);
    for (const ShingleIndex::Candidate& candidate : candidates_) {
      if (!is_like_head(candidate.family, utterance) || !takes(candidate.family, one)) continue;
      repeated_.emplace(base::mixed(exact + name), candidate.family);
      index_.add(shingles_, candidate.family);
      return;
    }
    const auto family = static_cast<std::uint32_t>(drafts_.size());
    drafts_.push_back({one, name != 0 ? one : none, exact});
    family_of_[one] = family;
    repeated_.emplace(base::mixed(exact + name), family);
    index_.add(shingles_, family);
  }

  /// The words are a member's; the speaker must be too, beyond what names share in their hash.
  bool repeats(std::uint32_t family, std::uint32_t one) const {
    const std::uint32_t named = drafts_[family].named;
    return named != none &&
           match(utterances_[named].speaker, utterances_[one].speaker) == SpeakerMatch::same;
  }

  bool is_like_head(std::uint32_t family, const Utterance& utterance) {
    const Utterance& head = utterances_[drafts_[family].head];
    head_words_.read(head.content);
    aligner_.align(head_words_, words_, alignment_);
    return is_same_utterance(likeness(head, utterance, head_words_, words_, alignment_));
  }

  /// A head without a name must not bring two speakers together.
  bool takes(std::uint32_t family, std::uint32_t one) {
    Draft& draft = drafts_[family];
    if (draft.named != none && draft.named != draft.head &&
        match(utterances_[draft.named].speaker, utterances_[one].speaker) == SpeakerMatch::conflict)
      return false;
    if (draft.named == none && is_named(utterances_[one].speaker)) draft.named = one;
    family_of_[one] = family;
    return true;
  }

  std::vector<Family> families() {
    std::vector<Family> all(drafts_.size());
    for (std::uint32_t k = 0; k < utterances_.size(); ++k) {
      if (family_of_[k] != none) all[family_of_[k]].members.push_back(k);
    }
    for (std::size_t k = 0; k < all.size(); ++k) {
      all[k].head = drafts_[k].head;
      if (all[k].members.size() > 1) complete(drafts_[k], all[k]);
    }
    std::erase_if(all, [](const Family& family) { return family.members.size() < 2; });
    std::sort(all.begin(), all.end(), [](const Family& x, const Family& y) {
      return *std::min_element(x.members.begin(), x.members.end()) <
             *std::min_element(y.members.begin(), y.members.end());
    });
    return all;
  }

  void complete(const Draft& draft, Family& family) {
    std::vector<std::uint32_t> publishers;
    for (const std::uint32_t one : family.members) {
      publishers.push_back(utterances_[one].publisher);
      words_.read(utterances_[one].content);
      family.exact += hash_of(words_) == draft.exact ? 1U : 0U;
    }
    std::sort(publishers.begin(), publishers.end());
    family.publishers = static_cast<std::uint32_t>(
        std::unique(publishers.begin(), publishers.end()) - publishers.begin());
    const auto day = [&](std::uint32_t one) {
      const std::int32_t known = utterances_[one].day;
      return known == Utterance::no_day ? std::numeric_limits<std::int32_t>::max() : known;
    };
    std::stable_sort(family.members.begin(), family.members.end(),
                     [&](std::uint32_t x, std::uint32_t y) { return day(x) < day(y); });
  }

  std::span<const Utterance> utterances_;
  std::vector<std::uint32_t> family_of_;
  std::vector<Draft> drafts_;
  std::unordered_map<std::uint64_t, std::uint32_t> repeated_;  ///< Families by words and speaker.
  ShingleIndex index_;
  Aligner aligner_;
  Alignment alignment_;
  Words words_, head_words_;
  Shingles shingles_;
  std::vector<ShingleIndex::Candidate> candidates_;
};

}  // namespace

std::vector<Family> join(std::span<const Utterance> utterances) {
  return Joiner(utterances).join();
}

}  // namespace quoth::variants
