#include "search/explanation.h"

#include <fmt/core.h>

#include <algorithm>

#include "database/day.h"
#include "search/checker.h"

namespace quoth::search {
namespace {

const char* verb(Quotation::Act act) {
  switch (act) {
    case Quotation::Act::say:
      return "said";
    case Quotation::Act::write:
      return "wrote";
    case Quotation::Act::ask:
      return "asked";
    case Quotation::Act::believe:
      return "is reported to believe";
    case Quotation::Act::feel:
      return "is reported to feel";
    case Quotation::Act::want:
      return "is reported to want";
    case Quotation::Act::decide:
      return "is reported to have decided";
    case Quotation::Act::show:
      return "is reported to have shown";
  }
  return "said";
}

/// " (The Post, 2021-03-04)"
std::string where(const Hit& hit) {
  std::string place = hit.publisher.value_or("");
  const std::string day = database::date_of(hit.day);
  if (!place.empty() && !day.empty()) place += ", ";
  place += day;
  return place.empty() ? place : " (" + place + ")";
}

std::string of_exact(const Hit& hit) {
  std::string text =
      fmt::format("{} {} this, in these words{}.", speaker_named(hit), verb(hit.act), where(hit));
  if (hit.kind == Quotation::Kind::indirect)
    text += " The article reports it without quotation marks: the words may be the article's.";
  return text;
}

std::string of_altered(const Evidence& evidence) {
  const std::string who = speaker_named(evidence.hit) + where(evidence.hit);
  if (std::string_view(evidence.judgement.rule) == "cut_denial") {
    return fmt::format(
        "The words are part of what {} is quoted with, but the rest of the sentence denies "
        "them: the claim leaves that out.",
        who);
  }
  if (std::string_view(evidence.judgement.rule) == "grave_difference") {
    return fmt::format(
        "{} is quoted with something like it, but what differs can change the "
        "meaning: compare the two.",
        who);
  }
  return fmt::format(
      "{} is quoted with this in somewhat other words. {}", who,
      remark(evidence.comparison ? evidence.comparison->severity : variants::Severity::notable));
}

std::string of_other_speaker(const Finding& finding, const Hit& hit) {
  const std::string named = finding.by ? finding.by->name : finding.claim.by;
  if (!hit.speaker)
    return fmt::format(
        "The words are in the record{}, but nobody is named there as their speaker, and so "
        "not {}.",
        where(hit), named);
  return fmt::format("The words are in the record, but by {}, not by {}{}.", speaker_named(hit),
                     named, where(hit));
}

std::string of_not_found(const Finding& finding) {
  std::string text = fmt::format(
      "Not in this record, which has {} quotations to look at. That says nothing of whether it was "
      "said.",
      finding.searched.quotations);
  if (!finding.searched.is_whole)
    text += " Its words are so common that only the newest of them were looked at.";
  return text;
}

/// The first sentence: the verdict, of the first evidence.
std::string verdict_sentence(const Finding& finding) {
  if (finding.evidence.empty()) return of_not_found(finding);
  const Evidence& first = finding.evidence.front();
  const Hit& hit = first.hit;
  const std::string who = speaker_named(hit), place = where(hit);
  switch (finding.verdict) {
    case Verdict::exact:
      return of_exact(hit);
    case Verdict::partial:
      return fmt::format(
          "Part of this, or this as part of more, is what {} {}{}: read what stands "
          "around it.",
          who, verb(hit.act), place);
    case Verdict::altered:
      return of_altered(first);
    case Verdict::other_speaker:
      return of_other_speaker(finding, hit);
    case Verdict::denied:
      return fmt::format("{} is quoted as denying or doubting this{}.", who, place);
    case Verdict::not_said:
      return fmt::format("The article tells that {} did not say this{}.", who, place);
    case Verdict::asked:
      return fmt::format("{} asked this and did not state it{}.", who, place);
    case Verdict::wanted:
      return fmt::format("{} wanted this and did not state it as so{}.", who, place);
    case Verdict::reported_by_another:
      return fmt::format(
          "The article does not quote {} itself: somebody else in it reports that "
          "{} said this{}.",
          who, who, place);
    case Verdict::paraphrase:
      return "Nothing like it in these words; some quotations have many of them. Whether they say "
             "the same is for a "
             "reader to judge.";
    case Verdict::not_found:
      break;
  }
  return of_not_found(finding);
}

}  // namespace

std::string speaker_named(const Hit& hit) {
  if (hit.speaker) return hit.speaker->name;
  return "somebody whom the article does not name";
}

std::string explain(const Finding& finding) {
  std::string text = verdict_sentence(finding);
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - ('a' - 'A'));
  if (!finding.evidence.empty()) {
    const Hit& hit = finding.evidence.front().hit;
    if (hit.state == database::QuotationState::altered)
      text += " A later version of the article words it otherwise.";
    if (hit.state == database::QuotationState::vanished)
      text += " A later version of the article no longer has it.";
  }
  const auto contradicts = [&](const Evidence& evidence) {
    return evidence.judgement.verdict == Verdict::denied ||
           evidence.judgement.verdict == Verdict::not_said;
  };
  if (finding.verdict <= Verdict::altered &&
      std::any_of(finding.evidence.begin(), finding.evidence.end(), contradicts))
    text += " Elsewhere in the record it is denied: see the evidence.";
  if (finding.searched.undated > 0)
    text += fmt::format(" {} quotations of unknown day were left out.", finding.searched.undated);
  return text;
}

}  // namespace quoth::search
