#include "variants/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "attribution/number_words.h"
#include "base/hash_mixing.h"
#include "text/utf8.h"
#include "variants/glossary.h"
#include "variants/numeral.h"
#include "variants/stem.h"

// One pass cuts the content into words and notes the signs between them; two more, over the few words where that can be, join phrases
// ("I think" hedges, "think" alone does not) and numbers of several words ("two hundred million").

namespace quoth::variants {
namespace {

constexpr char32_t right_quote = 0x2019, ellipsis = 0x2026;

struct Currency {
  char32_t sign;
  std::string_view unit;
};
constexpr std::array<Currency, 4> currencies = {
    {{U'$', "dollar"}, {0xA3, "pound"}, {0x20AC, "euro"}, {0xA5, "yen"}}};

bool is_letter_or_digit(char32_t point) { return u_isalnum(static_cast<UChar32>(point)) != 0; }

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Lower case, without accents.
void append_folded(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point >= 'A' && point <= 'Z' ? point + 32 : point);
    return;
  }
  if (point == right_quote) {
    out += '\'';
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const normalizer = unorm2_getNFDInstance(&status);
  std::array<UChar, 8> parts{};
  auto base = static_cast<UChar32>(point);
  if (normalizer != nullptr &&
      unorm2_getDecomposition(normalizer, base, parts.data(),
                              static_cast<std::int32_t>(parts.size()), &status) > 0 &&
      U_SUCCESS(status) && (parts[0] & 0xF800U) != 0xD800U)
    base = parts[0];
  text::append(out, static_cast<char32_t>(u_tolower(base)));
}

/// "-ise" and its like, where the list of spellings is silent: both sides are changed alike, so "promise" does no harm.
void make_american(std::string& form) {
  for (const std::string_view ending :
       {"isations", "isation", "ising", "ised", "ises", "ise", "yse", "ysed"}) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    form[form.size() - ending.size() + 1] = 'z';
    return;
  }
}

std::string_view next_field(std::string_view& rest) {
  const std::size_t end = rest.find(' ');
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return field;
}

}  // namespace

struct Words::Scan {
  std::size_t at = 0;             // Byte of the content.
  std::uint32_t next_traits = 0;  // For the next word: after_ellipsis, after_break.
  std::string_view currency;      // The unit of "$"; empty: none stands before.
  std::uint32_t currency_start = 0;
  int brackets = 0;
  bool starts_sentence = true;
};

std::uint32_t Words::weight(const Word& word) noexcept {
  if (word.has(trait::bracketed)) return 0;
  return word.has(trait::light) ? 1 : 3;
}

std::uint32_t Words::weight() const noexcept {
  std::uint32_t sum = 0;
  for (const Word& word : words_) sum += weight(word);
  return sum;
}

std::uint32_t Words::heavy() const noexcept {
  return static_cast<std::uint32_t>(std::count_if(
      words_.begin(), words_.end(), [](const Word& word) { return weight(word) > 1; }));
}

void Words::read(std::string_view content) {
  content_ = content;
  forms_.clear();
  words_.clear();
  Scan scan;
  while (scan.at < content.size()) {
    // "[W]e": the editor's capital.
    const std::string_view rest = content.substr(scan.at);
    const bool capital = rest.size() > 3 && rest[0] == '[' && rest[2] == ']' &&
                         u_isalpha(static_cast<UChar32>(rest[1])) != 0 &&
                         u_isalpha(static_cast<UChar32>(rest[3])) != 0;
    if (capital) scan.next_traits |= trait::bracketed;
    std::size_t end = scan.at + (capital ? 3 : 0);
    // A word: letters and digits, with apostrophes, points and commas that stand between two of them.
    while (end < content.size()) {
      const text::CodePoint point = text::decode(content, end);
      if (!is_letter_or_digit(point.value) &&
          u_charType(static_cast<UChar32>(point.value)) != U_NON_SPACING_MARK) {
        const std::size_t next = end + point.size;
        if (end == scan.at || next >= content.size()) break;
        const bool apostrophe = point.value == U'\'' || point.value == right_quote;
        const bool in_number = (point.value == U',' || point.value == U'.') &&
                               is_digit(content[end - 1]) && is_digit(content[next]);
        const bool initial = point.value == U'.' && (end - scan.at) % 2 == 1 &&
                             u_isupper(static_cast<UChar32>(content[end - 1])) != 0 &&
                             (end - scan.at == 1 || content[end - 2] == '.') &&
                             content[next] >= 'A' && content[next] <= 'Z' &&
                             (next + 1 >= content.size() || content[next + 1] == '.');
        if (!in_number && !initial &&
            !(apostrophe && is_letter_or_digit(text::decode(content, next).value)))
          break;
      }
      end += point.size;
    }
    end == scan.at ? read_sign(scan) : read_word(scan, end);
  }
  ends_in_ellipsis_ = (scan.next_traits & trait::after_ellipsis) != 0;
  mark_phrases();
  mark_first_names();
  read_numbers();
  mark_number_hedges();
}

/// "About ten" hedges, "about us" does not.
void Words::mark_number_hedges() {
  for (std::size_t k = 0; k < words_.size(); ++k) {
    if (!words_[k].has(trait::number_hedge)) continue;
    std::size_t end = k + 1;
    while (end < words_.size() && words_[end].has(trait::number_hedge) &&
           !words_[end].has(trait::number))
      ++end;
    if (end < words_.size() && form(end) == "a") ++end;
    if (end == words_.size() || !words_[end].has(trait::number)) continue;
    for (std::size_t w = k; w < end; ++w) {
      if (words_[w].has(trait::number_hedge)) words_[w].traits |= trait::hedge;
    }
  }
}

/// "Ana Ruiz won": the capital that begins a sentence is a name's where another follows.
void Words::mark_first_names() {
  constexpr std::uint32_t no_name =
      trait::light | trait::pronoun | trait::calendar | trait::number_word | trait::title;
  for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
    if (words_[k].has(trait::first_capital) && !words_[k].has(no_name | trait::ends_sentence) &&
        words_[k + 1].has(trait::name))
      words_[k].traits |= trait::name;
  }
}

void Words::read_sign(Scan& scan) {
  const text::CodePoint point = text::decode(content_, scan.at);
  const std::size_t at = scan.at;
  scan.at += point.size;
  const auto begins_with = [&](std::string_view sign) {
    return content_.substr(at).starts_with(sign);
  };
  for (const std::string_view dots : {"...", ". . ."}) {
    if (!begins_with(dots)) continue;
    scan.at = at + dots.size();
    scan.next_traits |= trait::after_ellipsis;
    return;
  }
  scan.currency = {};
  for (const Currency& currency : currencies) {
    if (currency.sign != point.value) continue;
    scan.currency = currency.unit;
    scan.currency_start = static_cast<std::uint32_t>(at);
  }
  switch (point.value) {
    case ellipsis:
      scan.next_traits |= trait::after_ellipsis;
      break;
    case U'\n':
      scan.next_traits |= trait::after_break;
      break;
    case U'[':
      ++scan.brackets;
      break;
    case U']':
      scan.brackets = std::max(0, scan.brackets - 1);
      break;
    case U'%':
      add(scan, "percent", {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(scan.at)},
          0);
      break;
    case U'.':
    case U'!':
    case U'?':
      if (!words_.empty()) words_.back().traits |= trait::ends_sentence;
      scan.starts_sentence = true;
      break;
    case U':':
    case U'"':
    case 0x201C:
      scan.starts_sentence = true;
      break;
    default:
      break;
  }
}

void Words::read_word(Scan& scan, std::size_t end) {
  Span span{static_cast<std::uint32_t>(scan.at), static_cast<std::uint32_t>(end)};
  const std::string_view written = content_.substr(scan.at, end - scan.at);
  scan.at = end;
  const std::string_view currency = std::exchange(scan.currency, {});
  if (read_short_name(scan, written, span)) return;
  folded_.clear();
  for (std::size_t k = 0; k < written.size();) {
    const text::CodePoint point = text::decode(written, k);
    const bool is_sign = point.value == U'[' || point.value == U']' ||
                         u_charType(static_cast<UChar32>(point.value)) == U_NON_SPACING_MARK;
    if (!is_sign) append_folded(folded_, point.value);
    k += point.size;
  }
  const Glossary& glossary = Glossary::shared();
  if (const std::string_view words = glossary.spelt_out(folded_); !words.empty()) {
    add_spelt_out(scan, words, span);
    return;
  }
  if (folded_.ends_with("'s")) folded_.resize(folded_.size() - 2);
  if (is_digit(folded_[0])) {
    if (!currency.empty()) span.start = scan.currency_start;
    if (!currency.empty() && folded_.size() > 1 && folded_.back() == 'm') folded_ += 'n';
    add(scan, folded_, span, trait::number);
    if (!currency.empty()) add(scan, currency, {span.end, span.end}, 0);
    return;
  }
  if (const std::string_view form = glossary.american(folded_); !form.empty()) {
    folded_ = form;
  } else {
    make_american(folded_);
  }
  const bool capital = u_isupper(static_cast<UChar32>(text::decode(written, 0).value)) != 0;
  Meaning meaning = glossary.meaning(folded_);
  // "May" is a month, "may" is none, as "march", "sat" and "mar".
  const bool is_name = capital && !scan.starts_sentence &&
                       (meaning.traits & (trait::light | trait::calendar | trait::pronoun |
                                          trait::number_word | trait::title)) == 0;
  const bool begins = capital && scan.starts_sentence;
  add(scan, folded_, span, (is_name ? trait::name : 0) | (begins ? trait::first_capital : 0));
  Word& word = words_.back();
  if ((meaning.traits & trait::calendar) != 0) {
    const bool relative = folded_ == "today" || folded_ == "tomorrow" || folded_ == "yesterday";
    if (!relative && (!capital || (scan.starts_sentence && (meaning.traits & trait::modal) != 0))) {
      word.traits &= ~trait::calendar;
    } else {
      word.traits &= ~(trait::modal | trait::light);
    }
  }
  scan.starts_sentence = false;
}

/// "U.S." and "US", but not "us".
bool Words::read_short_name(Scan& scan, std::string_view written, Span span) {
  if (written.size() > 6 || written[0] < 'A' || written[0] > 'Z') return false;
  std::array<char, 8> with_point{};
  std::copy(written.begin(), written.end(), with_point.begin());
  with_point[written.size()] = '.';
  const bool point_follows = span.end < content_.size() && content_[span.end] == '.';
  std::string_view full = Glossary::shared().full_name(written);
  if (full.empty() && point_follows)
    full = Glossary::shared().full_name({with_point.data(), written.size() + 1});
  if (full.empty()) return false;
  // "US$5" is "$5".
  if (span.end < content_.size() && content_[span.end] == '$') return true;
  if (point_follows && written.find('.') != std::string_view::npos) scan.at = ++span.end;
  const std::size_t first = words_.size();
  add_spelt_out(scan, full, span);
  for (std::size_t k = first; k < words_.size(); ++k) words_[k].traits |= trait::name;
  return true;
}

void Words::add_spelt_out(Scan& scan, std::string_view words, Span span) {
  while (!words.empty()) {
    add(scan, next_field(words), span, 0);
    span.start = span.end;
  }
  scan.starts_sentence = false;
}

void Words::add(Scan& scan, std::string_view form, Span span, std::uint32_t traits) {
  const Glossary& glossary = Glossary::shared();
  if (form == "cent" && !words_.empty() && this->form(words_.size() - 1) == "per") {
    span.start = words_.back().span.start;
    words_.pop_back();
    form = "percent";
  }
  const Meaning meaning = glossary.meaning(form);
  Word word;
  word.span = span;
  word.form = static_cast<std::uint32_t>(forms_.size());
  word.size = static_cast<std::uint32_t>(form.size());
  forms_ += form;
  word.key = base::hash_of(form);
  word.traits = traits | meaning.traits | std::exchange(scan.next_traits, 0);
  if (scan.brackets > 0) word.traits |= trait::bracketed;
  word.group = meaning.group;
  word.stem = stem_of(form, glossary);
  scan.starts_sentence = false;
  words_.push_back(word);
}

void Words::mark_phrases() {
  for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
    const auto* phrases = Glossary::shared().phrases(form(k));
    if (phrases == nullptr) continue;
    for (const Phrase& phrase : *phrases) {
      std::size_t same = 1;
      while (same < phrase.words.size() && k + same < words_.size() &&
             form(k + same) == phrase.words[same])
        ++same;
      if (same < phrase.words.size()) continue;
      const bool modal = (phrase.meaning.traits & trait::modal) != 0;
      for (std::size_t w = k; w < k + (modal ? 1 : same); ++w)
        words_[w].traits |= phrase.meaning.traits;
      if (modal) words_[k].group = phrase.meaning.group;
    }
  }
}

/// Puts the number that begins at `from` in the place of its words, wherever there is one.
void Words::read_numbers() {
  if (std::none_of(words_.begin(), words_.end(),
                   [](const Word& word) { return word.has(trait::number | trait::number_word); }))
    return;
  const Glossary& glossary = Glossary::shared();
  std::size_t out = 0;
  for (std::size_t k = 0; k < words_.size();) {
    Word word = words_[k];
    if (!word.has(trait::number | trait::number_word)) {
      words_[out++] = word;
      ++k;
      continue;
    }
    std::size_t end = k + 1;
    std::string digits(form(k));
    std::string_view ordinal;
    if (word.has(trait::number_word)) {
      number_.clear();
      for (std::size_t w = k; w < words_.size() && w < k + 10; ++w) number_.emplace_back(form(w));
      const attribution::NumberWords read = attribution::number_words(number_);
      if (read.words != 0) {
        end = k + read.words;
        digits = std::to_string(read.value);
        if (read.is_ordinal) ordinal = "th";
      } else {
        digits.assign(1, '1');
        end = k;
      }
    }
    // What follows the digits: "5th", "1990s", "25mn".
    const std::size_t tail_at = std::min(digits.find_first_not_of("0123456789.,"), digits.size());
    const std::string written_tail = digits.substr(tail_at);
    std::string_view tail = written_tail;
    digits.resize(tail_at);
    if (tail == "st" || tail == "nd" || tail == "rd") tail = "th";
    int zeros = glossary.zeros(tail);
    if (zeros > 0) tail = {};
    // "$1.5 million": the unit of the sign goes behind the number.
    if (end + 1 < words_.size() && words_[end].has(trait::unit) &&
        words_[end].span.start == words_[end].span.end && glossary.zeros(form(end + 1)) > 0)
      std::swap(words_[end], words_[end + 1]);
    for (; ordinal.empty() && end < words_.size(); ++end) {
      const int more = glossary.zeros(form(end));
      if (more == 0) break;
      zeros += more;
    }
    std::string value("#");
    value.append(numeral(digits, zeros)).append(ordinal.empty() ? tail : ordinal);
    end = std::max(end, k + 1);
    word.span.end = std::max(word.span.end, words_[end - 1].span.end);
    // The unit of "$" stands behind all of "$1.5 million".
    if (end < words_.size() && words_[end].span.end < word.span.end)
      words_[end].span = {word.span.end, word.span.end};
    make_number(word, value);
    for (std::size_t w = k; w < end; ++w) word.traits |= words_[w].traits & trait::ends_sentence;
    word.form = static_cast<std::uint32_t>(forms_.size());
    word.size = static_cast<std::uint32_t>(value.size());
    forms_ += value;
    words_[out++] = word;
    k = end;
  }
  words_.resize(out);
}

void Words::make_number(Word& word, std::string_view form) {
  word.traits = (word.traits & ~(trait::light | trait::number_word)) | trait::number;
  word.key = base::hash_of(form);
  word.stem = word.key;
  word.group = 0;
}

}  // namespace quoth::variants
