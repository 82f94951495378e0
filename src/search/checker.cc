#include "search/checker.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "attribution/calendar_date.h"
#include "database/day.h"
#include "search/article_texts.h"
#include "search/claim_match.h"
#include "search/explanation.h"
#include "text/utf8.h"
#include "variants/speakers.h"

// A claim goes through four sieves, each finer and dearer than the one before: the index of words gives some hundred quotations, their texts are compared
// by words in any order, the likeliest are aligned word by word, and of those that remain the whole quotation is read and judged.

namespace quoth::search {
namespace {

constexpr std::size_t most_candidates = 240;
constexpr std::size_t most_aligned = 80;
constexpr std::uint64_t most_cells = 3'000'000;  // Pairs of words of all alignments.
constexpr float least_shared = 0.4F;             // Of the claim's words that weigh.
constexpr float least_shared_of_paraphrase = 0.5F;
constexpr std::uint32_t least_heavy_of_paraphrase = 3;
constexpr std::size_t deepest = 8;  // Quotations around one another.

/// But for so many bytes at either end.
bool lies_within(const Span range, const Span outer, std::size_t slack) {
  return range.start + slack >= outer.start && range.end <= outer.end + slack;
}

}  // namespace

/// Whom a claim names.
struct Checker::Speakers {
  std::string name;                      ///< As given; empty: nobody, or by number alone.
  std::vector<std::int64_t> identities;  ///< All who may be meant.
  bool is_given = false;

  bool has(std::int64_t identity) const {
    return identity != 0 &&
           std::find(identities.begin(), identities.end(), identity) != identities.end();
  }

  std::optional<bool> is_speaker_of(const Hit& hit) const {
    if (!is_given) return {};
    if (!hit.speaker) return false;
    if (has(hit.speaker->identity)) return true;
    if (name.empty()) return false;
    for (const EntityType type : {EntityType::person, EntityType::organization}) {
      if (variants::match({name, type}, {hit.speaker->name, hit.speaker->type}) ==
          variants::SpeakerMatch::same)
        return true;
    }
    return false;
  }
};

struct Checker::Judged {
  Case one;
  Judgement judgement;
  int rank = 0;
};

Checker::Checker(database::Connection& connection)
    : connection_(connection),
      finder_(connection),
      texts_(connection),
      hits_(connection),
      people_(connection) {}

std::optional<Error> Checker::read_range(const Claim& claim, IdRange& range, Searched& searched) {
  if (claim.before.empty()) return {};
  const std::uint32_t day = database::day_of(claim.before);
  const auto date = attribution::parse_iso(claim.before);
  if (day == 0 || !date || claim.before.size() > 10) {
    return Error{ErrorCode::invalid_option,
                 fmt::format("before: \"{}\" is no day from 1800 on; give one as 2021-03-04, "
                             "2021-03 or 2021",
                             text::replace_invalid(claim.before.substr(0, 40)))};
  }
  range = {database::quotation_id(1, 0), database::quotation_id(day, 0) - 1};
  // Of no day the first id is given to nobody.
  searched.undated = static_cast<std::uint64_t>(
      connection_.number("SELECT coalesce(sum(given - 1), 0) FROM day WHERE day = 0"));
  return {};
}

Checker::Speakers Checker::speakers_of(const Claim& claim) {
  Speakers speakers;
  if (claim.by.empty()) return speakers;
  speakers.is_given = true;
  const bool is_number = std::all_of(claim.by.begin(), claim.by.end(),
                                     [](char byte) { return byte >= '0' && byte <= '9'; });
  if (!is_number) speakers.name = claim.by;
  // Nobody of that name, or too many: then names alone are compared.
  const auto named = people_.all_named(claim.by);
  if (!named) return speakers;
  for (const Suggestion& one : *named) speakers.identities.push_back(one.identity);
  return speakers;
}

/// Those with the most of the claim's words, whom the claim names first among equals.
std::vector<QuotedText> Checker::likeliest(ClaimMatcher& matcher,
                                           const std::vector<std::int64_t>& ids,
                                           const Speakers& speakers) {
  struct Scored {
    QuotedText text;
    float shared;
  };
  std::vector<Scored> scored;
  const bool is_light = matcher.claim().heavy() == 0;
  for (const std::int64_t id : ids) {
    auto text = texts_.read(id);
    if (!text) continue;
    const float shared = matcher.shared_words(text->text);
    // A long claim may hold a short quotation: then it is the quotation's words that count.
    if (is_light || shared >= least_shared || matcher.shared_of_text() >= least_shared)
      scored.push_back({*std::move(text), std::max(shared, matcher.shared_of_text() * shared)});
  }
  const auto bonus = [&](const Scored& one) {
    return one.shared + (speakers.has(one.text.identity) ? 0.25F : 0.0F);
  };
  std::stable_sort(scored.begin(), scored.end(),
                   [&](const Scored& x, const Scored& y) { return bonus(x) > bonus(y); });
  if (scored.size() > most_aligned) scored.resize(most_aligned);
  std::vector<QuotedText> texts;
  texts.reserve(scored.size());
  for (Scored& one : scored) texts.push_back(std::move(one.text));
  return texts;
}

/// Where the claim's words stand in a quotation within the quotation, that one is judged, not what is around it: "Lee said Ruiz had said …".
bool Checker::add_inner(const QuotedText& outer, Span range, std::vector<QuotedText>& texts) {
  constexpr std::size_t slack = 4;  // Bytes: a quotation mark and a space.
  // From bytes of the joined text to bytes of the article.
  const auto in_article = [&outer](std::uint32_t at) {
    std::uint32_t start = 0;
    for (const Span span : outer.content) {
      const std::uint32_t size = span.end - span.start;
      if (at <= start + size) return span.start + (at - std::min(at, start));
      start += size + static_cast<std::uint32_t>(between_spans.size());
    }
    return outer.content.back().end;
  };
  const Span common{in_article(range.start), in_article(range.end)};
  for (const std::int64_t id : texts_.inside(outer.version, outer.number)) {
    auto inner = texts_.read(id);
    if (!inner) continue;
    const Span hull{inner->content.front().start, inner->content.back().end};
    if (!lies_within(common, hull, slack)) continue;
    const bool is_known = std::any_of(texts.begin(), texts.end(),
                                      [id](const QuotedText& text) { return text.id == id; });
    if (!is_known) texts.push_back(*std::move(inner));
    return true;
  }
  return false;
}

std::vector<Hit> Checker::around(const Hit& hit) {
  std::vector<Hit> all;
  std::optional<std::int64_t> parent = hit.parent;
  while (parent && all.size() < deepest) {
    auto outer = hits_.read(*parent);
    if (!outer) break;
    parent = outer->parent;
    all.push_back(*std::move(outer));
  }
  return all;
}

std::vector<Checker::Judged> Checker::judged(ClaimMatcher& matcher, std::vector<QuotedText> texts,
                                             const Speakers& speakers) {
  std::vector<Judged> all;
  std::uint64_t cells = 0;
  for (std::size_t k = 0; k < texts.size() && cells < most_cells; ++k) {
    const QuotedText text = texts[k];
    const float shared = matcher.shared_words(text.text);
    cells += matcher.cost();
    Judged made;
    made.one.match = matcher.match(text.text, text.kind);
    const ClaimMatch& match = made.one.match;
    const bool is_like = is_rendering(match, true);
    const bool is_related =
        shared >= least_shared_of_paraphrase && match.heavy >= least_heavy_of_paraphrase;
    if (!is_like && !is_related) continue;
    if (match.shared > 0 && add_inner(text, match.in_quotation, texts)) continue;
    auto hit = hits_.read(text.id);
    if (!hit) continue;
    made.one.hit = *std::move(hit);
    made.one.around = around(made.one.hit);
    made.one.is_by_speaker = speakers.is_speaker_of(made.one.hit);
    made.judgement = judge(made.one);
    made.rank = rank(made.judgement, made.one);
    all.push_back(std::move(made));
  }
  std::erase_if(all, [](const Judged& made) {
    return made.judgement.verdict == Verdict::paraphrase &&
           made.one.match.heavy < least_heavy_of_paraphrase;
  });
  std::stable_sort(all.begin(), all.end(), [](const Judged& x, const Judged& y) {
    if (x.rank != y.rank) return x.rank < y.rank;
    if (x.one.match.likeness != y.one.match.likeness)
      return x.one.match.likeness > y.one.match.likeness;
    return x.one.hit.id < y.one.hit.id;  // Who said it first.
  });
  return all;
}

Result<Finding> Checker::check(const Claim& claim) {
  if (text::first_invalid(claim.text) || text::first_invalid(claim.by))
    return Error{ErrorCode::invalid_utf8, "claim: is not UTF-8; give it in that encoding"};
  if (claim.text.size() > Claim::most_bytes) {
    return Error{ErrorCode::claim_too_long,
                 fmt::format("claim: has {} bytes, at most {} can be checked; check its sentences "
                             "one by one",
                             claim.text.size(), Claim::most_bytes)};
  }
  ClaimMatcher matcher(claim.text);
  if (matcher.claim().size() == 0)
    return Error{ErrorCode::claim_empty, "claim: has no words; give what is claimed to be said"};
  if (matcher.claim().size() > Claim::most_words) {
    return Error{ErrorCode::claim_too_long,
                 fmt::format("claim: has {} words, at most {} can be checked; check its sentences "
                             "one by one",
                             matcher.claim().size(), Claim::most_words)};
  }
  Finding finding;
  finding.claim = claim;
  IdRange range;
  if (auto error = read_range(claim, range, finding.searched)) return *std::move(error);
  const Speakers speakers = speakers_of(claim);
  if (speakers.identities.size() == 1) {
    if (const auto known = people_.describe(speakers.identities.front()))
      finding.by = Person{known->identity, known->name, known->type, {}};
  }
  ClaimCandidates candidates = finder_.find(matcher.claim(), range, most_candidates);
  finding.searched.quotations = candidates.quotations;
  finding.searched.is_whole = candidates.is_whole;
  std::vector<Judged> all = judged(matcher, likeliest(matcher, candidates.ids, speakers), speakers);
  if (connection_.error()) return *connection_.error();
  std::size_t paraphrases = 0;
  for (Judged& made : all) {
    const bool is_paraphrase = made.judgement.verdict == Verdict::paraphrase;
    if (finding.evidence.size() == most_evidence) break;
    if (is_paraphrase && ++paraphrases > most_paraphrases) break;
    Evidence evidence{made.judgement, std::move(made.one.hit), {}, made.one.match.likeness};
    Rendering claimed{{}, claim.text, Quotation::Kind::direct, {}, EntityType::person};
    if (evidence.judgement.verdict == Verdict::other_speaker)
      claimed.speaker = finding.by ? finding.by->name : claim.by;
    if (!is_paraphrase) evidence.comparison = compare(claimed, rendering_of(evidence.hit));
    finding.evidence.push_back(std::move(evidence));
  }
  if (!finding.evidence.empty()) finding.verdict = finding.evidence.front().judgement.verdict;
  finding.explanation = explain(finding);
  return finding;
}

}  // namespace quoth::search
