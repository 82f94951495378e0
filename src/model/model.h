#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/linear.h"
#include "quoth/result.h"

namespace quoth::model {

/// Weighs named evidence: the probability is 1 / (1 + e^−(intercept + Σ weight · value)).
struct Logistic {
  struct Weight {
    std::string name;
    float value = 0.0F;
  };
  float intercept = 0.0F;
  std::vector<Weight> weights;  ///< By name, ascending, each once.
};

/// The `config` text of a model file, checked: every number is within the limits that the reader sets.
struct Config {
  std::string name, license;
  std::vector<std::size_t> dilations;  ///< Of the encoder's convolutions; may be empty.
  std::size_t layers = 0, width = 0, heads = 0, feed_forward = 0;
  std::size_t window = 0, overlap = 0, positions = 0;  ///< In word pieces.
  std::size_t role_width = 0, circumstance_width = 0;
  std::vector<std::size_t> role_dilations;
  std::size_t mention_width = 0, mention_key_width = 0;
  std::size_t subject_width = 0, subject_hidden = 0;         ///< 0: the model has no subjects head.
  float subject_least = 0.5F, further_subject_least = 0.5F;  ///< Probabilities of its answers.
  std::vector<std::string> acts, name_tags, role_tags, circumstance_tags, annotations;
  float anchor_threshold = 0.5F;
  float min_confidence = 0.5F;
  float min_speaker_confidence = 0.0F;                     ///< 0: speakers are never withheld.
  std::optional<Logistic> quotation_trust, speaker_trust;  ///< Empty: not calibrated.
};

/// A verified model file in memory (mapped; see docs/formats/model.md). Whatever is named in the
/// table of that page is there, with its shape: the accessors need not fail. Immutable; views into it
/// live as long as it does.
class Model {
 public:
  /// Fails with file_not_found, file_unreadable, model_corrupt or model_too_new.
  static Result<std::shared_ptr<const Model>> read(const std::filesystem::path& path);
  /// The same from bytes in memory; `name` stands for the file in messages.
  static Result<std::shared_ptr<const Model>> from_bytes(std::vector<std::byte> bytes,
                                                         std::string_view name);
  ~Model();

  const Config& config() const noexcept;
  std::string_view file_name() const noexcept;  ///< Last component of the path.
  std::string_view sha256() const noexcept;     ///< Of the body, in hexadecimal.

  /// REQUIRES: `name` is in the page's table (N and K filled in) and is of this sort there.
  nn::MatrixView matrix(std::string_view name) const;
  std::span<const float> floats(std::string_view name) const;
  std::span<const std::int32_t> integers(std::string_view name) const;
  std::string_view text(std::string_view name) const;

 private:
  struct Impl;
  explicit Model(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

/// Finds a model by path or by name ("base", "fast", "research", "fast-research"), as Extractor::load documents it; the error
/// lists the places searched.
Result<std::filesystem::path> locate(std::string_view model);

}  // namespace quoth::model
