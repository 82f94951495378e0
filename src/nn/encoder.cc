#include "nn/encoder.h"

#include "nn/convolution.h"
#include "nn/kernel_table.h"
#include "nn/packed_matrix.h"
#include "nn/workspace.h"

namespace quoth::nn {
namespace {

NormView view_of(const std::vector<float>& weight, const std::vector<float>& bias) {
  return {weight.data(), bias.data()};
}

struct Norm {
  explicit Norm(const EncoderWeights::Norm& norm)
      : weight(norm.weight.begin(), norm.weight.end()), bias(norm.bias.begin(), norm.bias.end()) {}
  NormView view() const { return view_of(weight, bias); }
  std::vector<float> weight, bias;
};

struct Layer {
  Layer(const EncoderWeights::Layer& layer, const Kernels& kernels)
      : attention_input(layer.attention_input, kernels),
        attention_output(layer.attention_output, kernels),
        attention_norm(layer.attention_norm),
        feed_forward_input(layer.feed_forward_input, kernels),
        feed_forward_output(layer.feed_forward_output, kernels, feed_forward_group),
        feed_forward_norm(layer.feed_forward_norm) {}

  PackedMatrix attention_input, attention_output;
  Norm attention_norm;
  PackedMatrix feed_forward_input, feed_forward_output;
  Norm feed_forward_norm;
};

}  // namespace

Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

struct Encoder::Impl {
  Impl(const EncoderWeights& weights, const Kernels& chosen)
      : kernels(chosen),
        width(weights.width),
        word(weights.word),
        position(weights.position.begin(), weights.position.end()),
        shape(weights.shape.begin(), weights.shape.end()),
        mark(weights.mark.begin(), weights.mark.end()),
        gap(weights.gap.begin(), weights.gap.end()),
        annotation(weights.annotation.begin(), weights.annotation.end()),
        norm(weights.norm) {
    convolutions.reserve(weights.convolutions.size());
    for (const EncoderWeights::Convolution& convolution : weights.convolutions)
      convolutions.emplace_back(convolution.matrix, convolution.dilation, chosen);
    layers.reserve(weights.layers.size());
    for (const EncoderWeights::Layer& layer : weights.layers) layers.emplace_back(layer, chosen);
  }

  void embed(const EncoderInput& input, std::size_t at, std::uint8_t chosen_annotation,
             float* x) const {
    const std::int8_t* piece = word.weight.data() + static_cast<std::size_t>(input.piece) * width;
    const float scale = word.scale[static_cast<std::size_t>(input.piece)];
    const float* features[] = {position.data() + at * width, shape.data() + input.shape * width,
                               mark.data() + input.mark * width, gap.data() + input.gap * width,
                               annotation.data() + chosen_annotation * width};
    for (std::size_t k = 0; k < width; ++k) {
      float value = static_cast<float>(piece[k]) * scale;
      for (const float* feature : features) value += feature[k];
      x[k] = value;
    }
  }

  void apply(const Layer& layer, float* x, std::size_t count, Workspace::Impl& workspace) const {
    Scratch& scratch = workspace.kernels;
    auto* mixed =
        reinterpret_cast<float*>(workspace.encoder.bytes(0, count * width * sizeof(float)));
    kernels.attention(layer.attention_input, x, count, mixed, scratch);
    kernels.linear_onto(layer.attention_output, mixed, count, layer.attention_norm.view(), x,
                        scratch);
    kernels.feed_forward_onto(layer.feed_forward_input, layer.feed_forward_output, count,
                              layer.feed_forward_norm.view(), x, scratch);
  }

  const Kernels& kernels;
  std::size_t width;
  MatrixView word;
  std::vector<float> position, shape, mark, gap, annotation;
  Norm norm;
  std::vector<Convolution> convolutions;
  std::vector<Layer> layers;
};

Encoder::Encoder(const EncoderWeights& weights, const Kernels& kernels)
    : impl_(std::make_shared<const Impl>(weights, kernels)) {}

std::size_t Encoder::width() const noexcept { return impl_->width; }

void Encoder::encode(std::span<const EncoderInput> input, std::uint8_t annotation, float* output,
                     Workspace& workspace) const {
  for (std::size_t k = 0; k < input.size(); ++k) {
    impl_->embed(input[k], k, annotation, output + k * impl_->width);
  }
  impl_->kernels.layer_norm(output, input.size(), impl_->width, impl_->norm.view());
  for (const Convolution& convolution : impl_->convolutions) {
    convolution.apply_onto(input.size(), output, workspace);
  }
  for (const Layer& layer : impl_->layers) {
    impl_->apply(layer, output, input.size(), workspace.impl());
  }
}

}  // namespace quoth::nn
