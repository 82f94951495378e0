#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/made_up_articles.h"

namespace quoth::search {

/// A quotation of a made-up article. All words are of its text.
struct MadeUpSaying {
  std::string words;
  std::string speaker = "Ana Ruiz";  ///< Empty: nobody is named.
  Quotation::Act act = Quotation::Act::say;
  Quotation::Kind kind = Quotation::Kind::direct;
  bool negated = false;
  std::vector<std::string> flags = {};
  std::string cue = {};
  std::optional<std::size_t> parent = {};
};

/// For tests: a record of made-up articles by The Post.
class SayingsTest : public database::RecordTest {
 protected:
  /// An article of the text; `day` empty: unknown.
  void add(const std::string& text, const std::vector<MadeUpSaying>& sayings,
           const std::string& day = "2021-03-04") {
    std::vector<std::string> persons;
    std::vector<database::Said> said;
    for (const MadeUpSaying& saying : sayings) {
      said.push_back({saying.speaker, saying.words});
      if (!saying.speaker.empty() &&
          std::find(persons.begin(), persons.end(), saying.speaker) == persons.end())
        persons.push_back(saying.speaker);
    }
    auto made = database::article("news/" + std::to_string(++articles_), text, persons, said);
    made.facts.publisher = "The Post";
    made.facts.url = "https://post.example/" + std::to_string(articles_);
    made.facts.published = day.empty() ? std::optional<std::string>() : day;
    for (std::size_t k = 0; k < sayings.size(); ++k) {
      Quotation& quotation = made.record.quotations[k];
      quotation.act = sayings[k].act;
      quotation.kind = sayings[k].kind;
      quotation.negated = sayings[k].negated;
      quotation.flags = sayings[k].flags;
      quotation.parent = sayings[k].parent;
      if (!sayings[k].cue.empty()) {
        const auto at = static_cast<std::uint32_t>(text.find(sayings[k].cue));
        quotation.cue = {{at, at + static_cast<std::uint32_t>(sayings[k].cue.size())}};
      }
    }
    RecordTest::add(std::move(made));
  }

  /// One article of one quotation: "TEXT" is all that is quoted of Ana Ruiz in it.
  void add_saying(MadeUpSaying saying, const std::string& day = "2021-03-04") {
    const std::string who = saying.speaker.empty() ? "Somebody" : saying.speaker;
    const std::string cue = saying.cue.empty() ? "said" : saying.cue;
    saying.cue = cue;
    const std::string text =
        "On the day, " + who + " " + cue + ": " + saying.words + " More follows.";
    add(text, {saying}, day);
  }

 private:
  int articles_ = 0;
};

}  // namespace quoth::search
