#include "kb/knowledge_base_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/sha256.h"
#include "kb/draft.h"
#include "kb/layout.h"

// The reader is sections.cc, the page docs/formats/kb.md.

namespace quoth::kb {
namespace {

constexpr std::uint64_t most = 0xFFFFFFFFU;  ///< Rows of a sort, bytes of text, mentions.

std::uint32_t capped(std::uint64_t value) {
  return static_cast<std::uint32_t>(std::min(value, most));
}

/// The names of one alias: [first, end) of the sorted names.
struct NameRange {
  std::size_t first = 0, end = 0;
};

/// Brings a draft into the file's rows.
class Compiler {
 public:
  explicit Compiler(Draft& draft) : draft_(draft) {}

  void compile(WriteSummary& summary) {
    draft_.merge_items();
    summary.counts_used = draft_.resolve_counts();
    draft_.sort_names();
    items_.resize(draft_.items.size());
    for (std::size_t k = 0; k < draft_.names.size();) {
      NameRange range{k, k + 1};
      while (range.end < draft_.names.size() && is_same_key(k, range.end)) ++range.end;
      add_alias(range, summary);
      k = range.end;
    }
    draft_.names = {};  // Each part is let go as soon as may be: memory is what limits a build.
    for (std::size_t k = 0; k < items_.size(); ++k) add_item(k);
    draft_ = {};
    summary.items = items_.size();
    summary.aliases = aliases_.size();
    summary.candidates = candidates_.size();
  }

  bool fits() const {
    return items_.size() < most && aliases_.size() < most && candidates_.size() < most &&
           text_.size() < most;
  }

  std::vector<std::byte> bytes() const {
    const BodyHeader header{.items = static_cast<std::uint32_t>(items_.size()),
                            .aliases = static_cast<std::uint32_t>(aliases_.size()),
                            .candidates = static_cast<std::uint32_t>(candidates_.size()),
                            .reserved = 0,
                            .text_size = text_.size()};
    std::vector<std::byte> file(envelope_size + sizeof header +
                                aliases_.size() * (sizeof(std::uint64_t) + sizeof(AliasRow)) +
                                candidates_.size() * sizeof(CandidateRow) +
                                items_.size() * sizeof(ItemRow) + text_.size());
    std::size_t at = envelope_size;
    const auto append = [&](const void* data, std::size_t size) {
      if (size > 0) std::memcpy(file.data() + at, data, size);
      at += size;
    };
    append(&header, sizeof header);
    append(hashes_.data(), hashes_.size() * sizeof(std::uint64_t));
    append(aliases_.data(), aliases_.size() * sizeof(AliasRow));
    append(candidates_.data(), candidates_.size() * sizeof(CandidateRow));
    append(items_.data(), items_.size() * sizeof(ItemRow));
    append(text_.data(), text_.size());
    seal(file);
    return file;
  }

 private:
  static void seal(std::vector<std::byte>& file) {
    const auto body = std::span<const std::byte>(file).subspan(envelope_size);
    const std::uint64_t length = body.size();
    const base::Sha256 digest = base::sha256(body);
    std::memcpy(file.data(), file_magic.data(), file_magic.size());
    std::memcpy(file.data() + version_at, &file_version, sizeof file_version);
    std::memcpy(file.data() + length_at, &length, sizeof length);
    std::memcpy(file.data() + hash_at, digest.data(), digest.size());
  }

  bool is_same_key(std::size_t left, std::size_t right) const {
    const DraftName& a = draft_.names[left];
    const DraftName& b = draft_.names[right];
    return a.hash == b.hash && draft_.pool[a.key] == draft_.pool[b.key];
  }

  /// The sum of what the range's names say of each item.
  void add_alias(NameRange range, WriteSummary& summary) {
    std::vector<CandidateRow> found;
    std::uint64_t elsewhere = 0;
    std::size_t counts_elsewhere = 0;
    for (std::size_t k = range.first; k < range.end; ++k) {
      const DraftName& name = draft_.names[k];
      if (name.item == nowhere) {
        elsewhere += name.count;
        ++counts_elsewhere;
        continue;
      }
      const bool is_new = found.empty() || found.back().item != name.item;
      if (is_new) found.push_back({.item = name.item, .count = 0});
      // A name that is given twice is the item's own only once; own ones come first.
      const std::uint64_t count = name.count > 0 ? name.count
                                  : is_new       ? draft_.items[name.item].weight
                                                 : 0;
      found.back().count = capped(found.back().count + count);
    }
    if (found.empty()) {
      summary.counts_unused += counts_elsewhere;
      return;
    }
    summary.counts_elsewhere += counts_elsewhere;
    std::sort(found.begin(), found.end(), [](const CandidateRow& left, const CandidateRow& right) {
      return left.count != right.count ? left.count > right.count : left.item < right.item;
    });
    write_alias(draft_.names[range.first], found, capped(elsewhere));
  }

  void write_alias(const DraftName& name, const std::vector<CandidateRow>& found,
                   std::uint32_t elsewhere) {
    hashes_.push_back(name.hash);
    aliases_.push_back({.text_at = capped(text_.size()),
                        .first_candidate = capped(candidates_.size()),
                        .elsewhere = elsewhere,
                        .length = static_cast<std::uint16_t>(name.key.length),
                        .reserved = 0});
    text_.append(draft_.pool[name.key]);
    candidates_.insert(candidates_.end(), found.begin(), found.end());
    for (const CandidateRow& candidate : found) {
      std::uint32_t& mentions = items_[candidate.item].mentions;
      mentions = capped(std::uint64_t{mentions} + candidate.count);
    }
  }

  void add_item(std::size_t index) {
    const DraftItem& item = draft_.items[index];
    ItemRow& row = items_[index];
    row.text_at = capped(text_.size());
    row.id_length = static_cast<std::uint16_t>(item.id.length);
    row.name_length = static_cast<std::uint16_t>(item.name.length);
    row.description_length = static_cast<std::uint16_t>(item.description.length);
    row.types = item.types;
    row.start_year = item.start_year;
    row.end_year = item.end_year;
    for (const PooledText& text : {item.id, item.name, item.description}) {
      text_.append(draft_.pool[text]);
    }
  }

  Draft& draft_;
  std::vector<std::uint64_t> hashes_;
  std::vector<AliasRow> aliases_;
  std::vector<CandidateRow> candidates_;
  std::vector<ItemRow> items_;
  std::string text_;
};

bool write_all(const std::string& path, std::span<const std::byte> bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

struct KnowledgeBaseWriter::Impl {
  Draft draft;
};

KnowledgeBaseWriter::KnowledgeBaseWriter() : impl_(std::make_unique<Impl>()) {}
KnowledgeBaseWriter::KnowledgeBaseWriter(KnowledgeBaseWriter&&) noexcept = default;
KnowledgeBaseWriter& KnowledgeBaseWriter::operator=(KnowledgeBaseWriter&&) noexcept = default;
KnowledgeBaseWriter::~KnowledgeBaseWriter() = default;

void KnowledgeBaseWriter::add(const Item& item) { impl_->draft.add(item); }
void KnowledgeBaseWriter::add(const AliasCount& count) { impl_->draft.add(count); }

Result<std::vector<std::byte>> KnowledgeBaseWriter::bytes(WriteSummary& summary) {
  summary = {};
  Draft draft = std::exchange(impl_->draft, {});
  if (draft.items.size() >= most || draft.names.size() + draft.counts.size() >= most) {
    return Error{ErrorCode::invalid_option, "more than 4294967294 items or names; build several"};
  }
  Compiler compiler(draft);
  compiler.compile(summary);
  if (!compiler.fits()) {
    return Error{ErrorCode::invalid_option, "more than 4 GiB of text; build several"};
  }
  auto file = compiler.bytes();
  summary.bytes = file.size();
  return file;
}

Result<WriteSummary> KnowledgeBaseWriter::write(const std::filesystem::path& path) {
  WriteSummary summary;
  const auto file = bytes(summary);
  if (!file) return file.error();
  const std::string draft = path.string() + ".part";
  if (!write_all(draft, *file) || std::rename(draft.c_str(), path.c_str()) != 0) {
    const std::string reason = std::strerror(errno);
    std::remove(draft.c_str());
    return Error{ErrorCode::output_unwritable,
                 path.string() + ": " + reason + "; check the folder and the space left"};
  }
  return summary;
}

}  // namespace quoth::kb
