#include "model/schema.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace quoth::model {
namespace {

constexpr std::size_t shapes = 7, marks = 8, gaps = 4, distances = 33;
constexpr std::size_t pair_features = 9, feature_buckets = 16, subject_features = 33;

bool all_finite(const Tensor& tensor) {
  const auto* values = reinterpret_cast<const float*>(tensor.bytes.data());
  return std::all_of(values, values + tensor.bytes.size() / sizeof(float),
                     [](float value) { return std::isfinite(value); });
}

/// Walks the page's table from top to bottom and keeps the first thing that is wrong.
class SchemaCheck {
 public:
  SchemaCheck(const Config& config, const TensorTable& table, std::string_view file)
      : config_(config), table_(table), file_(file) {}

  std::optional<Error> run() {
    check_texts();
    check_embeddings();
    check_convolutions("encoder.convolution.", config_.dilations.size(), config_.width);
    for (std::size_t n = 0; n < config_.layers; ++n) check_layer("encoder." + std::to_string(n));
    check_heads();
    return error_;
  }

 private:
  void fail(const std::string& tensor, const char* what) {
    if (error_) return;
    error_ = Error{ErrorCode::model_corrupt, std::string(file_) + ": tensor " + tensor + ": " +
                                                 what + "; fetch the file again"};
  }

  const Tensor* need(const std::string& name, ElementType type) {
    const auto found = table_.tensors.find(name);
    if (found == table_.tensors.end()) {
      fail(name, "it is missing");
      return nullptr;
    }
    if (found->second.type != type) fail(name, "wrong element type");
    return &found->second;
  }

  void floats(const std::string& name, const std::vector<std::size_t>& shape) {
    const Tensor* tensor = need(name, ElementType::f32);
    if (tensor == nullptr || error_) return;
    if (tensor->shape != shape) fail(name, "wrong shape");
    if (!error_ && !all_finite(*tensor)) fail(name, "a value is not finite");
  }

  void matrix(const std::string& name, std::size_t rows, std::size_t columns, bool bias) {
    const Tensor* weight = need(name + ".weight", ElementType::i8);
    if (weight != nullptr && weight->shape != std::vector{rows, columns}) {
      fail(name + ".weight", "wrong shape");
    }
    floats(name + ".scale", {rows});
    if (bias) floats(name + ".bias", {rows});
  }

  void norm(const std::string& name, std::size_t width) {
    floats(name + ".weight", {width});
    floats(name + ".bias", {width});
  }

  void check_texts() {
    for (const char* name : {"vocabulary", "normalisation.text", "lexicon.abbreviations",
                             "lexicon.pronouns", "lexicon.first_names"}) {
      const Tensor* tensor = need(name, ElementType::u8);
      if (tensor != nullptr && tensor->shape.size() != 1) fail(name, "wrong shape");
    }
    const auto table_of_rows = [&](const char* name, std::size_t columns) {
      const Tensor* tensor = need(name, ElementType::i32);
      if (tensor != nullptr && (tensor->shape.size() != 2 || tensor->shape[1] != columns)) {
        fail(name, "wrong shape");
      }
    };
    table_of_rows("normalisation.ranges", 3);
    table_of_rows("normalisation.replaced", 2);
  }

  std::size_t pieces() {
    const Tensor* vocabulary = need("vocabulary", ElementType::u8);
    if (vocabulary == nullptr) return 0;
    const auto lines = static_cast<std::size_t>(
        std::count(vocabulary->bytes.begin(), vocabulary->bytes.end(), std::byte{'\n'}));
    // Ids 101 and 102 are [CLS] and [SEP].
    if (lines < 103 || vocabulary->bytes.back() != std::byte{'\n'}) {
      fail("vocabulary", "too short, or its last line does not end");
    }
    return lines;
  }

  void check_embeddings() {
    const std::size_t width = config_.width;
    matrix("embeddings.word", pieces(), width, false);
    floats("embeddings.position", {config_.positions, width});
    floats("embeddings.shape", {shapes, width});
    floats("embeddings.mark", {marks, width});
    floats("embeddings.gap", {gaps, width});
    floats("embeddings.annotation", {config_.annotations.size(), width});
    norm("embeddings.norm", width);
  }

  void check_layer(const std::string& prefix) {
    const std::size_t width = config_.width;
    matrix(prefix + ".attention.input", 3 * width, width, true);
    matrix(prefix + ".attention.output", width, width, true);
    norm(prefix + ".attention.norm", width);
    matrix(prefix + ".feed_forward.input", config_.feed_forward, width, true);
    matrix(prefix + ".feed_forward.output", width, config_.feed_forward, true);
    norm(prefix + ".feed_forward.norm", width);
  }

  void check_convolutions(const std::string& prefix, std::size_t count, std::size_t width) {
    for (std::size_t k = 0; k < count; ++k)
      matrix(prefix + std::to_string(k), width, 3 * width, true);
  }

  void check_role_head(const std::string& prefix, std::size_t inner, std::size_t tags) {
    matrix(prefix + ".word", inner, config_.width, true);
    matrix(prefix + ".anchor", inner, config_.width, false);
    floats(prefix + ".distance", {distances, inner});
    norm(prefix + ".norm", inner);
    check_convolutions(prefix + ".convolution.", config_.role_dilations.size(), inner);
    matrix(prefix + ".output", tags, inner, true);
  }

  void check_heads() {
    const std::size_t width = config_.width;
    matrix("anchor", 1, width, true);
    matrix("names", config_.name_tags.size(), width, true);
    matrix("act", config_.acts.size() + 1, width, true);
    check_role_head("roles", config_.role_width, config_.role_tags.size());
    check_role_head("circumstances", config_.circumstance_width, config_.circumstance_tags.size());
    matrix("mention.first", config_.mention_width, width, true);
    matrix("mention.last", config_.mention_width, width, false);
    matrix("mention.query", config_.mention_key_width, config_.mention_width, true);
    matrix("mention.key", config_.mention_key_width, config_.mention_width, true);
    matrix("mention.new", 1, config_.mention_width, true);
    floats("mention.features", {pair_features, feature_buckets});
    if (config_.subject_width == 0) return;
    matrix("subjects.word", config_.subject_width, width, true);
    floats("subjects.hidden.weight",
           {subject_features + 5 * config_.subject_width, config_.subject_hidden});
    floats("subjects.hidden.bias", {config_.subject_hidden});
    floats("subjects.output", {config_.subject_hidden + 1});
  }

  const Config& config_;
  const TensorTable& table_;
  std::string_view file_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> find_mismatch(const Config& config, const TensorTable& table,
                                   std::string_view name) {
  return SchemaCheck(config, table, name).run();
}

}  // namespace quoth::model
