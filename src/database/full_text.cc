#include "database/full_text.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "database/packed.h"

namespace quoth::database {
namespace {

/// Where SQLite hands out FTS5's table of functions; null where there is none.
fts5_api* api_of(sqlite3* handle) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

/// A plan, and the memory in which rows are looked at; kept as long as a statement runs.
class Places {
 public:
  explicit Places(std::string_view plan) {
    Unpacker unpacker(plan);
    groups_.resize(unpacker.count());
    for (Group& group : groups_) {
      group.resize(unpacker.count());
      for (Alternative& alternative : group) {
        alternative.resize(unpacker.count());
        for (PlannedWord& word : alternative) {
          word.number = static_cast<int>(unpacker.number());
          word.weight = static_cast<double>(unpacker.number());
        }
      }
    }
    is_whole_ = unpacker.whole();
  }

  bool is_whole() const { return is_whole_; }

  /// Nothing: the row is no match.
  std::optional<double> weigh(const Fts5ExtensionApi& api, Fts5Context* row) {
    score_.begin();
    for (const Group& group : groups_) {
      for (const Alternative& alternative : group) {
        double weight = 0;
        for (const PlannedWord& word : alternative) weight += word.weight;
        find(api, row, alternative);
        score_.add(starts_, alternative.size(), weight);
      }
      if (!score_.end_group()) return {};
    }
    // The length takes a look into another table: only for what matches.
    int length = 0;
    if (api.xColumnSize(row, 0, &length) != SQLITE_OK) return {};
    return score_.total(length);
  }

 private:
  struct PlannedWord {
    int number = 0;
    double weight = 0;
  };
  using Alternative = std::vector<PlannedWord>;
  using Group = std::vector<Alternative>;

  /// Where its words follow each other, to starts_.
  void find(const Fts5ExtensionApi& api, Fts5Context* row, const Alternative& alternative) {
    starts_.clear();
    for (std::size_t k = 0; k < alternative.size(); ++k) {
      positions_.clear();
      Fts5PhraseIter at{};
      int column = 0, offset = 0;
      for (api.xPhraseFirst(row, alternative[k].number, &at, &column, &offset); column >= 0;
           api.xPhraseNext(row, &at, &column, &offset)) {
        positions_.push_back(offset - static_cast<int>(k));
      }
      if (k == 0) {
        starts_ = positions_;
        continue;
      }
      const auto kept = std::set_intersection(starts_.begin(), starts_.end(), positions_.begin(),
                                              positions_.end(), starts_.begin());
      starts_.erase(kept, starts_.end());
    }
  }

  std::vector<Group> groups_;
  bool is_whole_ = false;
  FitScore score_;
  std::vector<int> positions_, starts_;
};

/// SQL: places(content, plan).
void places(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* context, int count,
            sqlite3_value** values) {
  auto* kept = static_cast<Places*>(api->xGetAuxdata(row, 0));
  if (kept == nullptr && count == 1) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    auto made = std::make_unique<Places>(std::string_view(bytes, bytes == nullptr ? 0 : size));
    kept = made->is_whole() ? made.release() : nullptr;
    if (kept != nullptr && api->xSetAuxdata(row, kept, [](void* old) {
          delete static_cast<Places*>(old);
        }) != SQLITE_OK)
      return sqlite3_result_error_nomem(context);
  }
  if (kept == nullptr) return sqlite3_result_error(context, "places() wants a plan", -1);
  const auto weight = kept->weigh(*api, row);
  weight ? sqlite3_result_double(context, *weight) : sqlite3_result_null(context);
}

}  // namespace

void FitScore::begin() {
  found_.clear();
  ends_.clear();
  ends_before_.clear();
  of_groups_before_ = 0;
  follows_ = false;
  order_ = 0;
}

void FitScore::add(const std::vector<int>& starts, std::size_t size, double weight) {
  if (starts.empty()) return;
  found_.push_back({weight, static_cast<double>(starts.size())});
  for (const int start : starts) {
    follows_ = follows_ || std::binary_search(ends_before_.begin(), ends_before_.end(), start);
    ends_.push_back(start + static_cast<int>(size));
  }
}

bool FitScore::end_group() {
  constexpr double following = 1.0;
  if (found_.size() == of_groups_before_) return false;
  of_groups_before_ = found_.size();
  if (follows_) order_ += following;
  follows_ = false;
  std::sort(ends_.begin(), ends_.end());
  ends_.swap(ends_before_);
  ends_.clear();
  return true;
}

double FitScore::total(int length) const {
  constexpr double usual_length = 25.0;  // Words of a content.
  double sum = order_;
  for (const Found& each : found_) {
    sum +=
        each.weight * each.times * 2.2 / (each.times + 1.2 * (0.25 + 0.75 * length / usual_length));
  }
  return sum;
}

FullText::FullText(Connection& connection) : functions_(new fts5_tokenizer{}) {
  sqlite3* handle = connection.handle();
  fts5_api* api = api_of(handle);
  void* context = nullptr;
  const bool is_found =
      api != nullptr && api->xFindTokenizer(api, "unicode61", &context, functions_) == SQLITE_OK;
  // As data/schema has it for the table content.
  const char* arguments[] = {"remove_diacritics", "2"};
  if (!is_found || functions_->xCreate(context, arguments, 2, &tokenizer_) != SQLITE_OK ||
      api->xCreateFunction(api, "places", nullptr, &places, nullptr) != SQLITE_OK) {
    connection.fail({ErrorCode::record_corrupt,
                     "SQLite was built without FTS5; use a build that has it, as Debian's does"});
  }
}

FullText::~FullText() {
  if (tokenizer_ != nullptr) functions_->xDelete(tokenizer_);
  delete functions_;
}

std::vector<IndexWord> FullText::words(std::string_view text) const {
  std::vector<IndexWord> words;
  if (tokenizer_ == nullptr) return words;
  const auto take = [](void* list, int, const char* form, int size, int start, int end) {
    static_cast<std::vector<IndexWord>*>(list)->push_back(
        {std::string(form, static_cast<std::size_t>(size)),
         {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}});
    return SQLITE_OK;
  };
  functions_->xTokenize(tokenizer_, &words, FTS5_TOKENIZE_QUERY, text.data(),
                        static_cast<int>(text.size()), take);
  return words;
}

}  // namespace quoth::database
