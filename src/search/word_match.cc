#include "search/word_match.h"

#include <algorithm>
#include <utility>

#include "database/packed.h"
#include "variants/glossary.h"
#include "variants/traits.h"

// A phrase is looked for as its words, in any order; places() then keeps the rows where they follow each other. FTS5 would do that itself,
// but inside one step: a phrase of frequent words that nobody said would be sought through the whole record before the step returns.

namespace quoth::search {
namespace {

constexpr std::size_t most_words = 64;

std::string quoted(const std::string& form) {
  std::string text = "\"";
  for (const char byte : form) text.append(byte == '"' ? 2 : 1, byte);
  return text + "\"";
}

/// Frequent words tell little of what somebody looks for.
std::uint64_t weight_of(const std::string& form) {
  const auto traits = variants::Glossary::shared().meaning(form).traits;
  return (traits & variants::trait::light) != 0 ? 1 : 4;
}

}  // namespace

WordMatch::Sought WordMatch::sought(const Term& term, const database::FullText& full_text) {
  Sought made;
  for (database::IndexWord& word : full_text.words(term.text))
    made.forms.push_back(std::move(word.form));
  made.is_prefix = term.is_prefix;
  return made;
}

Result<WordMatch> WordMatch::make(const WordQuery& query, const database::FullText& full_text) {
  WordMatch match;
  std::vector<std::vector<Sought>> groups;
  std::vector<Sought> none;
  std::size_t words = 0;
  const auto take = [&](const Term& term, std::vector<Sought>& list) {
    Sought made = sought(term, full_text);
    words += made.forms.size();
    if (!made.forms.empty()) list.push_back(std::move(made));
  };
  for (const auto& terms : query.all) {
    std::vector<Sought> group;
    for (const Term& term : terms) take(term, group);
    if (!group.empty()) groups.push_back(std::move(group));
  }
  for (const Term& term : query.none) take(term, none);
  if (groups.empty())
    return Error{ErrorCode::query_malformed, "query: it holds no letter or digit; add a word"};
  if (words > most_words) {
    return Error{ErrorCode::query_malformed,
                 "query: its terms have more than 64 words; ask for fewer"};
  }
  database::Packer(match.plan_).number(groups.size());
  for (const auto& group : groups) match.add_group(group);
  if (!none.empty()) match.leave_out(none);
  match.wanted_ = std::move(groups);
  match.unwanted_ = std::move(none);
  return match;
}

void WordMatch::add_group(const std::vector<Sought>& alternatives) {
  database::Packer packer(plan_);
  packer.number(alternatives.size());
  expression_ += expression_.empty() ? "(" : " AND (";
  bool is_first = true;
  for (const Sought& each : alternatives) {
    packer.number(each.forms.size());
    expression_ += std::exchange(is_first, false) ? "(" : " OR (";
    for (std::size_t k = 0; k < each.forms.size(); ++k) {
      expression_ += (k == 0 ? "" : " AND ") + quoted(each.forms[k]);
      if (each.is_prefix && k + 1 == each.forms.size()) expression_ += " *";
      packer.number(words_++);
      packer.number(weight_of(each.forms[k]));
    }
    expression_ += ")";
    has_phrases_ = has_phrases_ || each.forms.size() > 1;
  }
  expression_ += ")";
}

void WordMatch::leave_out(const std::vector<Sought>& terms) {
  expression_ = "(" + expression_ + ") NOT (";
  bool is_first = true;
  for (const Sought& each : terms) {
    if (!std::exchange(is_first, false)) expression_ += " OR ";
    for (std::size_t k = 0; k < each.forms.size(); ++k)
      expression_ += (k == 0 ? "" : " + ") + quoted(each.forms[k]);
    if (each.is_prefix) expression_ += " *";
  }
  expression_ += ")";
}

bool WordMatch::Sought::stands_at(const std::vector<database::IndexWord>& words,
                                  std::size_t at) const {
  if (at + forms.size() > words.size()) return false;
  for (std::size_t k = 0; k < forms.size(); ++k) {
    const bool may_go_on = is_prefix && k + 1 == forms.size();
    const std::string& form = words[at + k].form;
    if (may_go_on ? !form.starts_with(forms[k]) : form != forms[k]) return false;
  }
  return true;
}

std::optional<double> WordMatch::weigh(std::string_view text,
                                       const database::FullText& full_text) const {
  const std::vector<database::IndexWord> words = full_text.words(text);
  std::vector<int> starts;
  const auto find = [&](const Sought& each) {
    starts.clear();
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (each.stands_at(words, at)) starts.push_back(static_cast<int>(at));
    }
  };
  for (const Sought& each : unwanted_) {
    find(each);
    if (!starts.empty()) return {};
  }
  database::FitScore score;
  score.begin();
  for (const auto& group : wanted_) {
    for (const Sought& each : group) {
      find(each);
      double weight = 0;
      for (const std::string& form : each.forms) weight += static_cast<double>(weight_of(form));
      score.add(starts, each.forms.size(), weight);
    }
    if (!score.end_group()) return {};
  }
  return score.total(static_cast<int>(words.size()));
}

std::vector<Span> WordMatch::highlights(std::string_view text,
                                        const database::FullText& full_text) const {
  const std::vector<database::IndexWord> words = full_text.words(text);
  std::vector<Span> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::size_t longest = 0;
    for (const auto& group : wanted_) {
      for (const Sought& each : group) {
        if (each.forms.size() > longest && each.stands_at(words, at)) longest = each.forms.size();
      }
    }
    if (longest == 0) continue;
    const Span span{words[at].span.start, words[at + longest - 1].span.end};
    if (!found.empty() && span.start <= found.back().end) {
      found.back().end = std::max(found.back().end, span.end);
    } else {
      found.push_back(span);
    }
  }
  return found;
}

}  // namespace quoth::search
