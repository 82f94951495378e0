#include "server/sent_text.h"

#include <array>
#include <utility>

#include "server/json_body.h"
#include "server/problem.h"

namespace quoth::server {
namespace {

constexpr std::array<std::string_view, 7> fields{"text", "title",     "author", "published",
                                                 "url",  "publisher", "key"};
constexpr std::size_t longest_fact = 2048;

/// A year, a month or a day, and what may follow of a time.
bool is_date(std::string_view text) noexcept {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() < form.size()) return false;
  for (std::size_t k = 0; k < std::min(text.size(), form.size()); ++k) {
    const bool is_digit = text[k] >= '0' && text[k] <= '9';
    if (form[k] == 'd' ? !is_digit : text[k] != form[k]) return false;
  }
  return text.size() <= form.size() || text[form.size()] == 'T';
}

Response invalid_body(std::string_view detail) {
  return problem(400, "invalid_body", "Invalid body", detail);
}

}  // namespace

std::optional<SentText> sent_text_of(const std::string& body, Response& refusal) {
  std::string fault;
  const auto json = JsonBody::read(body, fields, fault);
  if (!json) {
    refusal = invalid_body(fault);
    return {};
  }
  SentText sent{json->value("text"), {}};
  sent.facts.title = json->find("title");
  sent.facts.author = json->find("author");
  sent.facts.published = json->find("published");
  sent.facts.url = json->find("url");
  sent.facts.publisher = json->find("publisher");
  sent.facts.key = json->find("key").value_or(sent.facts.url.value_or(""));
  for (const std::string_view name : fields) {
    if (name != "text" && json->value(name).size() > longest_fact)
      fault = "the body's " + std::string(name) + " has more than 2048 bytes";
  }
  if (sent.text.find_first_not_of(" \t\r\n") == std::string::npos)
    fault = "the body has no text: send {\"text\": \"…\"}";
  if (sent.facts.published && !is_date(*sent.facts.published))
    fault = "the body's published is no date: write it as 2021-01-31";
  if (fault.empty()) return sent;
  refusal = invalid_body(fault);
  return {};
}

}  // namespace quoth::server
