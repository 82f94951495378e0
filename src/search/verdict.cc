#include "search/verdict.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/lexicon.h"
#include "variants/speakers.h"

namespace quoth::search {
namespace {

bool has_flag(const Hit& hit, std::string_view flag) {
  return std::find(hit.flags.begin(), hit.flags.end(), flag) != hit.flags.end();
}

/// "Doubted", "was not sure": the engine flags denials alone.
bool has_doubting_cue(const Hit& hit) {
  static const std::vector<std::string_view> doubting = base::lexicon_entries("doubting_cues");
  std::string word;
  for (std::size_t k = 0; k <= hit.cue.size(); ++k) {
    const char byte = k < hit.cue.size() ? hit.cue[k] : ' ';
    const bool is_upper = byte >= 'A' && byte <= 'Z';
    if (is_upper || (byte >= 'a' && byte <= 'z')) {
      word += static_cast<char>(is_upper ? byte + ('a' - 'A') : byte);
      continue;
    }
    if (std::find(doubting.begin(), doubting.end(), word) != doubting.end()) return true;
    word.clear();
  }
  return false;
}

variants::Speaker speaker_of(const Hit& hit) {
  if (!hit.speaker) return {};
  return {hit.speaker->name, hit.speaker->type};
}

/// Whether something holds of the quotation or of one around it.
template <typename Test>
bool any_voice(const Case& one, Test test) {
  return test(one.hit) || std::any_of(one.around.begin(), one.around.end(), test);
}

bool is_denied(const Case& one) {
  return any_voice(one, [](const Hit& hit) {
    return has_flag(hit, "denied") || has_flag(hit, "doubted") || has_flag(hit, "hedged") ||
           (!hit.negated && has_doubting_cue(hit));
  });
}

bool is_not_said(const Case& one) {
  return any_voice(one, [](const Hit& hit) { return hit.negated; });
}

bool is_asked(const Case& one) {
  return any_voice(
      one, [](const Hit& hit) { return hit.act == Quotation::Act::ask || has_flag(hit, "asked"); });
}

bool is_wanted(const Case& one) {
  return any_voice(one, [](const Hit& hit) { return hit.act == Quotation::Act::want; });
}

bool is_second_hand(const Case& one) {
  if (any_voice(one, [](const Hit& hit) { return has_flag(hit, "second_hand"); })) return true;
  const variants::Speaker own = speaker_of(one.hit);
  return std::any_of(one.around.begin(), one.around.end(), [&](const Hit& hit) {
    const variants::Speaker other = speaker_of(hit);
    return variants::is_named(own) && variants::is_named(other) &&
           variants::match(own, other) != variants::SpeakerMatch::same;
  });
}

bool is_unsaid(const Case& one) {
  return is_denied(one) || is_not_said(one) || is_asked(one) || is_wanted(one) ||
         is_second_hand(one);
}

bool is_by_other(const Case& one) { return one.is_by_speaker && !*one.is_by_speaker; }

bool is_grave(const Case& one) { return one.match.is_grave; }

bool is_unlike(const Case& one) {
  return !is_rendering(one.match, one.is_by_speaker.value_or(false));
}

/// Another statement, and another speaker or none that stands for it: nothing follows for the claim.
bool is_grave_elsewhere(const Case& one) {
  return is_grave(one) && (is_unsaid(one) || is_by_other(one));
}

struct Rule {
  Verdict gives;
  const char* name;
  bool (*applies)(const Case& one);
};

constexpr std::array<Rule, 12> rules = {{
    {Verdict::paraphrase, "some_words", is_unlike},
    {Verdict::paraphrase, "other_statement", is_grave_elsewhere},
    {Verdict::denied, "denied_or_doubted", is_denied},
    {Verdict::not_said, "saying_negated", is_not_said},
    {Verdict::asked, "asked", is_asked},
    {Verdict::wanted, "wanted", is_wanted},
    {Verdict::reported_by_another, "second_hand", is_second_hand},
    {Verdict::altered, "grave_difference", is_grave},
    {Verdict::altered, "cut_denial", [](const Case& one) { return one.match.leaves_out_denial; }},
    {Verdict::other_speaker, "not_by_the_one_named", is_by_other},
    {Verdict::altered, "other_words", [](const Case& one) { return one.match.differs; }},
    {Verdict::partial, "part",
     [](const Case& one) { return one.match.is_part || one.match.is_more; }},
}};

}  // namespace

const char* name(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::exact:
      return "exact";
    case Verdict::partial:
      return "partial";
    case Verdict::altered:
      return "altered";
    case Verdict::other_speaker:
      return "other_speaker";
    case Verdict::denied:
      return "denied";
    case Verdict::not_said:
      return "not_said";
    case Verdict::asked:
      return "asked";
    case Verdict::wanted:
      return "wanted";
    case Verdict::reported_by_another:
      return "reported_by_another";
    case Verdict::paraphrase:
      return "paraphrase";
    case Verdict::not_found:
      return "not_found";
  }
  return "";
}

Judgement judge(const Case& one) {
  const auto* rule =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& each) { return each.applies(one); });
  if (rule == rules.end()) return {Verdict::exact, "same_words"};
  return {rule->gives, rule->name};
}

int rank(const Judgement& judgement, const Case& one) noexcept {
  constexpr float half = 0.5F, nearly_the_same = 0.85F;
  const bool is_much = one.match.cover_of_claim >= half;
  // Denied before what is second-hand, that before wishes and questions.
  const auto unsaid = [&](int place) {
    if (is_by_other(one)) return 80 + place;
    if (!is_much) return 75 + place;
    return (one.match.differs ? 50 : 30) + place;
  };
  switch (judgement.verdict) {
    case Verdict::exact:
      return 0;
    case Verdict::partial:
      return is_much ? 10 : 45;
    case Verdict::altered:
      if (one.match.is_grave || one.match.leaves_out_denial) return 60;
      return one.match.likeness >= nearly_the_same ? 20 : 40;
    case Verdict::denied:
      return unsaid(0);
    case Verdict::not_said:
      return unsaid(1);
    case Verdict::reported_by_another:
      return unsaid(2);
    case Verdict::wanted:
      return unsaid(3);
    case Verdict::asked:
      return unsaid(4);
    case Verdict::other_speaker:
      return 70;
    case Verdict::paraphrase:
      return 90;
    case Verdict::not_found:
      break;
  }
  return 99;
}

}  // namespace quoth::search
