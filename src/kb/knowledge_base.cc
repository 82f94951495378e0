#include "kb/knowledge_base.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/mapped_file.h"
#include "kb/alias_key.h"
#include "kb/sections.h"
#include "text/utf8.h"

namespace quoth::kb {
namespace {

std::optional<int> year(std::int16_t value) {
  if (value == no_year) return {};
  return value;
}

/// First index in [0, count) for which `is_before` is false, by halving.
template <typename Before>
std::size_t lower_bound(std::size_t count, Before is_before) {
  std::size_t first = 0;
  while (count > 0) {
    const std::size_t half = count / 2;
    if (is_before(first + half)) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

}  // namespace

struct KnowledgeBase::Impl {
  std::optional<base::MappedFile> file;  // Either this …
  std::vector<std::byte> bytes;          // … or this holds what the sections point into.
  Sections sections;

  std::optional<std::size_t> find_key(std::string_view key) const {
    const std::uint64_t hash = key_hash(key);
    const std::size_t count = sections.aliases.size();
    std::size_t at =
        lower_bound(count, [&](std::size_t k) { return sections.alias_hashes[k] < hash; });
    for (; at < count && sections.alias_hashes[at] == hash; ++at) {
      if (sections.alias(at) == key) return at;
    }
    return {};
  }

  std::optional<std::size_t> find_name(std::string_view name) const {
    if (text::first_invalid(name)) return {};
    return find_key(alias_key(name));
  }
};

std::uint64_t AliasView::total() const noexcept {
  std::uint64_t sum = elsewhere;
  for (const Candidate& candidate : candidates) sum += candidate.count;
  return sum;
}

KnowledgeBase::KnowledgeBase(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
KnowledgeBase::~KnowledgeBase() = default;

Result<std::shared_ptr<const KnowledgeBase>> KnowledgeBase::read(
    const std::filesystem::path& path) {
  auto file = base::MappedFile::open(path);
  if (!file) return file.error();
  auto sections = open_sections(file->bytes(), path.filename().string());
  if (!sections) return sections.error();
  auto impl = std::make_unique<Impl>();
  impl->file = *std::move(file);
  impl->sections = *std::move(sections);
  return std::shared_ptr<const KnowledgeBase>(new KnowledgeBase(std::move(impl)));
}

Result<std::shared_ptr<const KnowledgeBase>> KnowledgeBase::from_bytes(std::vector<std::byte> bytes,
                                                                       std::string_view name) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = std::move(bytes);
  auto sections = open_sections(impl->bytes, name);
  if (!sections) return sections.error();
  impl->sections = *std::move(sections);
  return std::shared_ptr<const KnowledgeBase>(new KnowledgeBase(std::move(impl)));
}

std::size_t KnowledgeBase::item_count() const noexcept { return impl_->sections.items.size(); }
std::size_t KnowledgeBase::alias_count() const noexcept { return impl_->sections.aliases.size(); }
std::string_view KnowledgeBase::sha256() const noexcept { return impl_->sections.sha256; }

ItemView KnowledgeBase::item(std::uint32_t index) const {
  const ItemRow row = impl_->sections.items[index];
  const std::string_view text = impl_->sections.text.substr(row.text_at);
  const std::size_t description_at = std::size_t{row.id_length} + row.name_length;
  return {.id = text.substr(0, row.id_length),
          .name = text.substr(row.id_length, row.name_length),
          .description = text.substr(description_at, row.description_length),
          .types = row.types,
          .start_year = year(row.start_year),
          .end_year = year(row.end_year),
          .mentions = row.mentions};
}

std::optional<std::uint32_t> KnowledgeBase::find_item(std::string_view id) const {
  const Sections& sections = impl_->sections;
  const std::size_t count = sections.items.size();
  const std::size_t at = lower_bound(count, [&](std::size_t k) { return sections.id(k) < id; });
  if (at == count || sections.id(at) != id) return {};
  return static_cast<std::uint32_t>(at);
}

std::optional<AliasView> KnowledgeBase::find_alias(std::string_view name, std::size_t most) const {
  const auto found = impl_->find_name(name);
  if (!found) return {};
  const Sections& sections = impl_->sections;
  const AliasRow row = sections.aliases[*found];
  const std::size_t count = sections.candidates_end(*found) - row.first_candidate;
  AliasView alias;
  alias.elsewhere = row.elsewhere;
  alias.candidates.reserve(std::min(count, most));
  for (std::size_t k = 0; k < std::min(count, most); ++k) {
    const CandidateRow candidate = sections.candidates[row.first_candidate + k];
    alias.candidates.push_back({candidate.item, candidate.count});
  }
  return alias;
}

bool KnowledgeBase::has_alias(std::uint32_t item, std::string_view name) const {
  const auto found = impl_->find_name(name);
  if (!found) return false;
  const Sections& sections = impl_->sections;
  const std::size_t end = sections.candidates_end(*found);
  for (std::size_t k = sections.aliases[*found].first_candidate; k < end; ++k) {
    if (sections.candidates[k].item == item) return true;
  }
  return false;
}

}  // namespace quoth::kb
