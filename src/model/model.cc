#include "model/model.h"

#include <optional>
#include <utility>

#include "base/mapped_file.h"
#include "model/config.h"
#include "model/envelope.h"
#include "model/schema.h"
#include "model/tensors.h"

namespace quoth::model {

struct Model::Impl {
  std::optional<base::MappedFile> file;  // Either this …
  std::vector<std::byte> bytes;          // … or this holds what the tensors point into.
  std::string file_name;
  std::string sha256;
  Config config;
  TensorTable table;

  static Result<std::unique_ptr<Impl>> verify(std::unique_ptr<Impl> impl,
                                              std::span<const std::byte> bytes) {
    auto envelope = open_envelope(bytes, impl->file_name);
    if (!envelope) return envelope.error();
    auto table = read_tensors(envelope->body, impl->file_name);
    if (!table) return table.error();
    auto config = read_config(table->config, impl->file_name);
    if (!config) return config.error();
    if (auto mismatch = find_mismatch(*config, *table, impl->file_name)) return *mismatch;
    impl->sha256 = envelope->sha256;
    impl->config = *std::move(config);
    impl->table = *std::move(table);
    return impl;
  }

  template <typename Element>
  std::span<const Element> elements(const std::string& name) const {
    const auto found = table.tensors.find(name);
    if (found == table.tensors.end()) return {};
    const std::span<const std::byte> raw = found->second.bytes;
    return {reinterpret_cast<const Element*>(raw.data()), raw.size() / sizeof(Element)};
  }
};

Model::Model(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Model::~Model() = default;

Result<std::shared_ptr<const Model>> Model::read(const std::filesystem::path& path) {
  auto file = base::MappedFile::open(path);
  if (!file) return file.error();
  auto impl = std::make_unique<Impl>();
  impl->file_name = path.filename().string();
  impl->file = *std::move(file);
  const std::span<const std::byte> bytes = impl->file->bytes();
  auto verified = Impl::verify(std::move(impl), bytes);
  if (!verified) return verified.error();
  return std::shared_ptr<const Model>(new Model(*std::move(verified)));
}

Result<std::shared_ptr<const Model>> Model::from_bytes(std::vector<std::byte> bytes,
                                                       std::string_view name) {
  auto impl = std::make_unique<Impl>();
  impl->file_name = name;
  impl->bytes = std::move(bytes);
  const std::span<const std::byte> view = impl->bytes;
  auto verified = Impl::verify(std::move(impl), view);
  if (!verified) return verified.error();
  return std::shared_ptr<const Model>(new Model(*std::move(verified)));
}

const Config& Model::config() const noexcept { return impl_->config; }
std::string_view Model::file_name() const noexcept { return impl_->file_name; }
std::string_view Model::sha256() const noexcept { return impl_->sha256; }

nn::MatrixView Model::matrix(std::string_view name) const {
  const std::string prefix(name);
  nn::MatrixView view;
  const auto weight = impl_->table.tensors.find(prefix + ".weight");
  if (weight == impl_->table.tensors.end()) return view;
  view.rows = weight->second.shape[0];
  view.columns = weight->second.shape[1];
  view.weight = impl_->elements<std::int8_t>(prefix + ".weight");
  view.scale = impl_->elements<float>(prefix + ".scale");
  view.bias = impl_->elements<float>(prefix + ".bias");
  return view;
}

std::span<const float> Model::floats(std::string_view name) const {
  return impl_->elements<float>(std::string(name));
}

std::span<const std::int32_t> Model::integers(std::string_view name) const {
  return impl_->elements<std::int32_t>(std::string(name));
}

std::string_view Model::text(std::string_view name) const {
  const auto bytes = impl_->elements<char>(std::string(name));
  return {bytes.data(), bytes.size()};
}

}  // namespace quoth::model
