#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "database/connection.h"

namespace quoth::database {

/// What was forgotten and must not come back, as hashes: the record does not tell what it was. Held in memory.
class Tombstones {
 public:
  explicit Tombstones(Connection& connection);

  bool has_text(const base::Sha256& hash) const;
  bool has_sighting(std::string_view publisher, std::string_view key) const;
  bool has_person(std::string_view name) const;  ///< Compared as kb::alias_key() writes names.
  bool has_any_person() const noexcept { return has_any_person_; }

  void add_text(const base::Sha256& hash);
  void add_sighting(std::string_view publisher, std::string_view key);
  void add_person(std::string_view name);

 private:
  enum class Kind : std::uint8_t { text = 0, sighting = 1, person = 2 };
  bool has(const base::Sha256& hash) const;
  void add(const base::Sha256& hash, Kind kind);

  Statement insert_;
  std::set<std::string> hashes_;
  bool has_any_person_ = false;
};

}  // namespace quoth::database
