#include "database/newest_versions.h"

#include <algorithm>

namespace quoth::database {
namespace {

constexpr std::size_t most_kept = 65536;  // Identities: some 12 MB.

}  // namespace

NewestVersions::NewestVersions(Connection& connection)
    : rows_(connection,
            "SELECT version FROM entity WHERE identity = ?1 ORDER BY version DESC LIMIT ?2") {}

std::span<const std::int64_t> NewestVersions::of(std::int64_t identity) {
  auto known = kept_.find(identity);
  if (known == kept_.end()) {
    if (kept_.size() == most_kept) kept_.clear();
    known = kept_.emplace(identity, Versions{}).first;
    Versions& read = known->second;
    rows_.start(identity, most);
    while (rows_.next()) read.ids[read.count++] = rows_.integer(0);
    rows_.rewind();
  }
  return std::span(known->second.ids).first(known->second.count);
}

void NewestVersions::add(std::int64_t identity, std::int64_t version) {
  const auto known = kept_.find(identity);
  if (known == kept_.end()) return;
  Versions& versions = known->second;
  versions.count = std::min(versions.count + 1, most);
  std::shift_right(versions.ids.begin(), versions.ids.begin() + versions.count, 1);
  versions.ids.front() = version;
}

void NewestVersions::forget() noexcept { kept_.clear(); }

}  // namespace quoth::database
