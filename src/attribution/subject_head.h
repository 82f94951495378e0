#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "attribution/subject_candidates.h"
#include "model/model.h"
#include "quoth/record.h"
#include "tag/tagged_text.h"

namespace quoth::attribution {

/// Tells whom the contents of quotations are about: weighs each candidate (subject_candidates.h) by its features and by the word vectors of the
/// anchor, the content and the mention (docs/formats/model.md, Subjects). Immutable, thread-safe; the model is borrowed and must outlive it.
class SubjectHead {
 public:
  /// As docs/formats/model.md has them.
  struct Tables {
    std::size_t width = 0;           ///< Of a word's vector.
    std::span<const float> weights;  ///< [subject_features + 5 · width, hidden]
    std::span<const float> bias;     ///< [hidden]
    std::span<const float> output;   ///< [hidden + 1], the bias last.
    float least = 0.5F,
          further_least = 0.5F;  ///< Probabilities of the first and of further answers.
  };
  explicit SubjectHead(const Tables& tables) : tables_(tables) {}
  /// REQUIRES: the model has the head: `subject_width` of its configuration is above 0.
  static Tables tables_of(const model::Model& model);

  /// Sets `about` of all quotations of a record to the most probable candidates, best first, at most three; Quotation::why tells it as
  /// "head:about" where there is one. REQUIRES: `drafts` are those that the record was made from, in its order; `vectors` are
  /// TaggedText::subject_vectors of the document.
  void choose(const quotes::Context& context, const std::vector<quotes::Draft>& drafts,
              std::span<const float> vectors, std::string_view title, Record& record) const;

  /// What one candidate is weighed by; each vector has `width` values.
  struct Evidence {
    std::span<const float> features, anchor, content, mention;
  };
  /// One a thread.
  struct Buffers {
    std::vector<float> hidden, product;
  };
  /// What all candidates of a quotation share of the hidden layer.
  void start(std::span<const float> anchor, std::span<const float> content,
             std::vector<float>& shared) const;
  /// The logarithm of the odds that the content is about the candidate. REQUIRES: `shared` is of the same anchor and content.
  float score(const std::vector<float>& shared, const Evidence& evidence, Buffers& buffers) const;

 private:
  /// Adds each input times its row of the weights, from row `first` on.
  void add_rows(std::span<const float> inputs, std::size_t first, std::vector<float>& hidden) const;

  Tables tables_;
};

}  // namespace quoth::attribution
