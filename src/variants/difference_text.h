#pragma once

#include <string>
#include <vector>

#include "variants/alignment.h"
#include "variants/words.h"

namespace quoth::variants {

/// A piece of a rendering as written, with the spaces and signs behind its last word.
struct DifferencePiece {
  Edit::Kind kind = Edit::Kind::kept;
  std::string text;
};

/// Two renderings cut at the edits, each in its own order, for showing with the caller's colours: `a` has kept, deleted, replaced and moved pieces,
/// `b` kept, inserted, replaced and moved ones. The pieces of each make up its content.
struct DifferencePieces {
  std::vector<DifferencePiece> a, b;
};

DifferencePieces difference_pieces(const Words& a, const Words& b, const Alignment& alignment);

/// The same in two lines without colours: [-deleted-], {+inserted+}, replaced [-in a-] {+in b+}, moved ~words~.
std::string difference_text(const Words& a, const Words& b, const Alignment& alignment);

}  // namespace quoth::variants
