#pragma once

#include <string_view>
#include <vector>

#include "attribution/attribution.h"
#include "entities/resolver.h"
#include "quotes/made_up_text.h"
#include "quotes/quotations.h"
#include "quotes/turns.h"

namespace quoth::attribution {

/// For tests: what all stages after the network make of a made-up text, no pair of mentions being scored above another.
inline Record recorded(const quotes::MadeUpText& text, std::string_view published = {}) {
  static const std::vector<float> no_weights(9 * 16, 0.0F);
  const auto& model = quotes::MadeUpText::model();
  const entities::Resolver resolver(
      {no_weights, model->text("lexicon.pronouns"), model->text("lexicon.first_names")});
  tag::TaggedText tagged = text.tagged();
  quotes::add_turns(text.text(), text.segmented(), {}, tagged);
  return attribute(text.text(), text.segmented(),
                   quotes::make_quotations(text.text(), text.segmented(), tagged),
                   resolver.resolve(text.text(), text.segmented(), tagged, {}), published);
}

}  // namespace quoth::attribution
