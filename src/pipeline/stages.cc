#include "pipeline/stages.h"

#include <optional>
#include <utility>

#include "attribution/speakers.h"
#include "quotes/quotations.h"

namespace quoth::pipeline {

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
                 .first_names = model_->text("lexicon.first_names")}) {}

Stages::Values Stages::run(std::string_view text, std::string_view title, std::uint8_t annotation,
                           nn::Workspace& workspace) const {
  Values values;
  values.segmented = segmenter_.segment(text);
  values.tagged = tagger_.tag(text, values.segmented, annotation, workspace);
  values.drafts = quotes::make_quotations(text, values.segmented, values.tagged);
  values.resolution = resolver_.resolve(text, values.segmented, values.tagged, title);
  values.record = attribution::attribute(text, values.segmented, values.drafts, values.resolution);
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
