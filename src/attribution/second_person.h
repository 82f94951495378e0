#pragma once

#include <cstddef>
#include <vector>

#include "quotes/draft.h"
#include "quoth/quotation.h"

namespace quoth::attribution {

/// Whom the words of a quotation speak to, as far as they tell it themselves. Made for one document; borrows nothing.
class SecondPerson {
 public:
  explicit SecondPerson(const std::vector<Entity>& entities);

  /// A person called by name in direct speech is its addressee, where none is known: a name right after "you" ("I love you John"), or
  /// one that opens the words, before a comma ("John, will you …", "So John, I …"). In Quotation::why as "addressee:vocative".
  void find_addressee(const quotes::Context& context, quotes::Draft& draft) const;

  /// A content that says "you" or "your" is also about its addressee, if that is a person: so in 14 of 28 labels of the Wikinews gold.
  void add_subject(const quotes::Context& context, quotes::Draft& draft) const;

 private:
  struct NamedPerson {
    Span span;
    std::size_t entity;
  };
  std::vector<NamedPerson> names_;  ///< By where they start.
  std::vector<bool> is_person_;     ///< By entity.
};

}  // namespace quoth::attribution
