#include "cli/inputs.h"

#include <filesystem>
#include <span>

#include "base/sha256.h"

namespace quoth::cli {
namespace {

std::string chained(const std::string& hash, const std::string& path) {
  const std::string both = hash + path;
  return base::hexadecimal(base::sha256(std::as_bytes(std::span(both))));
}

}  // namespace

std::optional<std::uint64_t> size_of(const std::vector<std::string>& inputs,
                                     const std::vector<std::string>& lists) {
  if (!lists.empty()) return {};
  std::uint64_t bytes = 0;
  for (const std::string& path : inputs) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) return {};
    bytes += std::filesystem::file_size(path, failed);
  }
  return bytes;
}

std::optional<Inputs::Next> Inputs::next() {
  while (true) {
    if (!input_) {
      auto path = list_.next();
      if (!path) return {};
      if (!*path) return std::make_optional<Next>(path->error(), place_);
      place_.path = **path;
      input_.emplace(**std::move(path), options_);
    }
    if (auto item = input_->find()) {
      ++place_.item;
      place_.bytes = bytes_before_ + input_->position();
      return std::make_optional<Next>(*std::move(item), place_);
    }
    end_input();
  }
}

void Inputs::end_input() {
  counts_ += input_->counts();
  bytes_before_ += input_->position();
  input_.reset();
  ++place_.inputs_done;
  place_.inputs_hash = chained(place_.inputs_hash, place_.path);
  place_.path.clear();
  place_.item = 0;
}

ingest::ReadCounts Inputs::counts() const {
  ingest::ReadCounts counts = counts_;
  if (input_) counts += input_->counts();
  return counts;
}

}  // namespace quoth::cli
