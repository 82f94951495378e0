#include "tag/tagger.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "nn/probability.h"
#include "tag/mention_head.h"
#include "tag/pronouns.h"
#include "tag/role_head.h"
#include "tag/role_reader.h"
#include "tag/viterbi.h"
#include "tag/windows.h"

namespace quoth::tag {
namespace {

using segment::SegmentedText;
using segment::Word;
using segment::WordRange;

constexpr std::int32_t classification_piece = 101;  // [CLS]
constexpr std::int32_t separator_piece = 102;       // [SEP]

/// Circumstances are looked for this many words around the words of the attribution: hardly any lies farther off
/// (docs/training.md), and each word read costs as much.
constexpr std::size_t circumstance_reach = 24;

nn::EncoderWeights::Norm norm_of(const model::Model& model, const std::string& name) {
  return {model.floats(name + ".weight"), model.floats(name + ".bias")};
}

nn::EncoderWeights encoder_weights(const model::Model& model) {
  nn::EncoderWeights weights;
  weights.width = model.config().width;
  weights.heads = model.config().heads;
  weights.word = model.matrix("embeddings.word");
  weights.position = model.floats("embeddings.position");
  weights.shape = model.floats("embeddings.shape");
  weights.mark = model.floats("embeddings.mark");
  weights.gap = model.floats("embeddings.gap");
  weights.annotation = model.floats("embeddings.annotation");
  weights.norm = norm_of(model, "embeddings.norm");
  const std::vector<std::size_t>& dilations = model.config().dilations;
  for (std::size_t n = 0; n < dilations.size(); ++n) {
    weights.convolutions.push_back(
        {model.matrix("encoder.convolution." + std::to_string(n)), dilations[n]});
  }
  for (std::size_t n = 0; n < model.config().layers; ++n) {
    const std::string prefix = "encoder." + std::to_string(n);
    weights.layers.push_back(
        {model.matrix(prefix + ".attention.input"), model.matrix(prefix + ".attention.output"),
         norm_of(model, prefix + ".attention.norm"), model.matrix(prefix + ".feed_forward.input"),
         model.matrix(prefix + ".feed_forward.output"),
         norm_of(model, prefix + ".feed_forward.norm")});
  }
  return weights;
}

/// The geometric mean of probabilities whose logarithms are added.
class MeanProbability {
 public:
  void add(double log_probability) {
    total_ += log_probability;
    ++count_;
  }
  float value() const {
    return count_ == 0 ? 0.0F : static_cast<float>(nn::exponential(total_ / count_));
  }

 private:
  double total_ = 0.0;
  int count_ = 0;
};

/// A run of words with one BIO kind: tag 2k+1, then 2k+2.
struct TagRun {
  std::size_t kind = 0;
  WordRange words;  ///< Counted from the path's start.
};

std::vector<TagRun> runs_of(const std::vector<std::uint8_t>& path) {
  std::vector<TagRun> runs;
  for (std::uint32_t k = 0; k < path.size(); ++k) {
    if (path[k] == 0) continue;
    if (path[k] % 2 == 1) runs.push_back({static_cast<std::size_t>(path[k] - 1) / 2, {k, k}});
    runs.back().words.end = k + 1;
  }
  return runs;
}

WordRange shifted(WordRange words, std::uint32_t by) { return {words.first + by, words.end + by}; }

bool holds(WordRange outer, std::uint32_t word) { return word >= outer.first && word < outer.end; }

}  // namespace

struct Tagger::Impl {
  Impl(std::shared_ptr<const model::Model> shared, const nn::Kernels& kernels)
      : model(std::move(shared)),
        encoder(encoder_weights(*model), kernels),
        anchor(model->matrix("anchor"), kernels),
        names(model->matrix("names"), kernels),
        act(model->matrix("act"), kernels),
        roles(*model, "roles", model->config().role_width, kernels),
        role_reader(roles, model->config().role_reach),
        circumstances(*model, "circumstances", model->config().circumstance_width, kernels),
        mentions(*model, kernels),
        pronouns(model->text("lexicon.pronouns")) {
    if (model->config().subject_width > 0)
      subjects.emplace(model->matrix("subjects.word"), kernels);
  }

  std::shared_ptr<const model::Model> model;
  nn::Encoder encoder;
  nn::Linear anchor, names, act;
  RoleHead roles;
  RoleReader role_reader;
  RoleHead circumstances;
  MentionHead mentions;
  Pronouns pronouns;
  std::optional<nn::Linear> subjects;
};

namespace {

/// One document's way through the network, window by window.
class TaggingRun {
 public:
  TaggingRun(const Tagger::Impl& network, std::string_view text, const SegmentedText& segmented,
             std::uint8_t annotation, nn::Workspace& workspace)
      : network_(network),
        text_(text),
        segmented_(segmented),
        annotation_(annotation),
        workspace_(workspace) {}

  TaggedText run(const std::stop_token& stop) {
    const model::Config& config = network_.model->config();
    for (const Window& window : windows_of(segmented_, config.window, config.overlap)) {
      if (stop.stop_requested()) break;
      read(window);
    }
    sort_mentions();
    return std::move(out_);
  }

 private:
  void read(const Window& window) {
    encode(window.words);
    const std::size_t count = window.words.end - window.words.first;
    const std::size_t first_mention = out_.mentions.size();
    add_names(window, count);
    add_anchors(window, count);
    add_pronouns(window);
    add_subject_vectors(window);
    network_.mentions.fill(vectors_.data(), window.words.first, first_mention, out_.mentions,
                           workspace_);
  }

  void encode(WordRange words) {
    const std::size_t width = network_.encoder.width();
    const std::size_t room = network_.model->config().window + 1;  // [SEP] comes after.
    input_.assign(1, {classification_piece, 0, 0, 0});
    starts_.clear();
    for (std::uint32_t w = words.first; w < words.end; ++w) {
      const Word& word = segmented_.words[w];
      starts_.push_back(std::min(input_.size(), room - 1));
      for (std::uint32_t k = 0; k < word.piece_count; ++k) {
        input_.push_back(
            {segmented_.pieces[word.first_piece + k], static_cast<std::uint8_t>(word.shape),
             static_cast<std::uint8_t>(word.mark), static_cast<std::uint8_t>(word.gap)});
      }
    }
    if (input_.size() > room) input_.resize(room);
    input_.push_back({separator_piece, 0, 0, 0});
    encoded_.resize(input_.size() * width);
    network_.encoder.encode(input_, annotation_, encoded_.data(), workspace_);
    vectors_.resize(starts_.size() * width);
    for (std::size_t k = 0; k < starts_.size(); ++k) {
      std::copy_n(encoded_.data() + starts_[k] * width, width, vectors_.data() + k * width);
    }
  }

  void add_names(const Window& window, std::size_t count) {
    const std::size_t tags = network_.names.outputs();
    scores_.resize(count * tags);
    network_.names.apply(vectors_.data(), count, scores_.data(), workspace_);
    const std::vector<std::uint8_t>& path = viterbi_.decode(scores_.data(), count, tags);
    for (const TagRun& run : runs_of(path)) {
      TaggedName name;
      name.words = shifted(run.words, window.words.first);
      if (!holds(window.owned, name.words.first)) continue;
      MeanProbability mean;
      for (std::uint32_t k = run.words.first; k < run.words.end; ++k) {
        mean.add(nn::log_probability(scores_.data() + k * tags, tags, path[k]));
      }
      name.type = static_cast<NameType>(run.kind);
      name.probability = mean.value();
      out_.names.push_back(name);
      if (name.type == NameType::person || name.type == NameType::organization) {
        add_mention(TaggedMention::Origin::name, name.words);
      }
    }
  }

  void add_anchors(const Window& window, std::size_t count) {
    anchor_scores_.resize(count);
    network_.anchor.apply(vectors_.data(), count, anchor_scores_.data(), workspace_);
    anchors_.clear();
    anchor_vectors_.clear();
    const std::size_t width = network_.encoder.width();
    for (std::uint32_t word = window.owned.first; word < window.owned.end; ++word) {
      const std::size_t at = word - window.words.first;
      if (nn::sigmoid(anchor_scores_[at]) < network_.model->config().anchor_threshold) continue;
      anchors_.push_back(at);
      const float* vector = vectors_.data() + at * width;
      anchor_vectors_.insert(anchor_vectors_.end(), vector, vector + width);
    }
    if (anchors_.empty()) return;
    const RoleHead::Input input{vectors_.data(), count, anchors_, anchor_vectors_.data()};
    network_.roles.prepare(input, buffers_, workspace_);
    network_.circumstances.prepare(input, circumstance_buffers_, workspace_);
    act_scores_.resize(anchors_.size() * network_.act.outputs());
    network_.act.apply(anchor_vectors_.data(), anchors_.size(), act_scores_.data(), workspace_);
    for (std::size_t n = 0; n < anchors_.size(); ++n) add_anchor(window, count, n);
  }

  /// Number `n` of the window's anchors.
  void add_anchor(const Window& window, std::size_t count, std::size_t n) {
    const std::size_t at = anchors_[n];
    TaggedAnchor anchor;
    anchor.word = window.words.first + static_cast<std::uint32_t>(at);
    anchor.probability = nn::sigmoid(anchor_scores_[at]);
    read_act(n, anchor);
    const std::size_t tags = network_.roles.tags();
    const RoleHead::Range read =
        network_.role_reader.read(count, n, buffers_, viterbi_, workspace_);
    const std::vector<std::uint8_t>& path = viterbi_.path();
    MeanProbability mean;
    for (std::size_t k = 0; k < read.size(); ++k) {
      if (path[k] != 0) {
        mean.add(nn::log_probability(buffers_.scores.data() + k * tags, tags, path[k]));
      }
    }
    anchor.role_probability = mean.value();
    bool has_source = false;
    RoleHead::Range near{at, at + 1};
    for (const TagRun& run : runs_of(path)) {
      near.first = std::min<std::size_t>(near.first, read.first + run.words.first);
      near.end = std::max<std::size_t>(near.end, read.first + run.words.end);
      const RoleRange role{
          static_cast<Role>(run.kind),
          shifted(run.words, window.words.first + static_cast<std::uint32_t>(read.first))};
      if (role.role == Role::source && !has_source) {
        add_mention(TaggedMention::Origin::source, role.words);
        has_source = true;
      }
      anchor.roles.push_back(role);
    }
    near.first -= std::min(near.first, circumstance_reach);
    near.end = std::min(near.end + circumstance_reach, count);
    read_circumstances(window, near, n, anchor);
    out_.anchors.push_back(std::move(anchor));
  }

  void read_circumstances(const Window& window, RoleHead::Range near, std::size_t n,
                          TaggedAnchor& anchor) {
    RoleHead::Buffers& buffers = circumstance_buffers_;
    const std::size_t tags = network_.circumstances.tags();
    network_.circumstances.score(near, n, buffers, workspace_);
    const std::vector<std::uint8_t>& path =
        viterbi_.decode(buffers.scores.data(), near.size(), tags);
    const auto start = window.words.first + static_cast<std::uint32_t>(near.first);
    for (const TagRun& run : runs_of(path)) {
      MeanProbability mean;
      for (std::uint32_t k = run.words.first; k < run.words.end; ++k) {
        mean.add(nn::log_probability(buffers.scores.data() + k * tags, tags, path[k]));
      }
      anchor.circumstances.push_back(
          {static_cast<Circumstance>(run.kind), shifted(run.words, start), mean.value()});
    }
  }

  void read_act(std::size_t n, TaggedAnchor& anchor) const {
    const float* scores = act_scores_.data() + n * network_.act.outputs();
    const float* negated = scores + network_.act.outputs() - 1;
    anchor.act = static_cast<Quotation::Act>(std::max_element(scores, negated) - scores);
    anchor.negated = nn::sigmoid(*negated);
  }

  void add_pronouns(const Window& window) {
    for (std::uint32_t word = window.owned.first; word < window.owned.end; ++word) {
      const Span span = segmented_.words[word].span;
      if (network_.pronouns.class_of(text_.substr(span.start, span.end - span.start)) != 0) {
        add_mention(TaggedMention::Origin::pronoun, {word, word + 1});
      }
    }
  }

  /// Each word is owned by one window, and windows come in order.
  void add_subject_vectors(const Window& window) {
    if (!network_.subjects) return;
    const std::size_t count = window.owned.end - window.owned.first;
    const std::size_t old = out_.subject_vectors.size();
    out_.subject_vectors.resize(old + count * network_.subjects->outputs());
    const std::size_t at = (window.owned.first - window.words.first) * network_.encoder.width();
    network_.subjects->apply(vectors_.data() + at, count, out_.subject_vectors.data() + old,
                             workspace_);
  }

  void add_mention(TaggedMention::Origin origin, WordRange words) {
    TaggedMention mention;
    mention.origin = origin;
    mention.words = words;
    out_.mentions.push_back(mention);
  }

  /// In order; one mention for equal words and origin, and none for a pronoun that is a source.
  void sort_mentions() {
    const auto key = [](const TaggedMention& m) {
      return std::make_tuple(m.words.first, ~m.words.end, m.origin);
    };
    auto& mentions = out_.mentions;
    std::stable_sort(mentions.begin(), mentions.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto last =
        std::unique(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) {
          return a.words == b.words &&
                 (a.origin == b.origin || (a.origin == TaggedMention::Origin::source &&
                                           b.origin == TaggedMention::Origin::pronoun));
        });
    mentions.erase(last, mentions.end());
  }

  const Tagger::Impl& network_;
  std::string_view text_;
  const SegmentedText& segmented_;
  std::uint8_t annotation_;
  nn::Workspace& workspace_;
  TaggedText out_;
  Viterbi viterbi_;
  RoleHead::Buffers buffers_, circumstance_buffers_;
  std::vector<nn::EncoderInput> input_;
  std::vector<std::size_t> starts_;  // Position of each word's first piece in the window.
  std::vector<float> encoded_, vectors_, scores_, anchor_scores_;
  std::vector<std::size_t> anchors_;                // Of the window, in words from its start.
  std::vector<float> anchor_vectors_, act_scores_;  // Of the anchors.
};

}  // namespace

Tagger::Tagger(std::shared_ptr<const model::Model> model, const nn::Kernels& kernels)
    : impl_(std::make_shared<const Impl>(std::move(model), kernels)) {}

TaggedText Tagger::tag(std::string_view text, const SegmentedText& segmented,
                       std::uint8_t annotation, nn::Workspace& workspace,
                       const std::stop_token& stop) const {
  return TaggingRun(*impl_, text, segmented, annotation, workspace).run(stop);
}

}  // namespace quoth::tag
