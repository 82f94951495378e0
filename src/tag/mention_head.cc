#include "tag/mention_head.h"

#include <algorithm>

#include "nn/encoder.h"

namespace quoth::tag {

MentionHead::MentionHead(const model::Model& model, const nn::Kernels& kernels)
    : first_(model.matrix("mention.first"), kernels),
      last_(model.matrix("mention.last"), kernels),
      query_(model.matrix("mention.query"), kernels),
      key_(model.matrix("mention.key"), kernels),
      new_(model.matrix("mention.new"), kernels) {}

void MentionHead::fill(const float* vectors, std::uint32_t window_start, std::size_t first,
                       std::vector<TaggedMention>& mentions, nn::Workspace& workspace) const {
  const std::size_t count = mentions.size() - first;
  if (count == 0) return;
  const std::size_t width = first_.inputs();
  std::vector<float> ends(count * width), m(count * first_.outputs()), last(m.size());
  const auto gather = [&](auto word_of) {
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t word = word_of(mentions[first + k]) - window_start;
      std::copy_n(vectors + word * width, width, ends.data() + k * width);
    }
  };
  gather([](const TaggedMention& mention) { return mention.words.first; });
  first_.apply(ends.data(), count, m.data(), workspace);
  gather([](const TaggedMention& mention) { return mention.words.end - 1; });
  last_.apply(ends.data(), count, last.data(), workspace);
  for (std::size_t k = 0; k < m.size(); ++k) m[k] += last[k];
  nn::gelu(m.data(), m.size());

  const std::size_t keys = key_.outputs();
  std::vector<float> query(count * keys), key(count * keys), none(count);
  query_.apply(m.data(), count, query.data(), workspace);
  key_.apply(m.data(), count, key.data(), workspace);
  new_.apply(m.data(), count, none.data(), workspace);
  for (std::size_t k = 0; k < count; ++k) {
    TaggedMention& mention = mentions[first + k];
    std::copy_n(query.data() + k * keys, keys, mention.query.data());
    std::copy_n(key.data() + k * keys, keys, mention.key.data());
    mention.no_antecedent = none[k];
  }
}

}  // namespace quoth::tag
