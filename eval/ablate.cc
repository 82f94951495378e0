// quoth_ablate MODEL ARTICLES.jsonl FOLDER: reads lines "NAME<TAB>PART PART …" and writes, for each, the records of the articles without
// these parts to FOLDER/NAME.jsonl. A part is a rule's name, or one of the heads and inputs in `parts` below. The network reads each
// article once. eval/ablate runs it.

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/attribution.h"
#include "attribution/subject_head.h"
#include "base/rule_choice.h"
#include "ingest/input.h"
#include "nn/kernels.h"
#include "nn/workspace.h"
#include "pipeline/stages.h"
#include "quotes/quotations.h"
#include "quotes/turns.h"
#include "quoth/record.h"

namespace {

using namespace quoth;

/// What is left of the network's answer, of the input and of the record without a part that is no rule.
struct Run {
  tag::TaggedText tagged;
  DocumentFacts facts;
  Record record;
};

void drop_circumstances(Run& run) {
  for (tag::TaggedAnchor& anchor : run.tagged.anchors) anchor.circumstances.clear();
}

void drop_names(Run& run) {
  run.tagged.names.clear();
  std::erase_if(run.tagged.mentions, [](const tag::TaggedMention& mention) {
    return mention.origin == tag::TaggedMention::Origin::name;
  });
}

void drop_acts(Run& run) {
  for (tag::TaggedAnchor& anchor : run.tagged.anchors) anchor.act = Quotation::Act::say;
}

void drop_negation(Run& run) {
  for (tag::TaggedAnchor& anchor : run.tagged.anchors) anchor.negated = 0.0F;
}

void drop_title(Run& run) { run.facts.title.reset(); }
void drop_published(Run& run) { run.facts.published.reset(); }

void drop_dates(Run& run) {
  for (Quotation& quotation : run.record.quotations) {
    if (quotation.when) quotation.when->date.clear();
  }
}

struct Part {
  std::string_view name;
  void (*before)(Run&);  // The stages after the network.
  void (*after)(Run&);
};

constexpr std::array<Part, 7> parts{{{"head:circumstances", &drop_circumstances, nullptr},
                                     {"head:names", &drop_names, nullptr},
                                     {"head:act", &drop_acts, nullptr},
                                     {"head:negated", &drop_negation, nullptr},
                                     {"input:title", &drop_title, nullptr},
                                     {"input:published", &drop_published, nullptr},
                                     {"dates", nullptr, &drop_dates}}};

/// One line of the input: what is left out, and where the records go.
class Ablation {
 public:
  Ablation(const std::string& line, const std::string& folder, const model::Model& model)
      : line_(line), out_(folder + "/" + line.substr(0, line.find('\t')) + ".jsonl") {
    std::istringstream words(line_.substr(line_.find('\t') + 1));
    for (std::string word; words >> word;) left_out_.push_back(word);
    rules_ = base::RuleChoice({left_out_.begin(), left_out_.end()});
    resolver_ = std::make_unique<entities::Resolver>(
        entities::Resolver::Tables{.features = model.floats("mention.features"),
                                   .pronouns = model.text("lexicon.pronouns"),
                                   .first_names = model.text("lexicon.first_names"),
                                   .rules = rules_});
    if (model.config().subject_width > 0)
      subjects_.emplace(attribution::SubjectHead::tables_of(model));
    least_ = model.config().min_confidence;
  }

  void write(const Document& document, const pipeline::Stages::Values& values,
             const DocumentFacts& facts, const EngineFacts& engine) {
    Run run{values.tagged, facts, {}};
    for (const Part& part : parts) {
      if (part.before != nullptr && !rules_.has(part.name)) part.before(run);
    }
    const std::string_view text = document.text();
    quotes::add_turns(text, values.segmented, rules_, run.tagged);
    const auto drafts = quotes::make_quotations(text, values.segmented, run.tagged, rules_);
    auto resolution =
        resolver_->resolve(text, values.segmented, run.tagged, run.facts.title.value_or(""));
    run.record = attribution::attribute(text, values.segmented, drafts, std::move(resolution),
                                        run.facts.published.value_or(""), rules_);
    if (subjects_ && rules_.has("head:about")) {
      subjects_->choose({text, values.segmented}, drafts, run.tagged.subject_vectors,
                        run.facts.title.value_or(""), run.record);
    }
    for (const Part& part : parts) {
      if (part.after != nullptr && !rules_.has(part.name)) part.after(run);
    }
    pipeline::keep_certain(run.record, least_);
    out_ << to_json(document, run.record, run.facts, engine) << '\n';
  }

 private:
  std::string line_;
  std::ofstream out_;
  std::vector<std::string> left_out_;
  base::RuleChoice rules_;
  std::unique_ptr<entities::Resolver> resolver_;
  std::optional<attribution::SubjectHead> subjects_;
  float least_ = 0.0F;
};

int complain(const Error& error) {
  std::cerr << error.message << '\n';
  return 2;
}

int run(const char* weights, const char* articles, const char* folder) {
  auto path = model::locate(weights);
  if (!path) return complain(path.error());
  auto model = model::Model::read(*path);
  if (!model) return complain(model.error());
  auto stages = pipeline::Stages::create(*std::move(model), *nn::find_kernels("auto"));
  if (!stages) return complain(stages.error());

  std::vector<std::unique_ptr<Ablation>> ablations;
  for (std::string line; std::getline(std::cin, line);)
    ablations.push_back(std::make_unique<Ablation>(line, folder, stages->model()));
  const EngineFacts engine{"ablation", std::string(stages->model().file_name()),
                           std::string(stages->model().sha256())};
  ingest::InputOptions options;
  options.published_field = "date";
  ingest::Input input(articles, options);
  nn::Workspace workspace;
  for (auto next = input.next(); next; next = input.next()) {
    if (!*next) return complain(next->error());
    const ingest::Item& item = **next;
    const auto values = stages->run(item.document.text(), item.facts, 0, workspace);
    for (const auto& ablation : ablations)
      ablation->write(item.document, values, item.facts, engine);
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: quoth_ablate MODEL ARTICLES.jsonl FOLDER < what to leave out\n";
    return 2;
  }
  return run(arguments[1], arguments[2], arguments[3]);
}
