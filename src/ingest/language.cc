#include "ingest/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/lexicon.h"
#include "quoth/language.h"
#include "text/utf8.h"

// A text is in the language whose function words it has most of. They make 35 to 50 % of English running text, and close kin apart (Danish and
// Norwegian) share most, so that English has only to beat languages that are far from it.

namespace quoth::ingest {
namespace {

constexpr std::size_t most_words = 4000;    // What a language is shows long before.
constexpr std::size_t fewest_letters = 80;  // Below, a text counts as English.
constexpr std::size_t longest_word = 16;    // Bytes: no function word is longer.
constexpr std::size_t smallest_share = 12;  // A word in so many must be one of the language.
constexpr std::size_t latin = 0, cyrillic = 1, other_script = 2;

/// A script that one language of the news is written in.
struct ScriptLanguage {
  UScriptCode script;
  std::string_view language;
};

// In the order in which they are asked: Japanese writes Han too.
constexpr std::array script_languages = {
    ScriptLanguage{USCRIPT_HIRAGANA, "ja"}, ScriptLanguage{USCRIPT_KATAKANA, "ja"},
    ScriptLanguage{USCRIPT_HANGUL, "ko"},   ScriptLanguage{USCRIPT_HAN, "zh"},
    ScriptLanguage{USCRIPT_ARABIC, "ar"},   ScriptLanguage{USCRIPT_HEBREW, "he"},
    ScriptLanguage{USCRIPT_GREEK, "el"},    ScriptLanguage{USCRIPT_DEVANAGARI, "hi"},
    ScriptLanguage{USCRIPT_BENGALI, "bn"},  ScriptLanguage{USCRIPT_TAMIL, "ta"},
    ScriptLanguage{USCRIPT_THAI, "th"},     ScriptLanguage{USCRIPT_GEORGIAN, "ka"},
    ScriptLanguage{USCRIPT_ARMENIAN, "hy"},
};

/// The languages of the lexicon and which of them has which word.
class FunctionWords {
 public:
  static const FunctionWords& all() {
    static const FunctionWords words;
    return words;
  }

  const std::vector<std::string_view>& languages() const { return languages_; }

  /// A bit a language.
  std::uint32_t languages_with(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }

 private:
  FunctionWords() {
    for (std::string_view line : base::lexicon_entries("languages")) {
      const std::uint32_t bit = 1U << languages_.size();
      languages_.push_back(line.substr(0, line.find(' ')));
      while (line.find(' ') != std::string_view::npos) {
        line.remove_prefix(line.find(' ') + 1);
        words_[std::string(line.substr(0, line.find(' ')))] |= bit;
      }
    }
  }

  std::vector<std::string_view> languages_;
  std::unordered_map<std::string, std::uint32_t> words_;
};

/// What of a text was counted.
struct Counts {
  std::size_t words = 0;
  std::array<std::size_t, 3> letters{};  ///< Latin, Cyrillic, others.
  std::array<std::size_t, script_languages.size()> scripts{};
  std::array<std::size_t, 32> function_words{};  ///< A language of the lexicon each.

  std::size_t all_letters() const { return letters[0] + letters[1] + letters[2]; }
};

class Counter {
 public:
  Counts count(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && counts_.words < most_words;) {
      const text::CodePoint point = text::decode(text, at);
      at += point.size;
      const auto letter = static_cast<UChar32>(point.value);
      if (u_isalpha(letter) != 0) {
        add_letter(letter);
      } else if (u_charType(letter) != U_NON_SPACING_MARK) {
        end_word();
      }
    }
    end_word();
    return counts_;
  }

 private:
  void add_letter(UChar32 letter) {
    if (letter < 0x80) {
      ++counts_.letters[latin];
    } else {
      add_script(letter);
    }
    ++length_;
    if (word_.size() < longest_word) text::append(word_, static_cast<char32_t>(u_tolower(letter)));
  }

  void add_script(UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letter, &status);
    ++counts_.letters[script == USCRIPT_LATIN      ? latin
                      : script == USCRIPT_CYRILLIC ? cyrillic
                                                   : other_script];
    for (std::size_t k = 0; k < script_languages.size(); ++k) {
      if (script_languages[k].script == script) ++counts_.scripts[k];
    }
  }

  void end_word() {
    if (length_ == 0) return;
    ++counts_.words;
    std::uint32_t with = word_.size() < longest_word ? words_.languages_with(word_) : 0;
    for (std::size_t k = 0; with != 0; ++k, with >>= 1U) {
      counts_.function_words[k] += with & 1U;
    }
    word_.clear();
    length_ = 0;
  }

  const FunctionWords& words_ = FunctionWords::all();
  Counts counts_;
  std::string word_;
  std::size_t length_ = 0;
};

/// Languages in scripts of their own, where one in eight letters is proof enough: Japanese mixes three.
std::string_view by_script(const Counts& counts) {
  for (std::size_t k = 0; k < script_languages.size(); ++k) {
    if (counts.scripts[k] * 8 > counts.all_letters()) return script_languages[k].language;
  }
  return "und";
}

}  // namespace

std::string_view language_of(std::string_view text) {
  const Counts counts = Counter().count(text);
  const std::size_t letters = counts.all_letters();
  if (letters < fewest_letters) return "en";
  if (counts.letters[other_script] * 2 > letters) return by_script(counts);
  const auto& languages = FunctionWords::all().languages();
  const auto best = std::max_element(
      counts.function_words.begin(),
      counts.function_words.begin() + static_cast<std::ptrdiff_t>(languages.size()));
  // English comes first, so that it wins where another has as many.
  if (*best * smallest_share < counts.words) return "und";
  return languages[static_cast<std::size_t>(best - counts.function_words.begin())];
}

}  // namespace quoth::ingest

namespace quoth {

std::string_view language_of(const Document& document) {
  return ingest::language_of(document.text());
}

}  // namespace quoth
