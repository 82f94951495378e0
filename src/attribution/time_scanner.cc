#include "attribution/time_scanner.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quoth::attribution {
namespace {

struct Respelling {
  std::string_view from;
  char to;
};

constexpr Respelling respellings[] = {
    {"\xE2\x80\x99", '\''},  // ’
    {"\xE2\x80\x98", '\''},  // ‘
    {"\xE2\x80\x93", '-'},   // –
    {"\xE2\x80\x94", '-'},   // —
    {"\xC2\xA0", ' '},       // No-break space.
};

std::string in_plain_letters(std::string_view phrase) {
  std::string plain;
  while (!phrase.empty()) {
    const auto* found =
        std::find_if(std::begin(respellings), std::end(respellings),
                     [&](const Respelling& one) { return phrase.starts_with(one.from); });
    const bool is_listed = found != std::end(respellings);
    const char c = phrase[0];
    const bool is_capital = c >= 'A' && c <= 'Z';
    plain += is_listed ? found->to : is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    phrase.remove_prefix(is_listed ? found->from.size() : 1);
  }
  return plain;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

class Scanner {
 public:
  explicit Scanner(std::string_view phrase) : text_(in_plain_letters(phrase)) {}

  std::vector<TimePiece> scan() {
    while (at_ < text_.size()) {
      if (is_digit(text_[at_])) {
        number();
      } else if (is_letter(text_[at_])) {
        word();
      } else {
        sign();
      }
    }
    return std::move(pieces_);
  }

 private:
  char look(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

  /// Where the letters from `at` on end.
  std::size_t end_of_letters(std::size_t at) const {
    while (is_letter(look(at))) ++at;
    return at;
  }

  void number() {
    TimePiece piece;
    const bool is_after_apostrophe = at_ > 0 && text_[at_ - 1] == '\'';
    while (is_digit(look(at_))) piece.text += text_[at_++];
    piece.is_number = true;
    piece.is_year = is_after_apostrophe && piece.text.size() == 2;
    const std::size_t from = at_ + (look(at_) == '\'' ? 1 : 0);
    const std::string_view ending =
        std::string_view(text_).substr(from, end_of_letters(from) - from);
    piece.is_decade = ending == "s";
    piece.is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (piece.is_decade || piece.is_ordinal) at_ = from + ending.size();
    pieces_.push_back(std::move(piece));
  }

  /// "a.m.": letters with full stops between them, which are left out. The last may be missing.
  bool abbreviation() {
    std::string letters;
    std::size_t end = at_;
    while (is_letter(look(end)) && end_of_letters(end) == end + 1) {
      letters += text_[end++];
      if (look(end) != '.') break;
      ++end;
    }
    if (letters.size() < 2) return false;
    add(std::move(letters), false);
    at_ = end;
    return true;
  }

  void word() {
    if (abbreviation()) return;
    std::string letters;
    while (is_letter(look(at_)) || (look(at_) == '\'' && is_letter(look(at_ + 1)))) {
      if (text_[at_] != '\'') letters += text_[at_];
      ++at_;
    }
    add(std::move(letters), false);
  }

  void sign() {
    const char c = text_[at_++];
    if (c != '-' && c != '/' && c != '.' && c != ':') return;
    const std::size_t next = std::min(text_.find_first_not_of(' ', at_), text_.size());
    const bool after_number = !pieces_.empty() && pieces_.back().is_number;
    if (after_number && is_digit(look(next))) add(std::string(1, c), true);
  }

  void add(std::string text, bool is_sign) {
    TimePiece piece;
    piece.text = std::move(text);
    piece.is_sign = is_sign;
    pieces_.push_back(std::move(piece));
  }

  std::string text_;
  std::size_t at_ = 0;
  std::vector<TimePiece> pieces_;
};

}  // namespace

std::vector<TimePiece> scan_time(std::string_view phrase) { return Scanner(phrase).scan(); }

}  // namespace quoth::attribution
