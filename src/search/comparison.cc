#include "search/comparison.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "search/article_texts.h"
#include "search/hit.h"
#include "variants/content.h"
#include "variants/utterance.h"
#include "variants/words.h"

namespace quoth::search {
namespace {

using variants::Edit;
using variants::WordRange;
using variants::Words;

/// Where the text of an edit begins. The later words of a contraction have no letters of their own: what happens to "not" happens to all of "don't".
std::size_t start_of(const Words& words, WordRange range, bool is_kept) {
  std::size_t word = range.first;
  if (!is_kept) {
    while (word > 0 && words[word].span.start == words[word].span.end &&
           words[word - 1].span.end == words[word].span.start)
      --word;
  }
  return words[word].span.start;
}

/// Cuts one side at the edits: each gets its words and what stands behind them, so that nothing of the text is lost.
void cut(const std::string& whole, const Words& words, const std::vector<Edit>& edits,
         WordRange Edit::* side, std::string ComparedEdit::* text, std::vector<ComparedEdit>& out) {
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < edits.size(); ++k) {
    if (!(edits[k].*side).empty()) order.push_back(k);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return (edits[x].*side).first < (edits[y].*side).first;
  });
  std::size_t start = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    std::size_t end = whole.size();
    if (k + 1 < order.size()) {
      const Edit& next = edits[order[k + 1]];
      end = std::max(start, start_of(words, next.*side, next.kind == Edit::Kind::kept));
    }
    out[order[k]].*text = whole.substr(start, end - start);
    start = end;
  }
}

/// A rendering as variants/ compares it.
struct Read {
  explicit Read(const Rendering& rendering) : text(rendering.text) {
    std::vector<Span> spans;
    std::uint32_t start = 0;
    for (const std::size_t at : rendering.breaks) {
      spans.push_back({start, static_cast<std::uint32_t>(at)});
      start = static_cast<std::uint32_t>(at + between_spans.size());
      // Of one length, so that places in it are places in the rendering's text.
      text.replace(at, between_spans.size(), between_spans.size(), ' ');
      text[at] = '\n';
    }
    spans.push_back({start, static_cast<std::uint32_t>(text.size())});
    variants::append_content(rendering.text, spans, content);
    words.read(text);
    utterance = {content, rendering.kind, {rendering.speaker, rendering.speaker_type}};
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  std::string text, content;
  Words words;
  variants::Utterance utterance;
};

}  // namespace

Rendering rendering_of(const Hit& hit) {
  Rendering rendering{hit.id, hit.text, hit.kind, {}, EntityType::unnamed};
  std::size_t at = 0;
  for (const Span span : hit.content) {
    at += span.end - span.start;
    if (at + between_spans.size() <= hit.text.size()) rendering.breaks.push_back(at);
    at += between_spans.size();
  }
  if (hit.speaker) {
    rendering.speaker = hit.speaker->name;
    rendering.speaker_type = hit.speaker->type;
  }
  return rendering;
}

std::optional<Comparison> compare(const Rendering& a, const Rendering& b) {
  const Read read_a(a), read_b(b);
  const Words& words_a = read_a.words;
  const Words& words_b = read_b.words;
  if (words_a.size() == 0 || words_b.size() == 0) return {};
  variants::Alignment alignment;
  variants::Aligner().align(words_a, words_b, alignment);
  // Between two kept runs the aligner puts what moved first.
  std::stable_sort(alignment.edits.begin(), alignment.edits.end(),
                   [](const Edit& x, const Edit& y) { return x.a.first < y.a.first; });
  const variants::Differences differences =
      variants::classify(read_a.utterance, read_b.utterance, words_a, words_b, alignment);

  Comparison comparison{a, b, differences.severity, {}, {}};
  comparison.edits.resize(alignment.edits.size());
  for (std::size_t k = 0; k < alignment.edits.size(); ++k)
    comparison.edits[k].kind = alignment.edits[k].kind;
  cut(a.text, words_a, alignment.edits, &Edit::a, &ComparedEdit::a, comparison.edits);
  cut(b.text, words_b, alignment.edits, &Edit::b, &ComparedEdit::b, comparison.edits);
  for (const variants::Finding& finding : differences.findings) {
    comparison.classes.push_back(finding.difference);
    if (finding.edit != variants::Finding::whole)
      comparison.edits[finding.edit].classes.push_back(finding.difference);
  }
  // Their numbers rise with what they weigh.
  std::sort(comparison.classes.begin(), comparison.classes.end(), std::greater<>());
  comparison.classes.erase(std::unique(comparison.classes.begin(), comparison.classes.end()),
                           comparison.classes.end());
  return comparison;
}

const char* remark(variants::Severity severity) noexcept {
  switch (severity) {
    case variants::Severity::none:
      return "The words are the same.";
    case variants::Severity::editing:
      return "Ordinary editing, as most differences between renderings are.";
    case variants::Severity::notable:
      return "Other words, or another order, in what both give as the very words; it need not "
             "change the meaning.";
    case variants::Severity::grave:
      return "What differs can change the meaning: compare both with their sources.";
  }
  return "";
}

const char* name(variants::Edit::Kind kind) noexcept {
  switch (kind) {
    case Edit::Kind::kept:
      return "kept";
    case Edit::Kind::inserted:
      return "inserted";
    case Edit::Kind::deleted:
      return "deleted";
    case Edit::Kind::replaced:
      return "replaced";
    case Edit::Kind::moved:
      return "moved";
  }
  return "";
}

}  // namespace quoth::search
