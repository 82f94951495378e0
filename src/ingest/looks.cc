#include "ingest/looks.h"

#include <array>
#include <optional>

#include "ingest/csv_reader.h"

namespace quoth::ingest {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

enum class Match : std::uint8_t { no, perhaps, yes };

/// Whether the bytes begin with the word, in any case; perhaps: they end within it.
Match begins(std::string_view bytes, std::string_view word) {
  for (std::size_t k = 0; k < word.size(); ++k) {
    if (k == bytes.size()) return Match::perhaps;
    if (lower(bytes[k]) != word[k]) return Match::no;
  }
  return Match::yes;
}

struct Beginning {
  std::string_view word;
  Looks looks;
};

// What an element's or a declaration's name may be. Text may begin with a tag too ("<b>London</b>"): that is plain text.
constexpr std::array<Beginning, 7> markup_beginnings = {{{"<!doctype html", Looks::html_page},
                                                         {"<html", Looks::html_page},
                                                         {"<head", Looks::html_page},
                                                         {"<body", Looks::html_page},
                                                         {"<rss", Looks::xml_feed},
                                                         {"<feed", Looks::xml_feed},
                                                         {"<rdf:rdf", Looks::xml_feed}}};
constexpr std::array<Beginning, 2> archive_beginnings = {
    {{"WARC/", Looks::warc}, {"filedesc:", Looks::arc}}};

/// Where the comment or XML declaration that begins here ends; 0: none begins. Nothing: more bytes are needed.
std::optional<std::size_t> prologue_size(std::string_view bytes) {
  struct Bracket {
    std::string_view open, close;
  };
  for (const Bracket& bracket : {Bracket{"<!--", "-->"}, Bracket{"<?", "?>"}}) {
    const Match match = begins(bytes, bracket.open);
    if (match == Match::no) continue;
    const std::size_t end = bytes.find(bracket.close);
    if (match == Match::perhaps || end == std::string_view::npos) return {};
    return end + bracket.close.size();
  }
  return 0;
}

/// REQUIRES: the bytes begin with '<'.
Looks markup(std::string_view bytes) {
  while (true) {
    const auto prologue = prologue_size(bytes);
    if (!prologue) return Looks::undecided;
    bytes.remove_prefix(skip_space(bytes, *prologue));
    if (*prologue == 0) break;
  }
  bool is_open = bytes.empty();
  for (const Beginning& beginning : markup_beginnings) {
    const Match match = begins(bytes, beginning.word);
    is_open = is_open || match == Match::perhaps;
    if (match != Match::yes) continue;
    // "<header" is no "<head".
    if (bytes.size() == beginning.word.size()) return Looks::undecided;
    const char next = bytes[beginning.word.size()];
    if (is_space(next) || next == '>') return beginning.looks;
  }
  return is_open ? Looks::undecided : Looks::plain_text;
}

/// REQUIRES: the bytes begin with '{'.
Looks json(std::string_view bytes) {
  std::size_t at = skip_space(bytes, 1);
  if (at >= bytes.size()) return Looks::undecided;
  if (bytes[at] != '"' && bytes[at] != '}') return Looks::plain_text;
  // {"version": "https://jsonfeed.org/version/1.1", …
  for (const std::string_view part : {"\"version\"", ":", "\"https://jsonfeed.org/"}) {
    const Match match = begins(bytes.substr(at), part);
    if (match == Match::no) return Looks::json_lines;
    if (match == Match::perhaps) return Looks::undecided;
    at = skip_space(bytes, at + part.size());
  }
  return Looks::json_feed;
}

/// By its first line, which has to be whole.
Looks table(std::string_view bytes, const InputOptions& options) {
  if (bytes.find('\n') == std::string_view::npos) return Looks::undecided;
  return looks_like_table(bytes, options) ? Looks::table : Looks::plain_text;
}

}  // namespace

std::size_t skip_space(std::string_view bytes, std::size_t at) noexcept {
  while (at < bytes.size() && is_space(bytes[at])) ++at;
  return at;
}

Looks looks_of(std::string_view bytes, const InputOptions& options) {
  std::string_view rest = bytes;
  if (rest.starts_with(utf8_mark)) rest.remove_prefix(utf8_mark.size());
  rest.remove_prefix(skip_space(rest, 0));
  if (rest.empty()) return Looks::undecided;
  if (rest.front() == '{') return json(rest);
  if (rest.front() == '<') return markup(rest);
  bool is_open = false;
  for (const Beginning& beginning : archive_beginnings) {
    if (rest.starts_with(beginning.word)) return beginning.looks;
    is_open = is_open || beginning.word.starts_with(rest);
  }
  if (is_open) return Looks::undecided;
  return table(rest, options);
}

}  // namespace quoth::ingest
