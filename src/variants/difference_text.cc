#include "variants/difference_text.h"

#include <algorithm>
#include <string_view>

namespace quoth::variants {
namespace {

struct Part {
  WordRange range;
  Edit::Kind kind;
};

std::vector<DifferencePiece> pieces(const Words& words, std::vector<Part> parts) {
  std::erase_if(parts, [](const Part& part) { return part.range.empty(); });
  std::sort(parts.begin(), parts.end(),
            [](const Part& x, const Part& y) { return x.range.first < y.range.first; });
  std::vector<DifferencePiece> made;
  std::size_t start = 0;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const std::size_t end =
        k + 1 < parts.size() ? words[parts[k + 1].range.first].span.start : words.content().size();
    made.push_back({parts[k].kind, std::string(words.content().substr(start, end - start))});
    start = end;
  }
  return made;
}

/// The signs go around the words, not around the spaces behind them.
void append_marked(std::string& out, const DifferencePiece& piece, std::string_view open,
                   std::string_view close) {
  const std::size_t last = piece.text.find_last_not_of(" \n");
  const std::size_t end = last == std::string::npos ? piece.text.size() : last + 1;
  out += open;
  out += piece.text.substr(0, end);
  out += close;
  out += piece.text.substr(end);
}

std::string line(const std::vector<DifferencePiece>& pieces, std::string_view open,
                 std::string_view close) {
  std::string out;
  for (const DifferencePiece& piece : pieces) {
    if (piece.kind == Edit::Kind::kept) {
      out += piece.text;
    } else if (piece.kind == Edit::Kind::moved) {
      append_marked(out, piece, "~", "~");
    } else {
      append_marked(out, piece, open, close);
    }
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out + '\n';
}

}  // namespace

DifferencePieces difference_pieces(const Words& a, const Words& b, const Alignment& alignment) {
  std::vector<Part> of_a, of_b;
  for (const Edit& edit : alignment.edits) {
    of_a.push_back({edit.a, edit.kind});
    of_b.push_back({edit.b, edit.kind});
  }
  return {pieces(a, std::move(of_a)), pieces(b, std::move(of_b))};
}

std::string difference_text(const Words& a, const Words& b, const Alignment& alignment) {
  const DifferencePieces both = difference_pieces(a, b, alignment);
  return line(both.a, "[-", "-]") + line(both.b, "{+", "+}");
}

}  // namespace quoth::variants
