// Any text as a claim, as a name and as a day, against a record of a few words: the answer is one or a documented error, never one of SQLite's, and its
// comparisons lose no byte of the claim.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "made_up_record.h"
#include "search/check_json.h"
#include "search/checker.h"

namespace {

namespace database = quoth::database;

/// A record of a few words, made once: said, denied, and said within what another says.
database::RecordFile& record() {
  static database::RecordFile file = [] {
    const std::string text =
        "“The old harbour wall … will not open for 20 boats,” said Ana Ruiz. Bo Lee denied it: we "
        "don't do it.";
    quoth::store::RecordedDocument document{
        *quoth::Document::from_utf8(text), {}, {}, {"0", "m", "0"}};
    document.facts.key = "a";
    document.facts.published = "2021-03-04";
    document.record.entities.push_back({"Ana Ruiz", quoth::EntityType::person, {}, {}});
    const auto span_of = [&](const char* words) {
      const std::string part(words);
      const auto at = static_cast<std::uint32_t>(text.find(part));
      return quoth::Span{at, at + static_cast<std::uint32_t>(part.size())};
    };
    for (const char* words : {"“The old harbour wall … will not open for 20 boats,”",
                              "old harbour wall … will not open", "we don't do it"}) {
      quoth::Quotation quotation;
      quotation.content = {span_of(words)};
      quotation.speaker = quoth::EntityReference{0, 0.9F};
      document.record.quotations.push_back(quotation);
    }
    document.record.quotations[1].parent = 0;
    document.record.quotations[2].flags = {"denied"};
    return quoth::fuzz::record_of(std::move(document));
  }();
  return file;
}

bool is_documented(quoth::ErrorCode code) {
  return code == quoth::ErrorCode::invalid_utf8 || code == quoth::ErrorCode::claim_empty ||
         code == quoth::ErrorCode::claim_too_long || code == quoth::ErrorCode::invalid_option;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static quoth::search::Checker checker(record().connection());
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  quoth::search::Claim claim{"the old harbour wall will open", {}, {}};
  std::string& fuzzed = data[0] % 4U == 0   ? claim.by
                        : data[0] % 4U == 1 ? claim.before
                                            : claim.text;
  fuzzed = text;
  const auto finding = checker.check(claim);
  if (!finding) {
    if (!is_documented(finding.error().code) || finding.error().message.empty()) __builtin_trap();
    return 0;
  }
  for (const quoth::search::Evidence& evidence : finding->evidence) {
    if (!evidence.comparison) continue;
    std::string joined;
    for (const auto& edit : evidence.comparison->edits) joined += edit.a;
    if (joined != claim.text) __builtin_trap();
  }
  to_json(*finding);
  return 0;
}
