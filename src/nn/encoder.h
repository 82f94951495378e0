#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "nn/linear.h"

namespace quoth::nn {

/// Borrowed weights of the encoder, in the names of docs/formats/model.md. Only needed while the
/// Encoder is made, but for the word embeddings, which it goes on reading: they must outlive it.
struct EncoderWeights {
  struct Norm {
    std::span<const float> weight, bias;
  };
  struct Convolution {
    MatrixView matrix;  ///< [width, 3 · width]
    std::size_t dilation = 1;
  };
  struct Layer {
    MatrixView attention_input, attention_output;
    Norm attention_norm;
    MatrixView feed_forward_input, feed_forward_output;
    Norm feed_forward_norm;
  };
  std::size_t width = 0;
  std::size_t heads = 0;
  MatrixView word;                                      ///< [pieces, width]
  std::span<const float> position;                      ///< [positions, width]
  std::span<const float> shape, mark, gap, annotation;  ///< [7|8|4|3, width]
  Norm norm;
  std::vector<Convolution> convolutions;  ///< convolution.h's; applied before the layers.
  std::vector<Layer> layers;
};

/// One position of a window.
struct EncoderInput {
  std::int32_t piece = 0;
  std::uint8_t shape = 0;
  std::uint8_t mark = 0;
  std::uint8_t gap = 0;
};

/// Scratch memory of one thread; grows to what the largest call needed and is then reused.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Impl;
  Impl& impl() noexcept { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Embeddings of word pieces, with those of word shape, quotation marks, white space and annotation added; then dilated
/// convolutions with residuals (van den Oord et al. 2016, without gates), then the layers of a BERT encoder (Devlin et al. 2019): any
/// number of each. Immutable; one workspace a thread.
class Encoder {
 public:
  Encoder(const EncoderWeights& weights, const Kernels& kernels);

  std::size_t width() const noexcept;

  /// One window: `input` has at most as many positions as the model; `output` is
  /// [input.size(), width()]. REQUIRES: pieces and features within their tables.
  void encode(std::span<const EncoderInput> input, std::uint8_t annotation, float* output,
              Workspace& workspace) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

/// x = (x − mean) / √(variance + 1e-12) · weight + bias, each of `count` rows on its own, in place.
void layer_norm(float* x, std::size_t count, std::size_t width, std::span<const float> weight,
                std::span<const float> bias);

/// x = gelu(x) in the erf form, in place.
void gelu(float* x, std::size_t count);

}  // namespace quoth::nn
