#include "kb/sections.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/sha256.h"
#include "kb/alias_key.h"
#include "kb/item.h"
#include "text/utf8.h"

// The writer is knowledge_base_writer.cc, the page docs/formats/kb.md.

namespace quoth::kb {
namespace {

Error corrupt(std::string_view name, std::uint64_t at, const std::string& what) {
  return {ErrorCode::kb_corrupt, std::string(name) + ": byte " + std::to_string(at) + ": " + what +
                                     "; build it again with quoth kb build"};
}

template <typename Value>
Value load(std::span<const std::byte> bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

bool is_zero(std::span<const std::byte> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

/// The first 64 bytes: the first difference from what they must be, or nothing.
std::optional<Error> check_envelope(std::span<const std::byte> file, std::string_view name) {
  if (file.size() < envelope_size) return corrupt(name, file.size(), "the file ends in its header");
  if (std::memcmp(file.data(), file_magic.data(), file_magic.size()) != 0) {
    return corrupt(name, 0, "this is no knowledge base of Quoth's (wrong magic)");
  }
  const auto version = load<std::uint32_t>(file, version_at);
  if (version > file_version) {
    return Error{ErrorCode::kb_too_new,
                 std::string(name) + ": byte 8: format version " + std::to_string(version) +
                     ", this engine reads up to " + std::to_string(file_version) +
                     "; use a newer engine or build the knowledge base again"};
  }
  if (version == 0) return corrupt(name, version_at, "format version 0");
  const auto length = load<std::uint64_t>(file, length_at);
  if (length != file.size() - envelope_size) {
    return corrupt(name, length_at,
                   "a body of " + std::to_string(length) + " bytes is announced, " +
                       std::to_string(file.size() - envelope_size) + " are there");
  }
  if (!is_zero(file.subspan(12, 4))) return corrupt(name, 12, "reserved bytes are not zero");
  if (!is_zero(file.subspan(56, 8))) return corrupt(name, 56, "reserved bytes are not zero");
  return {};
}

/// Cuts the body into its sections; nothing where their sizes do not add up to the body's.
std::optional<Sections> cut(std::span<const std::byte> body) {
  if (body.size() < sizeof(BodyHeader)) return {};
  const auto header = load<BodyHeader>(body, 0);
  if (header.reserved != 0 || header.text_size > body.size()) return {};
  // Cannot overflow: each number of rows is below 2^32, and the text is no longer than the body.
  const std::uint64_t hashes = header.aliases * std::uint64_t{sizeof(std::uint64_t)};
  const std::uint64_t aliases = header.aliases * std::uint64_t{sizeof(AliasRow)};
  const std::uint64_t candidates = header.candidates * std::uint64_t{sizeof(CandidateRow)};
  const std::uint64_t items = header.items * std::uint64_t{sizeof(ItemRow)};
  if (sizeof(BodyHeader) + hashes + aliases + candidates + items + header.text_size !=
      body.size()) {
    return {};
  }
  std::size_t at = sizeof(BodyHeader);
  const auto next = [&](std::uint64_t size) {
    const auto section = body.subspan(at, size);
    at += size;
    return section;
  };
  Sections sections;
  sections.alias_hashes = Rows<std::uint64_t>(next(hashes));
  sections.aliases = Rows<AliasRow>(next(aliases));
  sections.candidates = Rows<CandidateRow>(next(candidates));
  sections.items = Rows<ItemRow>(next(items));
  const auto text = next(header.text_size);
  sections.text = {reinterpret_cast<const char*>(text.data()), text.size()};
  return sections;
}

/// Compares every row with what the page demands; messages name the row.
class Verifier {
 public:
  explicit Verifier(const Sections& sections) : sections_(sections) {}

  std::optional<std::string> run() const {
    if (text::first_invalid(sections_.text)) return "the text is not UTF-8";
    if (auto wrong = check_items()) return wrong;
    if (auto wrong = check_aliases()) return wrong;
    return check_candidates();
  }

 private:
  using Fault = std::optional<std::string>;

  static std::string row(const char* what, std::size_t index, const char* fault) {
    return std::string(what) + " " + std::to_string(index) + ": " + fault;
  }

  /// Whether a piece of the text may end or start there. The text as a whole is UTF-8.
  bool is_boundary(std::uint64_t at) const {
    return at == sections_.text.size() ||
           (at < sections_.text.size() && text::starts_sequence(sections_.text[at]));
  }

  Fault check_items() const {
    for (std::size_t k = 0; k < sections_.items.size(); ++k) {
      const ItemRow item = sections_.items[k];
      const std::uint64_t name_at = std::uint64_t{item.text_at} + item.id_length;
      const std::uint64_t description_at = name_at + item.name_length;
      if (!is_boundary(item.text_at) || !is_boundary(name_at) || !is_boundary(description_at) ||
          !is_boundary(description_at + item.description_length)) {
        return row("item", k, "its text lies outside the text, or cuts a character");
      }
      if (item.id_length == 0 || item.name_length == 0) return row("item", k, "no id or no name");
      if ((item.types & ~every_type) != 0 || item.reserved != 0) {
        return row("item", k, "unknown types");
      }
      if (k > 0 && sections_.id(k - 1) >= sections_.id(k)) {
        return row("item", k, "ids are not in order");
      }
    }
    return {};
  }

  Fault check_aliases() const {
    const std::size_t count = sections_.aliases.size();
    for (std::size_t k = 0; k < count; ++k) {
      const AliasRow alias = sections_.aliases[k];
      if (!is_boundary(alias.text_at) ||
          !is_boundary(std::uint64_t{alias.text_at} + alias.length)) {
        return row("alias", k, "its text lies outside the text, or cuts a character");
      }
      if (alias.length == 0 || alias.reserved != 0) return row("alias", k, "no text");
      if (sections_.alias_hashes[k] != key_hash(sections_.alias(k))) {
        return row("alias", k, "the hash is another text's");
      }
      if (k > 0 && !is_before(k - 1, k)) return row("alias", k, "aliases are not in order");
      if (k == 0 && alias.first_candidate != 0) return row("alias", k, "candidates are left over");
      if (alias.first_candidate >= sections_.candidates_end(k)) {
        return row("alias", k, "it has no candidates");
      }
    }
    if (count == 0 && sections_.candidates.size() > 0) return "candidates without an alias";
    return {};
  }

  bool is_before(std::size_t left, std::size_t right) const {
    return std::pair(sections_.alias_hashes[left], sections_.alias(left)) <
           std::pair(sections_.alias_hashes[right], sections_.alias(right));
  }

  /// REQUIRES: the aliases' ranges are ascending; each range is then inside what was compared before.
  Fault check_candidates() const {
    for (std::size_t k = 0; k < sections_.aliases.size(); ++k) {
      const std::size_t first = sections_.aliases[k].first_candidate;
      const std::size_t end = sections_.candidates_end(k);
      if (end > sections_.candidates.size()) return row("alias", k, "it has too many candidates");
      for (std::size_t c = first; c < end; ++c) {
        const CandidateRow candidate = sections_.candidates[c];
        if (candidate.item >= sections_.items.size() || candidate.count == 0) {
          return row("candidate", c, "no such item, or no count");
        }
        if (c > first && !is_in_order(sections_.candidates[c - 1], candidate)) {
          return row("candidate", c, "candidates are not in order");
        }
      }
    }
    return {};
  }

  static bool is_in_order(const CandidateRow& left, const CandidateRow& right) {
    return left.count > right.count || (left.count == right.count && left.item < right.item);
  }

  const Sections& sections_;
};

}  // namespace

std::string_view Sections::alias(std::size_t index) const noexcept {
  const AliasRow alias = aliases[index];
  return {text.data() + alias.text_at, alias.length};
}

std::size_t Sections::candidates_end(std::size_t index) const noexcept {
  return index + 1 < aliases.size() ? aliases[index + 1].first_candidate : candidates.size();
}

std::string_view Sections::id(std::size_t index) const noexcept {
  const ItemRow item = items[index];
  return {text.data() + item.text_at, item.id_length};
}

Result<Sections> open_sections(std::span<const std::byte> file, std::string_view name) {
  if (auto error = check_envelope(file, name)) return *error;
  const auto body = file.subspan(envelope_size);
  const base::Sha256 digest = base::sha256(body);
  if (std::memcmp(digest.data(), file.data() + hash_at, digest.size()) != 0) {
    return corrupt(name, hash_at, "the body does not match its SHA-256");
  }
  auto sections = cut(body);
  if (!sections) return corrupt(name, envelope_size, "the sections do not fill the body");
  if (const auto wrong = Verifier(*sections).run()) return corrupt(name, envelope_size, *wrong);
  sections->sha256 = base::hexadecimal(digest);
  return *std::move(sections);
}

}  // namespace quoth::kb
