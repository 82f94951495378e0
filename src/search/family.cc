#include "search/family.h"

#include <utility>

namespace quoth::search {

using database::Connection;

FamilyReader::FamilyReader(Connection& connection)
    : hits_(connection),
      family_(connection,
              "SELECT head, first, publishers, exact, members FROM family WHERE id = ?1"),
      // Day 0 is unknown: such ones come last.
      members_(
          connection,
          "SELECT quotation FROM variant WHERE family = ?1 ORDER BY quotation <> ?2, quotation "
          "< (1 << 24), quotation LIMIT ?3"),
      family_of_(connection, "SELECT family FROM variant WHERE quotation = ?1"),
      list_(
          connection,
          "SELECT f.id, f.head, f.publishers, f.members, (SELECT max(severity) FROM variant WHERE "
          "family = f.id) AS severity FROM family f WHERE severity >= ?1 "
          "ORDER BY f.members DESC, f.id DESC LIMIT ?2") {}

std::optional<Family> FamilyReader::read(std::int64_t id, std::size_t most) {
  Family family;
  std::uint32_t size = 0;
  family_.start(id);
  const bool is_there = family_.next();
  if (is_there) {
    family.id = id;
    family.head = family_.integer(0);
    family.first = family_.integer(1);
    family.publishers = static_cast<std::uint32_t>(family_.integer(2));
    family.exact = static_cast<std::uint32_t>(family_.integer(3));
    size = static_cast<std::uint32_t>(family_.integer(4));
  }
  family_.rewind();
  if (!is_there) return {};
  family.altered = size - family.exact;
  std::vector<std::int64_t> quotations;
  members_.start(id, family.head, most);
  while (members_.next()) quotations.push_back(members_.integer(0));
  members_.rewind();
  for (const std::int64_t quotation : quotations) {
    auto hit = hits_.read(quotation);
    if (!hit) return {};
    family.members.push_back({*std::move(hit), {}});
    if (quotation == family.head) continue;
    Family::Member& member = family.members.back();
    member.comparison = compare(rendering_of(family.members.front().hit), rendering_of(member.hit));
  }
  return family;
}

std::optional<std::int64_t> FamilyReader::family_of(std::int64_t quotation) {
  return family_of_.find(quotation);
}

std::vector<FamilySummary> FamilyReader::list(variants::Severity least, std::size_t most) {
  std::vector<FamilySummary> found;
  list_.start(static_cast<int>(least), most);
  while (list_.next()) {
    found.push_back({list_.integer(0), list_.integer(1),
                     static_cast<std::uint32_t>(list_.integer(2)),
                     static_cast<std::uint32_t>(list_.integer(3)),
                     static_cast<variants::Severity>(list_.integer(4))});
  }
  list_.rewind();
  return found;
}

}  // namespace quoth::search
