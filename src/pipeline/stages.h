#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "attribution/evidence.h"
#include "attribution/subject_head.h"
#include "entities/resolver.h"
#include "model/model.h"
#include "nn/kernels.h"
#include "quotes/draft.h"
#include "quoth/record.h"
#include "segment/segmenter.h"
#include "tag/tagger.h"

namespace quoth::pipeline {

/// The stages of one loaded model, and the only place that knows in which order they run. Immutable, thread-safe.
class Stages {
 public:
  /// Fails with model_corrupt when the model's tables contradict themselves.
  static Result<Stages> create(std::shared_ptr<const model::Model> model,
                               const nn::Kernels& kernels);

  static constexpr std::size_t count = 5;
  static constexpr std::array<std::string_view, count> names = {"segment", "tag", "quotes",
                                                                "entities", "attribution"};

  /// What every stage makes of one text, and how long it takes; explain() shows it, extract() keeps the record, whose confidences
  /// attribution::Trust has yet to calibrate.
  struct Values {
    segment::SegmentedText segmented;
    tag::TaggedText tagged;
    std::vector<quotes::Draft> drafts;
    entities::Resolution resolution;
    Record record;
    std::vector<attribution::Evidence> evidence;  ///< Of each quotation of the record.
    std::array<std::chrono::nanoseconds, count> times{};
  };

  /// Once a stop is requested no further stage runs, and the values are not to be used.
  Values run(std::string_view text, const DocumentFacts& facts, std::uint8_t annotation,
             nn::Workspace& workspace, const std::stop_token& stop = {}) const;

  const model::Model& model() const noexcept { return *model_; }

 private:
  Stages(std::shared_ptr<const model::Model> model, segment::Segmenter segmenter,
         const nn::Kernels& kernels);

  std::shared_ptr<const model::Model> model_;
  segment::Segmenter segmenter_;
  tag::Tagger tagger_;
  entities::Resolver resolver_;
  std::optional<attribution::SubjectHead> subjects_;  ///< Borrows the model.
};

/// Leaves out quotations less certain than `least`; a parent left out becomes empty.
void keep_certain(Record& record, float least);

}  // namespace quoth::pipeline
