#include "search/check_json.h"

#include <optional>

#include "search/comparison_json.h"
#include "search/hit_json.h"

namespace quoth::search {
namespace {

void write_claim(store::JsonWriter& json, const Finding& finding) {
  json.key("claim");
  json.open_object();
  json.member("text", finding.claim.text);
  write_or_null(json, "by", finding.by);
  write_or_null(json, "by_text", finding.claim.by);
  write_or_null(json, "before", finding.claim.before);
  json.close_object();
}

void write_evidence(store::JsonWriter& json, const Evidence& evidence, OffsetUnit unit) {
  json.open_object();
  json.member("verdict", name(evidence.judgement.verdict));
  json.member("rule", evidence.judgement.rule);
  json.key("likeness");
  json.share(evidence.likeness);
  json.key("hit");
  write(json, evidence.hit, unit);
  json.key("comparison");
  evidence.comparison ? write(json, *evidence.comparison) : json.null();
  json.close_object();
}

}  // namespace

void write(store::JsonWriter& json, const Finding& finding, OffsetUnit unit) {
  json.open_object();
  write_claim(json, finding);
  json.member("verdict", name(finding.verdict));
  json.member("explanation", finding.explanation);
  json.key("evidence");
  json.open_array();
  for (const Evidence& evidence : finding.evidence) write_evidence(json, evidence, unit);
  json.close_array();
  json.key("searched");
  json.open_object();
  json.key("quotations");
  json.number(finding.searched.quotations);
  json.key("is_whole");
  json.boolean(finding.searched.is_whole);
  json.key("undated_left_out");
  json.number(finding.searched.undated);
  json.close_object();
  json.close_object();
}

std::string to_json(const Finding& finding, OffsetUnit unit) {
  std::string text;
  store::JsonWriter json(text);
  write(json, finding, unit);
  return text;
}

}  // namespace quoth::search
