#include "search/searcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "database/made_up_articles.h"

namespace quoth::search {
namespace {

/// What was said, kept beside the record for the slow and obvious search.
struct Known {
  std::string words, speaker, subject, outlet, day;
  Quotation::Kind kind;
  Quotation::Act act;
};

/// Numbers that look random; the same everywhere.
class Chance {
 public:
  std::size_t below(std::size_t count) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % count;
  }

 private:
  std::uint64_t state_ = 7;
};

const std::array<std::string, 12> vocabulary = {"the",  "harbour", "wall",  "will", "open", "soon",
                                                "café", "harbor",  "ships", "sea",  "new",  "old"};
const std::array<std::string, 4> speakers = {"Ana Ruiz", "Max Roe", "Ida Lind", "José Day"};
const std::array<std::string, 3> outlets = {"The Post", "Le Café", "Daily"};

class SearcherTest : public database::RecordTest {
 protected:
  void add(const std::vector<store::RecordedDocument>& documents) {
    database::Writer writer(connection(), {"test", "made up"});
    for (const store::RecordedDocument& document : documents) {
      database::Entry entry(document);
      writer.add(entry);
    }
    ASSERT_FALSE(writer.finish());
  }

  /// Articles of three quotations each.
  void add_made_up(std::size_t articles) {
    Chance chance;
    std::vector<store::RecordedDocument> documents;
    for (std::size_t k = 0; k < articles; ++k) documents.push_back(made_up(k, chance));
    add(documents);
  }

  store::RecordedDocument made_up(std::size_t number, Chance& chance) {
    std::string text = "Report " + std::to_string(number) + ".";
    std::vector<database::Said> said;
    std::vector<Known> known;
    const std::string outlet = outlets[chance.below(outlets.size())];
    const std::string day =
        "2021-0" + std::to_string(1 + chance.below(9)) + "-1" + std::to_string(chance.below(3));
    for (std::size_t place = 0; place < 3; ++place) {
      std::string words = "x" + std::to_string(number * 3 + place);
      for (std::size_t k = 0; k < 6; ++k) words += " " + vocabulary[chance.below(12)];
      const std::string speaker = speakers[chance.below(speakers.size())];
      text += " “" + words + "” " + speaker + ".";
      said.push_back({speaker, words});
      known.push_back({words, speaker, speakers[chance.below(speakers.size())], outlet, day,
                       static_cast<Quotation::Kind>(chance.below(3)),
                       static_cast<Quotation::Act>(chance.below(8))});
    }
    std::vector<std::string> persons(speakers.begin(), speakers.end());
    text += " Ana Ruiz, Max Roe, Ida Lind, José Day.";
    auto document = database::article("a" + std::to_string(number), text, persons, said);
    document.facts.published = day;
    document.facts.publisher = outlet;
    for (std::size_t k = 0; k < known.size(); ++k) {
      Quotation& quotation = document.record.quotations[k];
      quotation.kind = known[k].kind;
      quotation.act = known[k].act;
      const auto subject = std::find(persons.begin(), persons.end(), known[k].subject);
      quotation.about = {{static_cast<std::size_t>(subject - persons.begin()), 0.0F}};
      known_.push_back(known[k]);
    }
    return document;
  }

  /// Texts of all pages, in the order of the answer.
  std::vector<std::string> all_pages(Query query, SearchLimits limits = {}) {
    Searcher searcher(connection(), limits);
    std::vector<std::string> texts;
    for (int page = 0; page < 10000; ++page) {
      const auto answer = searcher.search(query);
      EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
      if (!answer) break;
      for (const Hit& hit : answer->hits) texts.push_back(hit.text);
      if (!answer->next) return texts;
      query.cursor = *answer->next;
    }
    ADD_FAILURE() << "the pages do not end";
    return texts;
  }

  std::string failure(const Query& query) {
    const auto answer = Searcher(connection()).search(query);
    return answer ? "" : std::string(name(answer.error().code)) + ": " + answer.error().message;
  }

  std::vector<Known> known_;
};

bool has(const std::string& words, const std::string& part) {
  return (" " + words + " ").find(" " + part + " ") != std::string::npos;
}

/// The slow and obvious search: everything is looked at. Days fall; within a day the later added comes first.
template <typename Meets>
std::vector<std::string> looked_through(const std::vector<Known>& known, Meets meets) {
  std::vector<std::pair<std::string, std::string>> found;
  for (auto each = known.rbegin(); each != known.rend(); ++each) {
    if (meets(*each)) found.emplace_back(each->day, each->words);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& left, const auto& right) { return left.first > right.first; });
  std::vector<std::string> texts;
  for (auto& [day, words] : found) texts.push_back(std::move(words));
  return texts;
}

TEST_F(SearcherTest, finds_what_looking_at_everything_finds) {
  add_made_up(300);
  const auto expect = [this](const Query& query, auto meets) {
    const std::vector<std::string> wanted = looked_through(known_, meets);
    EXPECT_EQ(all_pages(query), wanted) << query.words << " by " << query.speaker;
    // Little work at a time: pages end early, and what follows goes on where they ended.
    EXPECT_EQ(all_pages(query, {1000, 120}), wanted) << query.words << " by " << query.speaker;
  };
  const auto asked = [](std::string words) {
    Query query;
    query.words = std::move(words);
    query.limit = 7;
    return query;
  };
  expect(asked(""), [](const Known&) { return true; });
  expect(asked("harbour"), [](const Known& k) { return has(k.words, "harbour"); });
  expect(asked("CAFE sea"),
         [](const Known& k) { return has(k.words, "café") && has(k.words, "sea"); });
  expect(asked("\"new harbour\""), [](const Known& k) { return has(k.words, "new harbour"); });
  expect(asked("\"the the\""), [](const Known& k) { return has(k.words, "the the"); });
  expect(asked("harb*"),
         [](const Known& k) { return has(k.words, "harbour") || has(k.words, "harbor"); });
  expect(asked("harbour OR \"old wall\" -sea"), [](const Known& k) {
    return (has(k.words, "harbour") || has(k.words, "old wall")) && !has(k.words, "sea");
  });
  expect(asked("open -\"will open\""),
         [](const Known& k) { return has(k.words, "open") && !has(k.words, "will open"); });
  expect(asked("zebra"), [](const Known&) { return false; });
  Query query = asked("ships");
  query.speaker = "ana ruiz";
  expect(query, [](const Known& k) { return has(k.words, "ships") && k.speaker == "Ana Ruiz"; });
  query.about = "Lind";
  query.words = "";
  expect(query, [](const Known& k) { return k.subject == "Ida Lind" && k.speaker == "Ana Ruiz"; });
  query = asked("");
  query.outlet = "le cafe";
  query.act = Quotation::Act::want;
  expect(query,
         [](const Known& k) { return k.outlet == "Le Café" && k.act == Quotation::Act::want; });
  query.kind = Quotation::Kind::mixed;
  query.words = "old OR new";
  expect(query, [](const Known& k) {
    return k.outlet == "Le Café" && k.act == Quotation::Act::want &&
           k.kind == Quotation::Kind::mixed && (has(k.words, "old") || has(k.words, "new"));
  });
  query = asked("");
  query.since = "2021-03";
  query.until = "2021-04-11";
  expect(query, [](const Known& k) { return k.day >= "2021-03" && k.day <= "2021-04-11"; });
}

TEST_F(SearcherTest, among_many_matches_those_of_somebody_rare_are_found_by_reading_them) {
  add_made_up(300);
  std::vector<store::RecordedDocument> documents;
  for (int k = 0; k < 12; ++k) {
    const std::string words = std::string(static_cast<std::size_t>(k) + 1, 'y') + " the sea" +
                              (k % 3 == 0 ? "" : " and the sea") + (k % 2 == 0 ? " wall" : "");
    auto document = database::article("z" + std::to_string(k), "Zoe Rare: " + words + ".",
                                      {"Zoe Rare"}, {{"Zoe Rare", words}});
    document.facts.published = k < 10 ? "2021-0" + std::to_string(k + 1) + "-01" : "2020-01-01";
    documents.push_back(std::move(document));
  }
  documents.erase(documents.begin() + 9);  // There is no month 010.
  add(documents);
  Query query;
  query.words = "the";
  query.limit = 100;
  for (const Sort sort : {Sort::newest, Sort::relevance}) {
    query.sort = sort;
    query.speaker.clear();
    std::vector<std::string> of_all;
    for (std::string& text : all_pages(query)) {
      if (text.starts_with("y")) of_all.push_back(std::move(text));
    }
    query.speaker = "Zoe Rare";
    EXPECT_EQ(of_all.size(), 11U);
    EXPECT_EQ(all_pages(query), of_all);  // The weights of both ways are the same.
  }
  query.sort = Sort::newest;
  query.words = "\"the sea\" -wall";
  EXPECT_EQ(all_pages(query).size(), 5U);
}

TEST_F(SearcherTest, what_an_outlet_published_without_dates_is_found_too) {
  std::string text = "They said:";
  std::vector<database::Said> said;
  for (int k = 100; k < 120; ++k) {
    text += " n" + std::to_string(k);
    said.push_back({"", "n" + std::to_string(k)});
  }
  std::vector<store::RecordedDocument> documents;
  for (int k = 0; k < 230; ++k) {
    auto document =
        database::article("u" + std::to_string(k), text + ", " + std::to_string(k), {}, said);
    document.facts.published.reset();
    document.facts.publisher = k % 10 == 0 ? "Small" : "Crowd";
    documents.push_back(std::move(document));
  }
  add(documents);
  Query query;
  query.limit = 100;
  query.outlet = "Small";
  EXPECT_EQ(all_pages(query).size(), 460U);
  EXPECT_EQ(all_pages(query, {1000, 1200}).size(), 460U);
  query.outlet = "Crowd";  // Too many to be sorted at once.
  EXPECT_EQ(all_pages(query).size(), 4140U);
  EXPECT_EQ(all_pages(query, {1000, 9000}).size(), 4140U);
  query.words = "n107";
  EXPECT_EQ(all_pages(query, {1000, 9000}).size(), 207U);
}

TEST_F(SearcherTest, relevance_puts_the_phrase_and_the_short_before_the_scattered_and_the_long) {
  add({database::article("a", "Wall of the old harbour. Nothing more.", {},
                         {{"", "Wall of the old harbour"}}),
       database::article("b", "The harbour wall. It holds.", {}, {{"", "The harbour wall"}}),
       database::article(
           "c", "A harbour is a harbour, and a wall a wall, they say of both of them when asked.",
           {},
           {{"", "a wall a wall, they say of both of them when asked"},
            {"", "A harbour is a harbour"}})});
  Query query;
  query.words = "harbour wall";
  query.sort = Sort::relevance;
  EXPECT_EQ(all_pages(query),
            (std::vector<std::string>{"The harbour wall", "Wall of the old harbour"}));
  query.limit = 1;
  EXPECT_EQ(all_pages(query).size(), 2U);  // The cursor's order is the answer's.
}

TEST_F(SearcherTest, a_first_page_counts_its_candidates_and_says_whether_those_are_all) {
  add_made_up(20);
  Query query;
  query.words = "harbour";
  query.limit = 2;
  auto answer = Searcher(connection()).search(query);
  ASSERT_TRUE(answer);
  const auto wanted =
      looked_through(known_, [](const Known& k) { return has(k.words, "harbour"); });
  EXPECT_EQ(answer->count, wanted.size());
  EXPECT_TRUE(answer->is_exact);
  ASSERT_TRUE(answer->facets);
  std::uint64_t of_speakers = 0, of_years = 0;
  for (const NamedCount& each : answer->facets->speakers) of_speakers += each.count;
  for (const YearCount& each : answer->facets->years) of_years += each.count;
  EXPECT_EQ(of_speakers, wanted.size());
  EXPECT_EQ(of_years, wanted.size());
  query.cursor = *answer->next;
  auto later = Searcher(connection()).search(query);
  ASSERT_TRUE(later);
  EXPECT_FALSE(later->facets);
  EXPECT_EQ(later->count, wanted.size());
  answer = Searcher(connection(), {5, 40000}).search({.words = "harbour"});
  EXPECT_EQ(answer->count, 5U);
  EXPECT_FALSE(answer->is_exact);
}

TEST_F(SearcherTest, pages_go_on_where_they_were_when_documents_are_added_meanwhile) {
  add_made_up(30);
  Query query;
  query.limit = 5;
  const auto first = Searcher(connection()).search(query);
  const std::vector<std::string> before = all_pages(query);
  query.cursor = first->next.value_or("");
  auto newer = database::article("new", "A new day.", {}, {{"", "A new day"}});
  newer.facts.published = "2022-01-01";
  add({newer});
  const std::vector<std::string> rest = all_pages(query);
  EXPECT_EQ(rest, std::vector<std::string>(before.begin() + 5, before.end()));
}

TEST_F(SearcherTest, highlights_are_the_words_that_were_found) {
  add({database::article("a", "We own Café-bars, cafés and the old CAFE. Yes.", {},
                         {{"", "We own Café-bars, cafés and the old CAFE"}})});
  const auto marked = [this](const std::string& words) {
    std::string out;
    const auto answer = Searcher(connection()).search({.words = words});
    for (const Hit& hit : answer->hits) {
      for (const Span span : hit.highlights)
        out += "[" + hit.text.substr(span.start, span.end - span.start) + "]";
    }
    return out;
  };
  EXPECT_EQ(marked("cafe"), "[Café][CAFE]");
  EXPECT_EQ(marked("caf*"), "[Café][cafés][CAFE]");
  EXPECT_EQ(marked("\"cafe bars\" old"), "[Café-bars][old]");
  EXPECT_EQ(marked("café-bars"), "[Café-bars]");
}

TEST_F(SearcherTest, what_cannot_be_asked_is_told_with_its_code) {
  add_made_up(2);
  EXPECT_EQ(failure({.words = "\"a"}).substr(0, 15), "query_malformed");
  EXPECT_EQ(failure({.words = "?!"}).substr(0, 15), "query_malformed");
  EXPECT_EQ(failure({.speaker = "Nobody Known"}).substr(0, 14), "person_unknown");
  EXPECT_EQ(failure({.outlet = "No Paper"}).substr(0, 13), "not_in_record");
  EXPECT_EQ(failure({.since = "2021-02-30"}).substr(0, 15), "query_malformed");
  EXPECT_EQ(failure({.until = "yesterday"}).substr(0, 15), "query_malformed");
  EXPECT_EQ(failure({.limit = 0}).substr(0, 14), "invalid_option");
  EXPECT_EQ(failure({.cursor = "n.zz"}).substr(0, 15), "query_malformed");
  EXPECT_EQ(failure({.words = "a*b NEAR(x) ^y -NOT"}), "");
}

TEST_F(SearcherTest, json_tells_how_the_query_was_understood) {
  add_made_up(40);
  Query query;
  query.words = "harbour";
  query.speaker = "day";
  query.until = "2021";
  const auto answer = Searcher(connection()).search(query);
  ASSERT_TRUE(answer);
  const std::string json = to_json(*answer);
  EXPECT_EQ(json.substr(0, json.find(",\"hits\"")),
            R"({"query":{"words":"harbour","speaker":{"identity":)" +
                std::to_string(answer->query.speaker[0].identity) +
                R"(,"name":"José Day","type":"person"},"about":null,"to":null,"outlet":null,)"
                R"("act":null,"kind":null,"since":null,"until":"2021-12-31","sort":"newest"})");
}

}  // namespace
}  // namespace quoth::search
