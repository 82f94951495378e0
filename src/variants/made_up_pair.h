#pragma once

#include <string>
#include <string_view>

#include "variants/alignment.h"
#include "variants/difference_classes.h"

namespace quoth::variants {

/// For tests: two contents read, aligned and classified.
struct MadeUpPair {
  MadeUpPair(std::string_view content_a, std::string_view content_b,
             Quotation::Kind kind_a = Quotation::Kind::direct,
             Quotation::Kind kind_b = Quotation::Kind::direct)
      : MadeUpPair(Utterance{content_a, kind_a}, Utterance{content_b, kind_b}) {}
  MadeUpPair(const Utterance& of_a, const Utterance& of_b) : a(of_a), b(of_b) {
    words_a.read(a.content);
    words_b.read(b.content);
    Aligner().align(words_a, words_b, alignment);
    differences = classify(a, b, words_a, words_b, alignment);
  }

  Utterance a, b;
  Words words_a, words_b;
  Alignment alignment;
  Differences differences;
};

}  // namespace quoth::variants
