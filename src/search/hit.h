#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database/stored_document.h"
#include "quoth/quotation.h"

namespace quoth::search {

/// Somebody in a role.
struct Person {
  std::int64_t identity = 0;  ///< Who that is across documents; 0: nobody that is known there.
  std::string name;           ///< As the article has it, in its fullest form.
  EntityType type = EntityType::unnamed;
  std::optional<float> confidence = {};  ///< That it is the speaker, 0 to 1; of other roles none.
};

/// A quotation of the record, with all that a reader needs to judge it.
struct Hit {
  std::int64_t id = 0;        ///< quotation.id.
  std::string number;         ///< "q3", as in quoth.record/1 of its article.
  std::string text;           ///< The content as written, " … " between its spans.
  std::vector<Span> content;  ///< Bytes of the article's text.
  Quotation::Kind kind = Quotation::Kind::indirect;
  Quotation::Act act = Quotation::Act::say;
  bool negated = false;
  std::vector<std::string> flags;
  std::string cue, source;  ///< As written; may be empty.
  std::optional<Person> speaker, addressee;
  std::vector<Person> about;
  std::optional<std::string> when_text, when_date;
  float confidence = 0.0F;  ///< That content and source are right, 0 to 1.
  std::vector<std::string> why;
  database::QuotationState state = database::QuotationState::current;
  std::uint32_t day = 0;       ///< Of publication, as database/day.h counts; 0: unknown.
  std::int64_t family = 0;     ///< 0: no other rendering is known.
  std::uint32_t mentions = 1;  ///< Renderings of the family, this one among them.
  std::string before, after;   ///< Of the article around the content; empty at its ends.
  std::vector<Span>
      highlights;  ///< Bytes of `text` that a search found; in order, apart from each other.
  std::int64_t version = 0;  ///< The article's.
  std::string key;
  std::optional<std::string> publisher, title, author, url, published;
  std::optional<std::int64_t> parent;  ///< Id of the quotation around it: second-hand speech.
};

/// The article's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment): a browser goes to the words. Nothing where
/// the article has no address on the web.
std::optional<std::string> deep_link(const Hit& hit);

}  // namespace quoth::search
