#include "attribution/time_words.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "attribution/calendar_date.h"
#include "attribution/holidays.h"
#include "attribution/number_words.h"
#include "attribution/time_scanner.h"

namespace quoth::attribution {
namespace {

constexpr std::string_view skipped = "";

// Words without a slot here are of the slot "word".
constexpr struct {
  std::string_view word;
  TimeWord meaning;
} word_table[] = {
    {"january", {"month", 1}},
    {"jan", {"month", 1}},
    {"february", {"month", 2}},
    {"feb", {"month", 2}},
    {"march", {"month", 3}},
    {"mar", {"month", 3}},
    {"april", {"month", 4}},
    {"apr", {"month", 4}},
    {"may", {"month", 5}},
    {"june", {"month", 6}},
    {"jun", {"month", 6}},
    {"july", {"month", 7}},
    {"jul", {"month", 7}},
    {"august", {"month", 8}},
    {"aug", {"month", 8}},
    {"september", {"month", 9}},
    {"sept", {"month", 9}},
    {"sep", {"month", 9}},
    {"october", {"month", 10}},
    {"oct", {"month", 10}},
    {"november", {"month", 11}},
    {"nov", {"month", 11}},
    {"december", {"month", 12}},
    {"dec", {"month", 12}},
    {"monday", {"weekday", 0}},
    {"mondays", {"weekday", 0}},
    {"mon", {"weekday", 0}},
    {"tuesday", {"weekday", 1}},
    {"tuesdays", {"weekday", 1}},
    {"tues", {"weekday", 1}},
    {"tue", {"weekday", 1}},
    {"wednesday", {"weekday", 2}},
    {"wednesdays", {"weekday", 2}},
    {"wednsday", {"weekday", 2}},
    {"wed", {"weekday", 2}},
    {"thursday", {"weekday", 3}},
    {"thursdays", {"weekday", 3}},
    {"thurs", {"weekday", 3}},
    {"thur", {"weekday", 3}},
    {"thu", {"weekday", 3}},
    {"friday", {"weekday", 4}},
    {"fridays", {"weekday", 4}},
    {"fri", {"weekday", 4}},
    {"saturday", {"weekday", 5}},
    {"saturdays", {"weekday", 5}},
    {"sat", {"weekday", 5}},
    {"sunday", {"weekday", 6}},
    {"sundays", {"weekday", 6}},
    {"sun", {"weekday", 6}},
    {"yesterday", {"day-name", -1}},
    {"today", {"day-name", 0}},
    {"tonight", {"day-name", 0}},
    {"tomorrow", {"day-name", 1}},
    {"tmrw", {"day-name", 1}},
    {"now", {"now"}},
    {"day", {"unit", days}},
    {"month", {"unit", months}},
    {"year", {"unit", years}},
    {"days", {"units", days}},
    {"months", {"units", months}},
    {"years", {"units", years}},
    {"week", {"week", weeks}},
    {"weeks", {"week", weeks}},
    {"last", {"relative", -1}},
    {"previous", {"relative", -1}},
    {"this", {"relative", 0}},
    {"current", {"relative", 0}},
    {"next", {"relative", 1}},
    {"coming", {"coming", 1}},
    {"upcoming", {"coming", 1}},
    {"past", {"past", -1}},
    {"that", {"that"}},
    {"same", {"that"}},
    {"following", {"following", 1}},
    {"ago", {"ago"}},
    {"hence", {"hence"}},
    {"after", {"after"}},
    {"from", {"from"}},
    {"and", {"and"}},
    {"or", {"and"}},
    {"to", {"range"}},
    {"till", {"range"}},
    {"until", {"range"}},
    {"through", {"range"}},
    {"between", {"range"}},
    {"night", {"day-part"}},
    {"evening", {"day-part"}},
    {"afternoon", {"day-part"}},
    {"morning", {"day-part"}},
    // No single day, month or year.
    {"weekend", {"blocker"}},
    {"weekends", {"blocker"}},
    {"quarter", {"blocker"}},
    {"q", {"blocker"}},
    {"half", {"blocker"}},
    {"h", {"blocker"}},
    {"decade", {"blocker"}},
    {"decades", {"blocker"}},
    {"century", {"blocker"}},
    {"centuries", {"blocker"}},
    {"tens", {"blocker"}},
    {"twenties", {"blocker"}},
    {"thirties", {"blocker"}},
    {"forties", {"blocker"}},
    {"fifties", {"blocker"}},
    {"sixties", {"blocker"}},
    {"seventies", {"blocker"}},
    {"eighties", {"blocker"}},
    {"nineties", {"blocker"}},
    {"hundreds", {"blocker"}},
    {"thousands", {"blocker"}},
    {"noughties", {"blocker"}},
    {"few", {"blocker"}},
    {"several", {"blocker"}},
    {"many", {"blocker"}},
    {"couple", {"blocker"}},
    {"recent", {"blocker"}},
    {"rest", {"blocker"}},
    {"within", {"bound"}},
    {"for", {"bound"}},
    {"over", {"bound"}},
    {"more", {"bound"}},
    {"less", {"bound"}},
    {"than", {skipped}},
    {"throughout", {"blocker"}},
    {"every", {"blocker"}},
    {"each", {"blocker"}},
    // Times of day, dropped with the number before them.
    {"am", {"clock"}},
    {"pm", {"clock"}},
    {"oclock", {"clock"}},
    {"hours", {"clock"}},
    {"hrs", {"clock"}},
    {"gmt", {"clock"}},
    {"utc", {"clock"}},
    {"bst", {"clock"}},
    {"est", {"clock"}},
    {"edt", {"clock"}},
    {"cst", {"clock"}},
    {"cdt", {"clock"}},
    {"mst", {"clock"}},
    {"mdt", {"clock"}},
    {"pst", {"clock"}},
    {"pdt", {"clock"}},
    {"cet", {"clock"}},
    {"cest", {"clock"}},
    {"ist", {"clock"}},
    {"aest", {"clock"}},
    {"aedt", {"clock"}},
    {"nzst", {"clock"}},
    {"nzdt", {"clock"}},
    {"at", {"at"}},
    // Around the core of a phrase.
    {"on", {skipped}},
    {"in", {skipped}},
    {"a", {skipped}},
    {"an", {skipped}},
    {"the", {skipped}},
    {"of", {skipped}},
    {"since", {skipped}},
    {"during", {skipped}},
    {"by", {skipped}},
    {"as", {skipped}},
    {"early", {skipped}},
    {"earlier", {skipped}},
    {"late", {skipped}},
    {"later", {skipped}},
    {"mid", {skipped}},
    {"middle", {skipped}},
    {"beginning", {skipped}},
    {"start", {skipped}},
    {"end", {skipped}},
    {"just", {skipped}},
    {"only", {skipped}},
    {"around", {skipped}},
    {"about", {skipped}},
    {"approximately", {skipped}},
    {"nearly", {skipped}},
    {"almost", {skipped}},
    {"exactly", {skipped}},
    {"back", {skipped}},
    {"also", {skipped}},
    {"again", {skipped}},
    {"very", {skipped}},
    {"my", {skipped}},
    {"noon", {skipped}},
    {"midday", {skipped}},
    {"midnight", {skipped}},
};

// A word that means something else after a unit of time: "Later on Monday" and "ten days later".
constexpr struct {
  std::string_view word;
  std::string_view after_unit;
  std::string_view otherwise;
} words_by_place[] = {
    {"later", "later", skipped},       {"afterwards", "later", "word"},
    {"earlier", "before", skipped},    {"before", "before", "before"},
    {"previously", "before", skipped}, {"prior", "before", "before"},
    {"beforehand", "before", "word"},
};

bool is_unit(const TimeWord& word) {
  return word.slot == "unit" || word.slot == "units" || word.slot == "week";
}

bool is_counted(const TimeWord& word) { return is_unit(word) || word.slot == "weekday"; }

TimeWord meaning_of(std::string_view word) {
  const auto* found = std::find_if(std::begin(word_table), std::end(word_table),
                                   [&](const auto& entry) { return entry.word == word; });
  return found == std::end(word_table) ? TimeWord{"word"} : found->meaning;
}

TimeWord meaning_of_number(const TimePiece& piece) {
  if (piece.is_decade) return {"blocker"};
  TimeWord number{piece.is_ordinal ? "ordinal" : "number", 0, static_cast<int>(piece.text.size())};
  for (const char digit : piece.text.substr(0, 6)) number.value = 10 * number.value + (digit - '0');
  if (piece.is_year) number = {"number", full_year(number.value), 4};
  return number;
}

TimeWord meaning_of_sign(std::string_view sign) {
  if (sign == "-") return {"dash"};
  if (sign == "/") return {"slash"};
  return {sign == "." ? "dot" : "colon"};
}

/// Looks the pieces up, first as names and numbers of several words.
class Reader {
 public:
  explicit Reader(const std::vector<TimePiece>& pieces) : pieces_(pieces) {
    for (const TimePiece& piece : pieces) texts_.push_back(piece.text);
  }

  std::vector<TimeWord> read() {
    while (at_ < pieces_.size()) {
      const TimeWord word = next();
      if (word.slot != skipped) words_.push_back(word);
    }
    return std::move(words_);
  }

 private:
  TimeWord next() {
    const auto rest = std::span<const std::string>(texts_).subspan(at_);
    if (const HolidayName name = holiday_name(rest); name.words != 0) {
      at_ += name.words;
      return {"holiday", name.holiday};
    }
    if (const NumberWords number = number_words(rest); number.words != 0) {
      at_ += number.words;
      return {number.is_ordinal ? "ordinal" : "number", number.value};
    }
    const TimePiece& piece = pieces_[at_++];
    if (piece.is_number) return meaning_of_number(piece);
    if (piece.is_sign) return meaning_of_sign(piece.text);
    return word(piece.text);
  }

  TimeWord word(std::string_view text) const {
    if ((text == "a" || text == "an") && at_ < texts_.size() && is_unit(meaning_of(texts_[at_]))) {
      return {"number", 1};
    }
    const bool after_unit = !words_.empty() && is_counted(words_.back());
    for (const auto& entry : words_by_place) {
      if (entry.word == text) return {after_unit ? entry.after_unit : entry.otherwise};
    }
    return meaning_of(text);
  }

  const std::vector<TimePiece>& pieces_;
  std::vector<std::string> texts_;
  std::size_t at_ = 0;
  std::vector<TimeWord> words_;
};

using Words = std::vector<TimeWord>;

std::string_view slot_at(const Words& words, std::size_t at) {
  return at < words.size() ? words[at].slot : std::string_view("end");
}

/// Where the time of day that starts at `at` ends: "8:00 a.m.", "14:30", "1400 BST", "at 8"; `at` itself: none does.
std::size_t end_of_clock(const Words& words, std::size_t at) {
  const bool after_at = slot_at(words, at) == "at";
  const std::size_t number = at + (after_at ? 1 : 0);
  if (slot_at(words, number) != "number") return number;
  std::size_t end = number + 1;
  bool has_colon = false;
  while ((slot_at(words, end) == "colon" || slot_at(words, end) == "dot") &&
         slot_at(words, end + 1) == "number") {
    has_colon = has_colon || slot_at(words, end) == "colon";
    end += 2;
  }
  if (slot_at(words, end) == "clock") return end + 1;
  const std::string_view next = slot_at(words, end);
  const bool is_hour = after_at && words[number].value <= 24 && next != "month" && next != "unit";
  return has_colon || is_hour ? end : at;
}

void drop_times_of_day(Words& words) {
  Words kept;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = end_of_clock(words, at);
    const bool is_dropped = end > at || words[at].slot == "clock" || words[at].slot == "at";
    if (!is_dropped) kept.push_back(words[at]);
    at = std::max(end, at + 1);
  }
  words = std::move(kept);
}

/// "Monday night" is Monday, "last night" needs its night.
void drop_day_parts(Words& words) {
  Words kept;
  for (const TimeWord& word : words) {
    const std::string_view before = kept.empty() ? skipped : kept.back().slot;
    const bool is_needed = before == "relative" || before == "that" || before == "following";
    const bool links_counts = word.slot == "and" && !kept.empty() && is_unit(kept.back());
    if (links_counts || (word.slot == "day-part" && !is_needed)) continue;
    kept.push_back(word);
  }
  words = std::move(kept);
}

}  // namespace

std::vector<TimeWord> time_words(std::string_view phrase) {
  const std::vector<TimePiece> pieces = scan_time(phrase);
  Words words = Reader(pieces).read();
  drop_times_of_day(words);
  drop_day_parts(words);
  return words;
}

}  // namespace quoth::attribution
