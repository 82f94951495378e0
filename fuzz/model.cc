// Bytes taken for a model file's body: length and hash are set right, so that the fuzzer reaches the parsers behind them.

#include "model/model.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "attribution/trust.h"
#include "base/sha256.h"
#include "nn/kernels.h"
#include "pipeline/stages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::byte> file(64 + size, std::byte{0});
  std::memcpy(file.data(), "QUOTHMDL\1", 9);
  const std::uint64_t length = size;
  std::memcpy(file.data() + 16, &length, sizeof length);
  if (size > 0) std::memcpy(file.data() + 64, data, size);
  const quoth::base::Sha256 digest = quoth::base::sha256(std::span(file).subspan(64));
  std::memcpy(file.data() + 24, digest.data(), digest.size());
  const auto model = quoth::model::Model::from_bytes(std::move(file), "fuzzed");
  if (model) {
    // A model that was accepted must run.
    const auto stages = quoth::pipeline::Stages::create(*model, *quoth::nn::find_kernels("auto"));
    quoth::nn::Workspace workspace;
    if (stages) {
      auto values = stages->run("“We won,” Ana Ruiz said. He denied it.", {}, 0, workspace);
      const quoth::attribution::Trust trust((*model)->config());
      trust.judge(values.evidence, (*model)->config().min_speaker_confidence, values.record);
    }
  }
  return 0;
}
