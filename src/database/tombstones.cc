#include "database/tombstones.h"

#include <span>

#include "database/entry.h"
#include "kb/alias_key.h"

namespace quoth::database {
namespace {

base::Sha256 hash_of(const std::string& text) {
  return base::sha256(std::as_bytes(std::span(text.data(), text.size())));
}

// Neither part may hold what parts them.
base::Sha256 sighting_hash(std::string_view publisher, std::string_view key) {
  return hash_of("sighting:" + std::to_string(publisher.size()) + ":" + std::string(publisher) +
                 std::string(key));
}

base::Sha256 person_hash(std::string_view name) { return hash_of("person:" + kb::alias_key(name)); }

}  // namespace

Tombstones::Tombstones(Connection& connection)
    : insert_(connection, "INSERT OR IGNORE INTO tombstone (hash, kind) VALUES (?1, ?2)") {
  Statement all(connection, "SELECT hash, kind FROM tombstone");
  while (all.next()) {
    hashes_.emplace(all.blob(0));
    has_any_person_ = has_any_person_ || all.integer(1) == static_cast<int>(Kind::person);
  }
}

bool Tombstones::has(const base::Sha256& hash) const {
  return !hashes_.empty() && hashes_.contains(std::string(bytes_of(hash)));
}

bool Tombstones::has_text(const base::Sha256& hash) const { return has(hash); }
bool Tombstones::has_sighting(std::string_view publisher, std::string_view key) const {
  return !hashes_.empty() && has(sighting_hash(publisher, key));
}
bool Tombstones::has_person(std::string_view name) const {
  return has_any_person_ && has(person_hash(name));
}

void Tombstones::add(const base::Sha256& hash, Kind kind) {
  insert_.run(Blob{bytes_of(hash)}, static_cast<int>(kind));
  hashes_.emplace(bytes_of(hash));
  has_any_person_ = has_any_person_ || kind == Kind::person;
}

void Tombstones::add_text(const base::Sha256& hash) { add(hash, Kind::text); }
void Tombstones::add_sighting(std::string_view publisher, std::string_view key) {
  add(sighting_hash(publisher, key), Kind::sighting);
}
void Tombstones::add_person(std::string_view name) { add(person_hash(name), Kind::person); }

}  // namespace quoth::database
