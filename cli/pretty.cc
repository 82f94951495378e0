#include "cli/pretty.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "cli/terminal.h"
#include "text/utf8.h"

namespace quoth::cli {
namespace {

/// 256-colour codes that read on dark and on light ground, for one speaker after the other.
constexpr std::array<int, 8> palette = {33, 166, 35, 133, 136, 37, 125, 64};
constexpr int grey = 245;  // Nobody is named.

constexpr const char* reset = "\x1b[0m";

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::starts_sequence));
}

/// Speakers' colours, in order of their first quotation.
class Colors {
 public:
  explicit Colors(const Record& record) {
    for (const Quotation& quotation : record.quotations) {
      if (quotation.speaker)
        colors_.emplace(quotation.speaker->entity, palette[colors_.size() % palette.size()]);
    }
  }
  int of(const Quotation& quotation) const {
    return quotation.speaker ? colors_.at(quotation.speaker->entity) : grey;
  }

 private:
  std::map<std::size_t, int> colors_;
};

/// How one byte of the article looks.
struct Look {
  int color = 0;  // 0: plain.
  bool bold = false;
  bool underlined = false;
  bool operator==(const Look&) const = default;
};

std::string escape_of(const Look& look) {
  std::string code = reset;
  if (look.color != 0) code += fmt::format("\x1b[38;5;{}m", look.color);
  if (look.bold) code += "\x1b[1m";
  if (look.underlined) code += "\x1b[4m";
  return code;
}

/// The article, wrapped, with its looks or its numbered brackets.
class Article {
 public:
  Article(const Document& document, const Record& record, const Colors& colors,
          const PrettyStyle& style)
      : text_(document.text()), style_(style), looks_(text_.size()), before_(text_.size() + 1) {
    for (std::size_t k = 0; k < record.quotations.size(); ++k) {
      const Quotation& quotation = record.quotations[k];
      for (const Span span : quotation.content) mark_content(span, colors.of(quotation), k + 1);
    }
    for (const Quotation& quotation : record.quotations) {
      each(quotation.cue, [](Look& look) { look.bold = true; });
      each(quotation.source, [](Look& look) { look.underlined = true; });
    }
  }

  std::string write() {
    for (std::size_t at = 0; at <= text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      paragraph(at, end);
      at = end + 1;
    }
    return std::move(out_);
  }

 private:
  void mark_content(Span span, int color, std::size_t number) {
    for (std::uint32_t b = span.start; b < span.end; ++b) looks_[b].color = color;
    if (style_.color) return;
    before_[span.start] += fmt::format("[{}]", number);
    before_[span.end] = fmt::format("[/{}]", number) + before_[span.end];
  }

  template <typename Change>
  void each(const std::vector<Span>& spans, Change change) {
    for (const Span span : spans) {
      for (std::uint32_t b = span.start; b < span.end; ++b) change(looks_[b]);
    }
  }

  void paragraph(std::size_t at, std::size_t end) {
    std::size_t column = 0;
    while (at < end) {
      const std::size_t stop = std::min(text_.find(' ', at), end);
      const std::string_view word = text_.substr(at, stop - at);
      const std::size_t width = columns_of(word) + columns_of_brackets(at, stop);
      if (column > 0 && column + 1 + width > style_.width) {
        change_look({});
        out_ += '\n';
        column = 0;
      } else if (column > 0) {
        change_look(looks_[at - 1]);
        out_ += ' ';
        ++column;
      }
      put(at, stop);
      column += width;
      at = stop + 1;
    }
    change_look({});
    if (end < before_.size()) out_ += before_[end];
    out_ += '\n';
  }

  std::size_t columns_of_brackets(std::size_t at, std::size_t stop) const {
    std::size_t columns = 0;
    for (std::size_t b = at; b <= stop; ++b) columns += before_[b].size();
    return columns;
  }

  void put(std::size_t at, std::size_t stop) {
    for (std::size_t b = at; b < stop; ++b) {
      out_ += before_[b];
      change_look(looks_[b]);
      // The rest of a command's bytes are left out with its first.
      if (text::starts_sequence(text_[b])) passed_over_ = b + command_size(text_, b);
      if (b >= passed_over_) out_ += text_[b];
    }
    if (stop < text_.size() && text_[stop] == ' ' && before_[stop].starts_with("[/")) {
      out_ += before_[stop];
      before_[stop].clear();
    }
  }

  void change_look(const Look& look) {
    if (!style_.color || look == look_) return;
    out_ += escape_of(look);
    look_ = look;
  }

  std::string_view text_;
  const PrettyStyle& style_;
  std::vector<Look> looks_;
  std::vector<std::string> before_;  // Brackets before a byte; closing ones first.
  std::string out_;
  std::size_t passed_over_ = 0;  // Bytes before this are not shown.
  Look look_;
};

/// At most `width` columns; what is cut off becomes an ellipsis. Line breaks become blanks.
std::string fitted(std::string_view text, std::size_t width, bool pad = true) {
  std::string out;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = text::decode(text, at).size;
    if (columns + 1 == width && at + size < text.size()) {
      out += "…";
      ++columns;
      break;
    }
    if (command_size(text, at) > 0) {
      out += ' ';
    } else {
      out += text.substr(at, size);
    }
    ++columns;
    at += size;
  }
  if (pad && columns < width) out.append(width - columns, ' ');
  return out;
}

class Table {
 public:
  Table(const Document& document, const Record& record, const Colors& colors,
        const PrettyStyle& style)
      : document_(document), record_(record), colors_(colors), style_(style) {
    const std::size_t fixed = number_ + speaker_ + act_ + kind_ + cue_ + to_ + confidence_ + 7;
    words_ = style.width > fixed + 12 ? style.width - fixed : 12;
  }

  std::string write() {
    std::string out = line("", "speaker", "act", "kind", "words", "cue", "to", "sure", "\x1b[1m");
    for (std::size_t k = 0; k < record_.quotations.size(); ++k) out += row(k);
    return out;
  }

 private:
  std::string row(std::size_t index) {
    const Quotation& q = record_.quotations[index];
    std::string words;
    for (const Span span : q.content)
      words.append(words.empty() ? "" : " … ").append(document_.text(span));
    const std::string speaker = q.speaker ? record_.entities[q.speaker->entity].name : "?";
    const std::string to = q.addressee ? record_.entities[q.addressee->entity].name : "";
    const std::string cue = q.cue.empty() ? "" : std::string(document_.text(q.cue.front()));
    const std::string number = (q.parent ? "↳" : "") + std::to_string(index + 1);
    return line(number, speaker, name(q.act), name(q.kind), words, cue, to,
                fmt::format("{:.2f}", q.confidence), fmt::format("\x1b[38;5;{}m", colors_.of(q)));
  }

  std::string line(std::string_view number, std::string_view speaker, std::string_view act,
                   std::string_view kind, std::string_view words, std::string_view cue,
                   std::string_view to, std::string_view confidence,
                   const std::string& escape) const {
    const std::string name_cell = fitted(speaker, speaker_);
    return fmt::format("{} {}{}{} {} {} {} {} {} {}\n", fitted(number, number_),
                       style_.color ? escape : "", name_cell, style_.color ? reset : "",
                       fitted(act, act_), fitted(kind, kind_), fitted(words, words_),
                       fitted(cue, cue_), fitted(to, to_), fitted(confidence, confidence_, false));
  }

  const Document& document_;
  const Record& record_;
  const Colors& colors_;
  const PrettyStyle& style_;
  std::size_t number_ = 4, speaker_ = 20, act_ = 7, kind_ = 8, cue_ = 12, to_ = 6, confidence_ = 4,
              words_ = 0;
};

std::string heading(const DocumentFacts& facts, const PrettyStyle& style) {
  std::string title = facts.title.value_or(facts.key);
  if (facts.published) title += "  ·  " + *facts.published;
  title = fitted(title, style.width, false);
  if (style.color) return fmt::format("\x1b[1;7m {} {}\n\n", title, reset);
  return fmt::format("{}\n\n", title);
}

}  // namespace

std::string pretty(const Document& document, const Record& record, const DocumentFacts& facts,
                   const PrettyStyle& style) {
  const Colors colors(record);
  std::string out = heading(facts, style);
  out += Article(document, record, colors, style).write();
  out += '\n';
  out += Table(document, record, colors, style).write();
  out += '\n';
  return out;
}

}  // namespace quoth::cli
