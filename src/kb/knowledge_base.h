#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kb/item.h"
#include "quoth/result.h"

namespace quoth::kb {

/// An item of a knowledge base; the views live as long as the base.
struct ItemView {
  std::string_view id, name, description;
  TypeSet types = 0;
  std::optional<int> start_year, end_year;
  std::uint32_t mentions = 0;  ///< Of all its names.
};

/// What a name may stand for, and how often it did.
struct Candidate {
  std::uint32_t item = 0;   ///< Below item_count().
  std::uint32_t count = 0;  ///< At least 1.
};

/// A name of a knowledge base.
struct AliasView {
  std::vector<Candidate> candidates;     ///< Most frequent first, then by item; at least one.
  std::uint32_t elsewhere = 0;           ///< Mentions that meant something that is no item.
  std::uint64_t total() const noexcept;  ///< All mentions.
};

/// A verified .qkb file in memory (mapped; docs/formats/kb.md). Every offset was checked when it was
/// opened, so lookups cannot fail. Immutable: any number of threads; views live as long as it does.
/// Opening reads the whole file once, to compare its hash.
class KnowledgeBase {
 public:
  /// Fails with file_not_found, file_unreadable, kb_corrupt or kb_too_new.
  static Result<std::shared_ptr<const KnowledgeBase>> read(const std::filesystem::path& path);
  /// The same from bytes in memory; `name` stands for the file in messages.
  static Result<std::shared_ptr<const KnowledgeBase>> from_bytes(std::vector<std::byte> bytes,
                                                                 std::string_view name);
  ~KnowledgeBase();

  std::size_t item_count() const noexcept;
  std::size_t alias_count() const noexcept;
  std::string_view sha256() const noexcept;  ///< Of the body, in hexadecimal.

  /// REQUIRES: index < item_count(). Items are in the bytewise order of their ids.
  ItemView item(std::uint32_t index) const;
  std::optional<std::uint32_t> find_item(std::string_view id) const;

  /// What the name stands for, compared as alias_key() says; the most frequent `most` candidates.
  /// Nothing where it is no alias, or not UTF-8.
  std::optional<AliasView> find_alias(std::string_view name, std::size_t most = SIZE_MAX) const;
  /// Whether `item` is among the candidates of `name`.
  bool has_alias(std::uint32_t item, std::string_view name) const;

 private:
  struct Impl;
  explicit KnowledgeBase(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace quoth::kb
