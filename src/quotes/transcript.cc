#include "quotes/transcript.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace quoth::quotes {
namespace {

using segment::Gap;
using segment::Shape;
using segment::WordRange;

constexpr std::uint32_t longest_label = 7;    // In words, full stops included.
constexpr std::uint32_t longest_heading = 8;  // In words.
constexpr std::size_t longest_turn =
    12;  // In paragraphs: what lies farther apart is no conversation.
constexpr std::size_t fewest_turns = 3;
constexpr std::size_t fewest_questions = 2;  // Without a label, where one party alone has one.

/// A turn on its way, with the line that it starts on.
struct Candidate {
  Turn turn;
  std::size_t line = 0;
  bool is_named = false;  // The label is, or holds, a tagged name, or tells the party's part.
  bool behind_question = false;  // The line before ends in a question mark.
};

class TranscriptReader {
 public:
  TranscriptReader(const Context& context, std::span<const tag::TaggedName> names)
      : context_(context), names_(names) {}

  std::vector<Transcript> read() {
    read_lines();
    std::vector<Candidate> run;
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      auto candidate = labelled(k);
      if (!candidate) continue;
      if (!run.empty() && k - run.back().line > longest_turn) finish(run);
      run.push_back(*candidate);
    }
    finish(run);
    return std::move(transcripts_);
  }

 private:
  /// Paragraphs, and within them the lines that start with a label: others may be one line broken to fit a page.
  void read_lines() {
    const auto& words = context_.segmented.words;
    for (const WordRange paragraph : context_.segmented.paragraphs) {
      lines_.push_back(paragraph);
      for (std::uint32_t w = paragraph.first + 1; w < paragraph.end; ++w) {
        if (words[w].gap < Gap::line || !label_of({w, paragraph.end})) continue;
        lines_.back().end = w;
        lines_.push_back({w, paragraph.end});
      }
    }
  }

  std::optional<Turn> label_of(WordRange line) const {
    return context_.word(line.first) == "(" ? bracketed(line) : before_colon(line);
  }

  bool ends_in(WordRange words, std::string_view signs) const {
    std::uint32_t last = words.end - 1;
    if (last > words.first && context_.segmented.words[last].mark == segment::Mark::closing) --last;
    return signs.find(context_.word(last)) != std::string_view::npos;
  }

  bool is_label_word(std::uint32_t w) const {
    const Shape shape = context_.segmented.words[w].shape;
    const std::string_view word = context_.word(w);
    return shape == Shape::capitalised || shape == Shape::upper || shape == Shape::mixed ||
           word == "." || word == "-" || word == "'" || word == "’" || word == "van" ||
           word == "von" || word == "de" || word == "der" || word == "of" || word == "the";
  }

  /// "(AR) Why?"
  std::optional<Turn> bracketed(WordRange line) const {
    std::uint32_t end = line.first + 1;
    while (end < line.end && end - line.first <= 3 && is_label_word(end)) ++end;
    if (end == line.first + 1 || end + 1 >= line.end || context_.word(end) != ")") return {};
    return Turn{{line.first + 1, end}, {end, end}, {end + 1, line.end}};
  }

  /// "ANA RUIZ: Why?", "Q. Why?"
  std::optional<Turn> before_colon(WordRange line) const {
    std::uint32_t end = line.first;
    while (end < line.end && end - line.first < longest_label && is_label_word(end)) ++end;
    const std::string_view first = context_.word(line.first);
    const bool is_part = is_questioner(first) || is_answerer(first);
    const bool before_stop =
        is_part && line.first + 1 < line.end && context_.word(line.first + 1) == ".";
    const bool goes_on = end < line.end && context_.word(end) == ":";  // "A. Ruiz: Why?"
    if (before_stop && !goes_on) end = line.first + 1;
    if (end == line.first || end + 1 >= line.end) return {};
    const bool colon = context_.word(end) == ":";
    if (!colon && !(is_part && context_.word(end) == ".")) return {};
    if (context_.is_punctuation(line.first) || !is_label_word(line.first)) return {};
    return Turn{{line.first, end}, {end, colon ? end + 1 : end}, {end + 1, line.end}};
  }

  std::optional<Candidate> labelled(std::size_t k) const {
    const WordRange line = lines_[k];
    const auto turn = label_of(line);
    if (!turn) return {};
    const std::string_view first = context_.word(turn->label.first);
    const bool has_part = is_questioner(first) || is_answerer(first);
    return Candidate{*turn, k, has_part || holds_name(turn->label),
                     k > 0 && ends_in(lines_[k - 1], "?")};
  }

  bool holds_name(WordRange label) const {
    const auto name = std::lower_bound(
        names_.begin(), names_.end(), label.first,
        [](const tag::TaggedName& n, std::uint32_t w) { return n.words.first < w; });
    return name != names_.end() && name->words.first < label.end &&
           (name->type == tag::NameType::person || name->type == tag::NameType::organization);
  }

  std::string_view text(WordRange words) const {
    const Span span = context_.span(words);
    return context_.text.substr(span.start, span.end - span.start);
  }

  void finish(std::vector<Candidate>& run) {
    std::map<std::string_view, std::size_t> count;
    for (const Candidate& candidate : run) ++count[text(candidate.turn.label)];
    std::erase_if(run, [&](const Candidate& candidate) {
      return !candidate.is_named && count[text(candidate.turn.label)] < 2;
    });
    if (!run.empty()) {
      const bool unlabelled_questions = has_unlabelled_questions(run);
      close_turns(run, unlabelled_questions);
      if (is_talk(run, unlabelled_questions)) keep(run, unlabelled_questions);
    }
    run.clear();
  }

  static bool has_unlabelled_questions(const std::vector<Candidate>& run) {
    const auto behind = std::count_if(run.begin(), run.end(), [](const Candidate& candidate) {
      return candidate.behind_question;
    });
    bool labelled_ask = false;
    for (std::size_t k = 1; k < run.size(); ++k)
      labelled_ask = labelled_ask || (run[k].behind_question && run[k - 1].line + 1 == run[k].line);
    return !labelled_ask && static_cast<std::size_t>(behind) >= fewest_questions;
  }

  bool asks_in_its_line(const Candidate& candidate) const {
    return ends_in(lines_[candidate.line], "?");
  }

  /// Where nearly all that have a label ask, the answers have none: what follows a question is not its asker's.
  bool has_unlabelled_answers(const std::vector<Candidate>& run) const {
    const auto asking = std::count_if(run.begin(), run.end(), [this](const Candidate& candidate) {
      return asks_in_its_line(candidate);
    });
    return 3 * static_cast<std::size_t>(asking) >= 2 * run.size();
  }

  /// Each turn goes on to the next one's label, or to the question before that; the last one to the end of its line. What stands like a
  /// heading at a turn's end is none of it.
  void close_turns(std::vector<Candidate>& run, bool unlabelled_questions) const {
    const bool unlabelled_answers = has_unlabelled_answers(run);
    for (std::size_t k = 0; k < run.size(); ++k) {
      std::size_t last = run[k].line;
      if (k + 1 < run.size()) {
        last = run[k + 1].line - 1;
        if (unlabelled_questions && run[k + 1].behind_question && last > run[k].line) --last;
      }
      if (unlabelled_answers && asks_in_its_line(run[k])) last = run[k].line;
      while (last > run[k].line && is_heading(lines_[last])) --last;
      Turn& turn = run[k].turn;
      turn.content.end = lines_[last].end;
      turn.asks = ends_in(turn.content, "?");
    }
  }

  bool is_heading(WordRange line) const {
    return line.end - line.first <= longest_heading && !context_.is_punctuation(line.end - 1);
  }

  bool is_talk(const std::vector<Candidate>& run, bool unlabelled_questions) const {
    const std::string_view first = text(run.front().turn.label);
    std::size_t others = 0, asking = 0, named = 0, sentences = 0;
    for (const Candidate& candidate : run) {
      others += text(candidate.turn.label) != first ? 1U : 0U;
      asking += candidate.turn.asks ? 1U : 0U;
      named += candidate.is_named ? 1U : 0U;
      sentences += ends_in(candidate.turn.content, ".?!…—-)”\"") ? 1U : 0U;
    }
    const bool asked = asking > 0 || unlabelled_questions;
    if (2 * sentences < run.size() && !(asked && named > 0)) return false;
    if (unlabelled_questions) return named > 0 || others == 0;
    const bool answered = run.size() == 2 && run.front().turn.asks && named == 2;
    return others > 0 && (run.size() >= fewest_turns || answered) &&
           (asking > 0 || named == run.size());
  }

  void keep(const std::vector<Candidate>& run, bool unlabelled_questions) {
    Transcript transcript;
    for (std::size_t k = 0; k < run.size(); ++k) {
      const bool asked = unlabelled_questions && run[k].behind_question &&
                         (k == 0 || run[k - 1].line + 1 < run[k].line);
      if (asked) {
        const WordRange question = lines_[run[k].line - 1];
        transcript.push_back(
            {{question.first, question.first}, {question.first, question.first}, question, true});
      }
      transcript.push_back(run[k].turn);
    }
    transcripts_.push_back(std::move(transcript));
  }

  const Context& context_;
  std::span<const tag::TaggedName> names_;
  std::vector<WordRange> lines_;
  std::vector<Transcript> transcripts_;
};

}  // namespace

bool is_questioner(std::string_view label) {
  return label == "Q" || label == "Question" || label == "QUESTION";
}

bool is_answerer(std::string_view label) {
  return label == "A" || label == "Answer" || label == "ANSWER";
}

std::vector<Transcript> read_transcripts(const Context& context,
                                         std::span<const tag::TaggedName> names) {
  return TranscriptReader(context, names).read();
}

}  // namespace quoth::quotes
