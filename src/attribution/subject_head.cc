#include "attribution/subject_head.h"

#include <algorithm>
#include <utility>

#include "nn/probability.h"

namespace quoth::attribution {
namespace {

using quotes::Context;
using quotes::Draft;
using segment::WordRange;

constexpr std::size_t most_subjects = 3;

/// The first word of what hangs a quotation in its text.
std::uint32_t anchor_of(const Draft& draft) {
  if (!draft.cue.empty()) return draft.cue.front().first;
  return draft.source.empty() ? draft.content.front().first : draft.source.front().first;
}

/// Word vectors of one document.
class Vectors {
 public:
  Vectors(std::span<const float> values, std::size_t width) : values_(values), width_(width) {}

  std::span<const float> of(std::uint32_t word) const {
    return values_.subspan(word * width_, width_);
  }

  /// The mean of all words of the ranges.
  void mean(const std::vector<WordRange>& ranges, std::vector<float>& out) const {
    out.assign(width_, 0.0F);
    float count = 0.0F;
    for (const WordRange range : ranges) {
      for (std::uint32_t w = range.first; w < range.end; ++w, ++count) add(w, out);
    }
    for (float& value : out) value /= count;
  }

  /// The mean of the first word and the last.
  void mean_of_ends(WordRange words, std::vector<float>& out) const {
    out.assign(width_, 0.0F);
    add(words.first, out);
    add(words.end - 1, out);
    for (float& value : out) value /= 2.0F;
  }

 private:
  void add(std::uint32_t word, std::vector<float>& out) const {
    const auto vector = of(word);
    for (std::size_t k = 0; k < width_; ++k) out[k] += vector[k];
  }

  std::span<const float> values_;
  std::size_t width_;
};

}  // namespace

SubjectHead::Tables SubjectHead::tables_of(const model::Model& model) {
  const model::Config& config = model.config();
  return {.width = config.subject_width,
          .weights = model.floats("subjects.hidden.weight"),
          .bias = model.floats("subjects.hidden.bias"),
          .output = model.floats("subjects.output"),
          .least = config.subject_least,
          .further_least = config.further_subject_least};
}

void SubjectHead::add_rows(std::span<const float> inputs, std::size_t first,
                           std::vector<float>& hidden) const {
  const std::size_t size = tables_.bias.size();
  const float* row = tables_.weights.data() + first * size;
  for (const float input : inputs) {
    if (input != 0.0F) {  // Most features are.
      for (std::size_t k = 0; k < size; ++k) hidden[k] += input * row[k];
    }
    row += size;
  }
}

void SubjectHead::start(std::span<const float> anchor, std::span<const float> content,
                        std::vector<float>& shared) const {
  shared.assign(tables_.bias.begin(), tables_.bias.end());
  add_rows(anchor, subject_features, shared);
  add_rows(content, subject_features + tables_.width, shared);
}

float SubjectHead::score(const std::vector<float>& shared, const Evidence& evidence,
                         Buffers& buffers) const {
  const std::size_t width = tables_.width, mention = subject_features + 2 * width;
  auto& [hidden, product] = buffers;
  hidden = shared;
  add_rows(evidence.features, 0, hidden);
  add_rows(evidence.mention, mention, hidden);
  product.resize(width);
  for (std::size_t k = 0; k < width; ++k) product[k] = evidence.anchor[k] * evidence.mention[k];
  add_rows(product, mention + width, hidden);
  for (std::size_t k = 0; k < width; ++k) product[k] = evidence.content[k] * evidence.mention[k];
  add_rows(product, mention + 2 * width, hidden);
  const std::size_t size = tables_.bias.size();
  float score = tables_.output[size];
  for (std::size_t k = 0; k < size; ++k) score += std::max(hidden[k], 0.0F) * tables_.output[k];
  return score;
}

void SubjectHead::choose(const Context& context, const std::vector<Draft>& drafts,
                         std::span<const float> vectors, std::string_view title,
                         Record& record) const {
  const SubjectCandidates candidates(context, record.entities, title);
  const Vectors words(vectors, tables_.width);
  std::vector<float> content, mention, shared;
  Buffers buffers;
  std::vector<EntityReference> found;
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    Quotation& quotation = record.quotations[index];
    words.mean(drafts[index].content, content);
    const auto anchor = words.of(anchor_of(drafts[index]));
    start(anchor, content, shared);
    found.clear();
    for (const SubjectCandidate& candidate : candidates.of(drafts, quotation, index)) {
      words.mean_of_ends(candidate.mention, mention);
      const float odds = score(shared, {candidate.features, anchor, content, mention}, buffers);
      found.push_back({candidate.entity, nn::sigmoid(odds)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const EntityReference& a, const EntityReference& b) {
                       return a.confidence > b.confidence;
                     });
    quotation.about.clear();
    for (const EntityReference& subject : found) {
      const float least = quotation.about.empty() ? tables_.least : tables_.further_least;
      if (subject.confidence < least || quotation.about.size() == most_subjects) break;
      quotation.about.push_back(subject);
    }
    if (!quotation.about.empty()) quotation.why.emplace_back("head:about");
  }
}

}  // namespace quoth::attribution
