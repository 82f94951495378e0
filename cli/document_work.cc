#include "cli/document_work.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/terminal.h"
#include "ingest/language.h"
#include "ingest/page_text.h"

namespace quoth::cli {
namespace {

bool wanted(const std::vector<std::string>& list, const char* value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Keeps the kinds and acts that were asked for.
void filter(Record& record, const ExtractOptions& options) {
  if (options.kinds.empty() && options.acts.empty()) return;
  std::vector<std::optional<std::size_t>> place(record.quotations.size());
  std::vector<Quotation> kept;
  for (std::size_t k = 0; k < record.quotations.size(); ++k) {
    Quotation& quotation = record.quotations[k];
    if (!wanted(options.kinds, name(quotation.kind)) || !wanted(options.acts, name(quotation.act)))
      continue;
    place[k] = kept.size();
    kept.push_back(std::move(quotation));
  }
  for (Quotation& quotation : kept) {
    if (quotation.parent) quotation.parent = place[*quotation.parent];
  }
  record.quotations = std::move(kept);
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    count += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return count;
}

}  // namespace

Outcome DocumentWork::of(Result<ingest::Item> found) const {
  Outcome outcome;
  auto item = found ? ingest::with_text(*std::move(found), options_.input) : std::move(found);
  if (!item) {
    outcome.error = item.error();
    return outcome;
  }
  outcome.item.emplace(*std::move(item));
  const Document& document = outcome.item->document;
  DocumentFacts& facts = outcome.item->facts;
  facts.language = ingest::language_of(document.text());
  outcome.words = count_words(document.text());
  outcome.is_foreign = !options_.any_language && facts.language != "en";
  if (outcome.is_foreign) {
    facts.notes.emplace_back("not_english");
    return outcome;
  }
  outcome.record = extractor_.extract(document, facts);
  filter(outcome.record, options_);
  return outcome;
}

std::optional<Extractor> load_extractor(const ExtractOptions& options) {
  auto extractor = Extractor::load(options.model, options.extractor);
  if (extractor) return *std::move(extractor);
  complain(described(extractor.error()));
  return {};
}

bool has_inputs(const ExtractOptions& options) {
  if (!options.inputs.empty() || !options.lists.empty()) return true;
  complain("nothing to read: name a FILE, or a list of files with --from");
  return false;
}

void tell_foreign(std::size_t documents) {
  if (documents == 0) return;
  complain(fmt::format(
      "{} documents in other languages than English were not read; --any-language reads them",
      documents));
}

EngineFacts engine_of(const Extractor& extractor) {
  return {QUOTH_VERSION, std::string(extractor.model_name()),
          std::string(extractor.model_sha256())};
}

std::string described(const Error& error) {
  return fmt::format("{} [{}]", error.message, name(error.code));
}

}  // namespace quoth::cli
