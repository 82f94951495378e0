#include "pipeline/stages.h"

#include <optional>
#include <utility>

#include "attribution/attribution.h"
#include "quotes/quotations.h"
#include "quotes/turns.h"

namespace quoth::pipeline {
namespace {

/// Reads the clock after each stage, in their order.
class StopWatch {
 public:
  explicit StopWatch(std::array<std::chrono::nanoseconds, Stages::count>& times)
      : next_(times.begin()), last_(Clock::now()) {}

  void stage_done() {
    const Clock::time_point now = Clock::now();
    *next_++ = now - last_;
    last_ = now;
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::array<std::chrono::nanoseconds, Stages::count>::iterator next_;
  Clock::time_point last_;
};

}  // namespace

Result<Stages> Stages::create(std::shared_ptr<const model::Model> model,
                              const nn::Kernels& kernels) {
  segment::SegmenterTables tables;
  tables.vocabulary = model->text("vocabulary");
  tables.ranges = model->integers("normalisation.ranges");
  tables.replaced = model->integers("normalisation.replaced");
  tables.replacement_text = model->text("normalisation.text");
  tables.abbreviations = model->text("lexicon.abbreviations");
  auto segmenter = segment::Segmenter::create(tables);
  if (!segmenter) {
    return Error{segmenter.error().code,
                 std::string(model->file_name()) + ": " + segmenter.error().message};
  }
  return Stages(std::move(model), *std::move(segmenter), kernels);
}

Stages::Stages(std::shared_ptr<const model::Model> model, segment::Segmenter segmenter,
               const nn::Kernels& kernels)
    : model_(std::move(model)),
      segmenter_(std::move(segmenter)),
      tagger_(model_, kernels),
      resolver_({.features = model_->floats("mention.features"),
                 .pronouns = model_->text("lexicon.pronouns"),
                 .first_names = model_->text("lexicon.first_names")}) {
  if (model_->config().subject_width > 0)
    subjects_.emplace(attribution::SubjectHead::tables_of(*model_));
}

Stages::Values Stages::run(std::string_view text, const DocumentFacts& facts,
                           std::uint8_t annotation, nn::Workspace& workspace,
                           const std::stop_token& stop) const {
  Values values;
  StopWatch watch(values.times);
  values.segmented = segmenter_.segment(text);
  watch.stage_done();
  values.tagged = tagger_.tag(text, values.segmented, annotation, workspace, stop);
  watch.stage_done();
  if (stop.stop_requested()) return values;  // The network takes nearly all of the time.
  quotes::add_turns(text, values.segmented, {}, values.tagged);
  values.drafts = quotes::make_quotations(text, values.segmented, values.tagged);
  watch.stage_done();
  values.resolution =
      resolver_.resolve(text, values.segmented, values.tagged, facts.title.value_or(""));
  watch.stage_done();
  values.record = attribution::attribute(text, values.segmented, values.drafts, values.resolution,
                                         facts.published.value_or(""));
  if (subjects_) {
    subjects_->choose({text, values.segmented}, values.drafts, values.tagged.subject_vectors,
                      facts.title.value_or(""), values.record);
  }
  values.evidence = attribution::evidence_of({text, values.segmented}, values.drafts, values.record,
                                             model_->config().annotations[annotation]);
  watch.stage_done();
  return values;
}

void keep_certain(Record& record, float least) {
  std::vector<std::optional<std::size_t>> place(record.quotations.size());
  std::vector<Quotation> kept;
  for (std::size_t k = 0; k < record.quotations.size(); ++k) {
    if (record.quotations[k].confidence < least) continue;
    place[k] = kept.size();
    kept.push_back(std::move(record.quotations[k]));
  }
  for (Quotation& quotation : kept) {
    if (quotation.parent) quotation.parent = place[*quotation.parent];
  }
  record.quotations = std::move(kept);
}

}  // namespace quoth::pipeline
