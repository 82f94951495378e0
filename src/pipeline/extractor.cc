#include "quoth/extractor.h"

#include <array>
#include <atomic>
#include <optional>
#include <utility>

#include "attribution/pull_quotes.h"
#include "attribution/trust.h"
#include "kb/linker.h"
#include "pipeline/entity_links.h"
#include "pipeline/explanation.h"
#include "pipeline/stages.h"
#include "pipeline/workspace_pool.h"

namespace quoth {

struct Extractor::Impl {
  Impl(pipeline::Stages made, const nn::Kernels& chosen, std::optional<kb::Linker> links,
       const ExtractorOptions& options)
      : stages(std::move(made)),
        trust(stages.model().config()),
        linker(std::move(links)),
        kernels(chosen),
        annotation(static_cast<std::uint8_t>(options.annotation)),
        min_confidence(options.min_confidence < 0.0F ? stages.model().config().min_confidence
                                                     : options.min_confidence),
        min_speaker_confidence(options.min_speaker_confidence < 0.0F
                                   ? stages.model().config().min_speaker_confidence
                                   : options.min_speaker_confidence) {}

  pipeline::Stages::Values run(const Document& document, const DocumentFacts& facts,
                               const std::stop_token& stop = {}) const {
    pipeline::WorkspacePool::Loan loan(workspaces);
    auto values = stages.run(document.text(), facts, annotation, loan.workspace(), stop);
    if (stop.stop_requested()) return values;
    trust.judge(values.evidence, min_speaker_confidence, values.record);
    for (std::size_t k = 0; k < pipeline::Stages::count; ++k) {
      nanoseconds[k].fetch_add(values.times[k].count(), std::memory_order_relaxed);
    }
    return values;
  }

  pipeline::Stages stages;
  attribution::Trust trust;
  std::optional<kb::Linker> linker;
  const nn::Kernels& kernels;
  std::uint8_t annotation;
  float min_confidence;
  float min_speaker_confidence;
  mutable pipeline::WorkspacePool workspaces;
  mutable std::array<std::atomic<std::int64_t>, pipeline::Stages::count> nanoseconds{};
};

Extractor::Extractor(std::unique_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::load(std::string_view model, const ExtractorOptions& options) {
  for (const auto& [name, share] :
       {std::pair{"min_confidence", options.min_confidence},
        std::pair{"min_speaker_confidence", options.min_speaker_confidence}}) {
    if (share > 1.0F) {
      return Error{ErrorCode::invalid_option, std::string(name) + ": above 1; it is a probability"};
    }
  }
  const nn::Kernels* kernels = nn::find_kernels(options.kernel);
  if (kernels == nullptr) {
    std::string known;
    for (const std::string_view name : nn::available_kernels()) known.append(" ").append(name);
    return Error{ErrorCode::kernel_unavailable,
                 "kernel '" + options.kernel +
                     "': unknown, or this processor has it not; it has: auto" + known};
  }
  const auto path = model::locate(model);
  if (!path) return path.error();
  auto weights = model::Model::read(*path);
  if (!weights) return weights.error();
  auto stages = pipeline::Stages::create(*std::move(weights), *kernels);
  if (!stages) return stages.error();
  std::optional<kb::Linker> linker;
  if (!options.knowledge_base.empty()) {
    auto base = kb::KnowledgeBase::read(options.knowledge_base);
    if (!base) return base.error();
    linker.emplace(*std::move(base));
  }
  return Extractor(
      std::make_unique<const Impl>(*std::move(stages), *kernels, std::move(linker), options));
}

Record Extractor::extract(const Document& document, const DocumentFacts& facts,
                          const std::stop_token& stop) const {
  Record record = std::move(impl_->run(document, facts, stop).record);
  if (stop.stop_requested()) return {};
  pipeline::keep_certain(record, impl_->min_confidence);
  attribution::flag_pull_quotes(facts.pull_quotes, record);
  if (impl_->linker) {
    pipeline::link_entities(*impl_->linker, document.text(),
                            facts.published.value_or(record.published), record);
  }
  return record;
}

std::string Extractor::explain(const Document& document, const DocumentFacts& facts) const {
  return pipeline::explanation_of(document, impl_->run(document, facts), impl_->min_confidence);
}

std::vector<StageTime> Extractor::stage_times() const {
  std::vector<StageTime> times;
  times.reserve(pipeline::Stages::count);
  for (std::size_t k = 0; k < pipeline::Stages::count; ++k) {
    times.push_back({pipeline::Stages::names[k], std::chrono::nanoseconds(impl_->nanoseconds[k])});
  }
  return times;
}

std::string_view Extractor::model_name() const noexcept {
  return impl_->stages.model().file_name();
}
std::string_view Extractor::model_sha256() const noexcept { return impl_->stages.model().sha256(); }
std::string_view Extractor::kernel_name() const noexcept { return nn::kernel_name(impl_->kernels); }

}  // namespace quoth
