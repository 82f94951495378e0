// The cost of a long document, after the network: twice the text, twice the time. Each test makes a shape of text that a rule which
// looks back "to the start of the paragraph" or "at all names alike" would pay for with the square of its length.

#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "attribution/attribution.h"
#include "entities/resolver.h"
#include "quotes/made_up_text.h"
#include "quotes/quotations.h"
#include "quotes/turns.h"

namespace quoth::pipeline {
namespace {

using quotes::MadeUpText;
using tag::NameType;
using tag::Role;
using tag::TaggedMention;

/// A text that is written together with its tags; they are found again by their bytes, in one pass.
class Story {
 public:
  std::string text;

  std::size_t mentions() const { return mentions_.size(); }

  void name(const std::string& words, NameType type = NameType::person) {
    const Span span = write(words);
    names_.push_back({span, type});
    mentions_.push_back({span, TaggedMention::Origin::name});
  }
  void pronoun(const std::string& word) {
    mentions_.push_back({write(word), TaggedMention::Origin::pronoun});
  }
  void cue(const std::string& words) {
    attributions_.emplace_back();
    attributions_.back().roles.push_back({Role::cue, write(words)});
  }
  /// Of the last cue, written before it or after; `from` is where it starts in the text, and it ends with what was written last.
  void role(Role role, std::size_t from) {
    const Span span{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(text.size())};
    attributions_.back().roles.push_back({role, span});
    if (role == Role::source) mentions_.push_back({span, TaggedMention::Origin::source});
  }
  void role(Role role, Span span) { attributions_.back().roles.push_back({role, span}); }
  void when(const std::string& words) { attributions_.back().when.push_back(write(words)); }

  tag::TaggedText tagged(const segment::SegmentedText& segmented) const {
    tag::TaggedText tagged;
    for (const auto& [span, type] : names_)
      tagged.names.push_back({words_of(segmented, span), type, 0.9F});
    for (const auto& [span, origin] : mentions_) {
      tag::TaggedMention mention;
      mention.words = words_of(segmented, span);
      mention.origin = origin;
      tagged.mentions.push_back(mention);
    }
    std::stable_sort(tagged.mentions.begin(), tagged.mentions.end(),
                     [](const auto& a, const auto& b) {
                       return std::make_tuple(a.words.first, ~a.words.end) <
                              std::make_tuple(b.words.first, ~b.words.end);
                     });
    for (const Attribution& one : attributions_) tagged.anchors.push_back(anchor(segmented, one));
    return tagged;
  }

 private:
  struct Attribution {
    std::vector<std::pair<Role, Span>> roles;  // The cue first.
    std::vector<Span> when;
  };

  static tag::TaggedAnchor anchor(const segment::SegmentedText& segmented, const Attribution& one) {
    tag::TaggedAnchor anchor;
    anchor.probability = 0.9F;
    anchor.role_probability = 0.9F;
    anchor.word = words_of(segmented, one.roles.front().second).first;
    for (const auto& [role, span] : one.roles)
      anchor.roles.push_back({role, words_of(segmented, span)});
    std::stable_sort(anchor.roles.begin(), anchor.roles.end(),
                     [](const auto& a, const auto& b) { return a.words < b.words; });
    for (const Span span : one.when)
      anchor.circumstances.push_back({tag::Circumstance::when, words_of(segmented, span), 0.9F});
    return anchor;
  }

  static segment::WordRange words_of(const segment::SegmentedText& segmented, Span span) {
    const auto& words = segmented.words;
    const auto first =
        std::lower_bound(words.begin(), words.end(), span.start,
                         [](const segment::Word& w, std::uint32_t at) { return w.span.end <= at; });
    auto end = first;
    while (end != words.end() && end->span.start < span.end) ++end;
    return {static_cast<std::uint32_t>(first - words.begin()),
            static_cast<std::uint32_t>(end - words.begin())};
  }

  Span write(const std::string& words) {
    const auto start = static_cast<std::uint32_t>(text.size());
    text += words;
    return {start, static_cast<std::uint32_t>(text.size())};
  }

  std::vector<std::pair<Span, NameType>> names_;
  std::vector<std::pair<Span, TaggedMention::Origin>> mentions_;
  std::vector<Attribution> attributions_;
};

/// A different word for each number, always a capital first.
std::string word_of(std::size_t number) {
  std::string word(1, static_cast<char>('A' + number % 26));
  for (number /= 26; number > 0; number /= 26) word += static_cast<char>('a' + number % 26);
  return word + "on";
}

/// Seconds of this process for the stages after the network. The time of the processor, not the clock's: other programs run too.
double seconds_of(const Story& story, const segment::SegmentedText& segmented,
                  tag::TaggedText tagged, std::string_view title) {
  static const std::vector<float> no_weights(9 * 16, 0.0F);
  const auto& model = MadeUpText::model();
  const entities::Resolver resolver(
      {no_weights, model->text("lexicon.pronouns"), model->text("lexicon.first_names")});
  const std::clock_t began = std::clock();
  quotes::add_turns(story.text, segmented, {}, tagged);
  auto drafts = quotes::make_quotations(story.text, segmented, tagged);
  auto resolution = resolver.resolve(story.text, segmented, tagged, title);
  const Record record = attribution::attribute(story.text, segmented, std::move(drafts),
                                               std::move(resolution), "2007-02-05");
  EXPECT_FALSE(record.quotations.empty() && record.entities.empty());
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

using Chapter = std::function<void(Story&, std::size_t number)>;

double seconds_of(const Chapter& chapter, std::size_t bytes, std::size_t least_mentions,
                  std::string_view title) {
  Story story;
  for (std::size_t k = 0; story.text.size() < bytes; ++k) chapter(story, k);
  EXPECT_GE(story.mentions(), least_mentions);
  const auto segmented = MadeUpText::segmenter().segment(story.text);
  return seconds_of(story, segmented, story.tagged(segmented), title);
}

constexpr std::size_t megabyte = 1'000'000;
// A sanitizer makes everything some ten times slower: a smaller text shows the same.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t smaller = 4;
#else
constexpr std::size_t smaller = 1;
#endif
constexpr double most_seconds = 30.0;  // Under the address sanitizer; without it, a second or two.
constexpr double shortest_measured = 0.02;

/// Four times the text may cost eight times as much (caches, maps); the square would be sixteen.
/// `least_mentions` are those of 5 MB.
void expect_linear(const Chapter& chapter, std::size_t least_mentions = 50'000,
                   std::string_view title = {}) {
  const std::size_t bytes = 5 * megabyte / smaller;
  least_mentions /= smaller;
  const double quarter = seconds_of(chapter, bytes / 4, least_mentions / 4, title);
  const double whole = seconds_of(chapter, bytes, least_mentions, title);
  testing::Test::RecordProperty("quarter_ms", static_cast<int>(1000 * quarter));
  testing::Test::RecordProperty("whole_ms", static_cast<int>(1000 * whole));
  EXPECT_LT(whole, most_seconds);
  EXPECT_LT(whole, 8 * std::max(quarter, shortest_measured));
}

/// “We will win,” said Ana Ruiz. He said that they had won. `between` parts the sentences.
void news(Story& story, std::size_t number, const std::string& given, const std::string& family,
          const char* between) {
  const std::size_t content = story.text.size();
  story.text += "\u201cWe will win the game,\u201d ";
  const auto end = static_cast<std::uint32_t>(story.text.size() - 1);
  story.cue("said");
  story.role(Role::content, Span{static_cast<std::uint32_t>(content), end});
  story.text += " ";
  const std::size_t source = story.text.size();
  story.name(given + " " + family);
  story.role(Role::source, source);
  story.text += " of ";
  story.name(word_of(number % 400) + " Labour Party", NameType::organization);
  story.text.append(".").append(between);
  const std::size_t pronoun = story.text.size();
  story.pronoun(number % 2 == 0 ? "He" : "They");
  story.text += " ";
  story.cue("said");
  story.text += " ";
  const auto indirect = static_cast<std::uint32_t>(story.text.size());
  story.text += "that ";
  story.pronoun("it");
  story.text += " was over for ";
  story.name(family);
  story.role(Role::content, indirect);
  story.role(Role::source,
             Span{static_cast<std::uint32_t>(pronoun), static_cast<std::uint32_t>(pronoun + 2)});
  story.text.append(".").append(between);
}

TEST(LongDocuments, cost_in_proportion_where_a_thousand_people_speak) {
  expect_linear([](Story& story, std::size_t k) {
    news(story, k, word_of(k % 5), word_of(k % 1000 + 50), "\n\n");
  });
}

TEST(LongDocuments, cost_in_proportion_where_everybody_is_new) {
  expect_linear([](Story& story, std::size_t k) {
    news(story, k, word_of(k + 7), word_of(k + 100'000), "\n\n");
  });
}

TEST(LongDocuments, cost_in_proportion_where_all_have_one_surname) {
  expect_linear(
      [](Story& story, std::size_t k) { news(story, k, word_of(k + 50), "Ruiz", "\n\n"); });
}

TEST(LongDocuments, cost_in_proportion_without_paragraphs) {
  expect_linear([](Story& story, std::size_t k) {
    news(story, k, word_of(k % 5), word_of(k % 1000 + 50), " ");
  });
}

TEST(LongDocuments, cost_in_proportion_where_nobody_claims_what_is_quoted) {
  expect_linear(
      [](Story& story, std::size_t k) {
        if (k % 1000 == 0) news(story, k, "Ana", "Ruiz", " ");
        story.text += "\u201cThe game was long and we won it.\u201d Then ";
        story.name(word_of(k % 500) + " " + word_of(k % 300));
        story.text += " sang. ";
      },
      40'000);
}

TEST(LongDocuments, cost_in_proportion_where_one_attribution_precedes_all_quotes) {
  expect_linear(
      [](Story& story, std::size_t k) {
        if (k == 0) news(story, k, "Ana", "Ruiz", " ");
        story.text += "\u201cThe game was long and we won it.\u201d Then she sang. ";
      },
      4);
}

TEST(LongDocuments, cost_in_proportion_where_indirect_speech_precedes_quotes_that_nobody_claims) {
  expect_linear(
      [](Story& story, std::size_t k) {
        story.name(word_of(k % 500) + " " + word_of(k % 300));
        story.text += " ";
        story.cue("said");
        story.text += " ";
        const std::size_t content = story.text.size();
        story.text += "that all was over";
        story.role(Role::content, content);
        story.text += ". \u201cThe game was long and we won it.\u201d Then came night. ";
      },
      50'000);
}

TEST(LongDocuments, cost_in_proportion_in_one_sentence) {
  expect_linear([](Story& story, std::size_t k) {
    if (k == 0) story.text += "Then ";
    story.name(word_of(k % 500) + " " + word_of(k % 300));
    story.text += " came and ";
    story.cue("said");
    story.text += " ";
    const std::size_t content = story.text.size();
    story.text += "that all was over";
    story.role(Role::content, content);
    story.text += ", and ";
  });
}

TEST(LongDocuments, cost_in_proportion_where_each_sentence_has_a_time) {
  expect_linear(
      [](Story& story, std::size_t k) {
        if (k == 0) story.text += "OSLO, February 5, 2007 - ";
        for (std::size_t n = 0; n < 20; ++n) {
          story.name(word_of((k + n) % 500) + " " + word_of((k + n) % 300));
          story.text += " left. ";
        }
        story.name(word_of(k % 500) + " " + word_of(k % 300));
        story.text += " ";
        story.cue("said");
        story.text += " ";
        story.when("two days later");
        story.text += " ";
        const std::size_t content = story.text.size();
        story.text += "that 1949 and 2001 and 1800 and 1066 were over";
        story.role(Role::content, content);
        story.text += ".\n";
      },
      50'000);
}

TEST(LongDocuments, cost_in_proportion_where_marks_are_never_closed) {
  expect_linear(
      [](Story& story, std::size_t k) {
        story.text += "\u201cThen ";
        story.name(word_of(k % 500) + " " + word_of(k % 300));
        story.text += " ";
        story.cue("said");
        story.text += " ";
        const std::size_t content = story.text.size();
        story.text += "that \u2018all was \u201cover";
        story.role(Role::content, content);
        story.text += ". ";
      },
      50'000);
}

TEST(LongDocuments, cost_in_proportion_where_surnames_stand_alone_under_a_long_title) {
  std::string title;
  for (std::size_t k = 0; k < 20'000; ++k) title += word_of(k + 3) + " ";
  expect_linear(
      [](Story& story, std::size_t k) {
        story.name(word_of(k));
        story.text += " was there and went home again at once. Then ";
        story.name(word_of(k) + " Party", NameType::organization);
        story.text += " lost again. ";
      },
      50'000, title);
}

TEST(LongDocuments, cost_in_proportion_where_it_is_all_talk) {
  expect_linear(
      [](Story& story, std::size_t k) {
        if (k % 4 == 0) {
          story.name(word_of(k % 3000 + 50) + " " + word_of(k % 700));
        } else {
          story.text += k % 4 == 1 ? "Q" : k % 4 == 2 ? "A" : word_of(k % 500) + "x";
        }
        story.text += ": Is it over now for ";
        story.name(word_of(k % 400) + " Party", NameType::organization);
        story.text += "?\n\n";
      },
      40'000);
}

}  // namespace
}  // namespace quoth::pipeline
