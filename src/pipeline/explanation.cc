#include "pipeline/explanation.h"

#include <fmt/format.h>

#include <iterator>

namespace quoth::pipeline {
namespace {

using segment::Word;
using segment::WordRange;

constexpr const char* shape_names[] = {"other", "lower",  "capitalised", "upper",
                                       "mixed", "digits", "punctuation"};
constexpr const char* mark_names[] = {"",       "inside",        "opening", "closing",
                                      "nested", "inside_single", "stray"};
constexpr const char* role_names[] = {"source", "cue", "content"};
constexpr const char* name_types[] = {"person", "organization", "place", "misc"};
constexpr const char* origins[] = {"name", "source", "pronoun"};

class Explanation {
 public:
  Explanation(const Document& document, const Stages::Values& values, float least)
      : document_(document), values_(values), least_(least) {}

  std::string write() {
    words();
    anchors();
    names();
    mentions();
    answers();
    entities();
    return std::move(out_);
  }

 private:
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
    out_.push_back('\n');
  }

  std::string slice(Span span) const {
    std::string text(document_.text(span));
    for (char& c : text) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return text;
  }

  std::string slice(WordRange range) const {
    const auto& words = values_.segmented.words;
    return slice(Span{words[range.first].span.start, words[range.end - 1].span.end});
  }

  void words() {
    const segment::SegmentedText& text = values_.segmented;
    line("segment: {} words, {} pieces, {} sentences, {} paragraphs, {} marked ranges",
         text.words.size(), text.pieces.size(), text.sentences.size(), text.paragraphs.size(),
         text.marks.size());
    for (const WordRange sentence : text.sentences) {
      for (std::uint32_t w = sentence.first; w < sentence.end; ++w) {
        const Word& word = text.words[w];
        line("  {:5} {:20} {:12} pieces {:2}  {}", w, slice(word.span),
             shape_names[static_cast<int>(word.shape)], word.piece_count,
             mark_names[static_cast<int>(word.mark)]);
      }
      line("  ----- sentence");
    }
  }

  void anchors() {
    line("tag: {} anchors", values_.tagged.anchors.size());
    for (const tag::TaggedAnchor& anchor : values_.tagged.anchors) {
      line("  {:5} {:20} anchor {:.3f} roles {:.3f} act {} negated {:.3f}", anchor.word,
           slice(WordRange{anchor.word, anchor.word + 1}), anchor.probability,
           anchor.role_probability, name(anchor.act), anchor.negated);
      for (const tag::RoleRange& role : anchor.roles) {
        line("        {:8} {}", role_names[static_cast<int>(role.role)], slice(role.words));
      }
    }
  }

  void names() {
    line("tag: {} names", values_.tagged.names.size());
    for (const tag::TaggedName& tagged : values_.tagged.names) {
      line("  {:5} {:30} {:12} {:.3f}", tagged.words.first, slice(tagged.words),
           name_types[static_cast<int>(tagged.type)], tagged.probability);
    }
  }

  void mentions() {
    line("entities: {} mentions, {} sources", values_.tagged.mentions.size(),
         values_.resolution.sources.size());
    for (const tag::TaggedMention& mention : values_.tagged.mentions) {
      line("  {:5} {:30} {}", mention.words.first, slice(mention.words),
           origins[static_cast<int>(mention.origin)]);
    }
    for (const auto& [range, source] : values_.resolution.sources) {
      const std::string meant = source.entity
                                    ? values_.resolution.entities[source.entity->entity].name
                                    : "nobody that is sure";
      line("  source {:30} = {} ({})", slice(range), meant,
           source.why.empty() ? "unresolved" : source.why);
      for (const EntityReference& candidate : source.candidates) {
        line("           {:.3f} {}", candidate.confidence,
             values_.resolution.entities[candidate.entity].name);
      }
    }
  }

  void answers() {
    line("record: {} quotations", values_.record.quotations.size());
    for (const Quotation& quotation : values_.record.quotations) {
      const std::string speaker =
          quotation.speaker ? values_.record.entities[quotation.speaker->entity].name : "null";
      line("  {} {} by {} confidence {:.3f}{}", name(quotation.kind), name(quotation.act), speaker,
           quotation.confidence, quotation.confidence < least_ ? " (left out)" : "");
      for (const EntityReference& candidate : quotation.candidates) {
        line("    perhaps {} {:.3f}", values_.record.entities[candidate.entity].name,
             candidate.confidence);
      }
      for (const Span span : quotation.content) line("    content {}", slice(span));
      for (const Span span : quotation.cue) line("    cue     {}", slice(span));
      for (const Span span : quotation.source) line("    source  {}", slice(span));
      line("    why     {}", fmt::join(quotation.why, " "));
    }
  }

  void entities() {
    line("entities: {}", values_.record.entities.size());
    for (const Entity& entity : values_.record.entities) {
      line("  {:30} {:12} {} mentions", entity.name, name(entity.type), entity.mentions.size());
    }
  }

  const Document& document_;
  const Stages::Values& values_;
  float least_;
  std::string out_;
};

}  // namespace

std::string explanation_of(const Document& document, const Stages::Values& values, float least) {
  return Explanation(document, values, least).write();
}

}  // namespace quoth::pipeline
