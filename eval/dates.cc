// Reads lines "REFERENCE<TAB>PHRASE" (an ISO date, or nothing) and prints for each "DATE<TAB>RULE<TAB>story", with empty fields
// where there is no date, and "story" where the phrase counts from a time that its text tells of. eval/dates runs it.

#include <iostream>
#include <string>
#include <string_view>

#include "attribution/time_phrase.h"

int main() {
  using namespace quoth::attribution;
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const std::string_view text = line;
    const std::size_t tab = text.find('\t');
    const std::string_view phrase = tab == std::string::npos ? text : text.substr(tab + 1);
    const CalendarDate reference = parse_iso(text.substr(0, tab)).value_or(CalendarDate{});
    const auto reading = read_time(phrase, reference).value_or(TimeReading{});
    std::cout << to_iso(reading.date) << '\t' << reading.rule << '\t'
              << (reading.from_story ? "story" : "") << '\n';
  }
}
