#include "search/profile.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "database/day.h"
#include "database/packed.h"
#include "search/hit_reader.h"
#include "search/people.h"
#include "variants/content.h"

// Everything is counted over the newest quotations of somebody, so many that a page is answered at once: who is quoted fifty thousand times
// has fifty thousand in the timeline, which an index alone gives, and the newest three thousand in the rest.

namespace quoth::search {
namespace {

constexpr std::size_t most_shown = 10;  // Of a list of people.
constexpr std::size_t most_contrasts = 6;
constexpr std::int64_t of_a_neighbour =
    200;  // Quotations of each that edges between neighbours count.

/// Not what somebody asks, quotes from others or is said to have said.
bool is_own_statement(const Hit& hit) {
  return hit.act != Quotation::Act::ask && !hit.parent &&
         std::find(hit.flags.begin(), hit.flags.end(), "second_hand") == hit.flags.end();
}

class ProfileReader {
 public:
  ProfileReader(database::Connection& connection, std::int64_t identity,
                const ProfileLimits& limits)
      : connection_(connection),
        identity_(identity),
        limits_(limits),
        people_(connection),
        hits_(connection),
        entity_(connection, "SELECT identity FROM entity WHERE version = ?1 AND number = ?2"),
        speaker_(connection,
                 "SELECT identity FROM quotation WHERE id = ?1 AND identity IS NOT NULL"),
        sighting_(connection, "SELECT sighting FROM version WHERE id = ?1"),
        quotations_(
            connection,
            "SELECT id, version, kind, act, addressed, links, negated, flags FROM quotation "
            "WHERE identity = ?1 AND state < 3 ORDER BY id DESC LIMIT ?2") {}

  Result<Profile> read();

 private:
  using Counts = std::map<std::int64_t, std::uint64_t>;
  struct Said {
    std::int64_t id = 0, version = 0;
    bool is_denied = false;
  };

  bool read_person();
  void read_timeline();
  void read_quotations();
  void read_companions();
  void read_about_them();
  void read_graph();
  void read_contradictions();
  std::vector<std::int64_t> subjects(std::int64_t version, std::string_view links);
  std::vector<Profile::Count> largest(const Counts& counts);

  database::Connection& connection_;
  std::int64_t identity_;
  const ProfileLimits& limits_;
  People people_;
  HitReader hits_;
  database::Statement entity_, speaker_, sighting_, quotations_;
  Profile profile_;
  std::vector<Said> said_;  // The newest first.
  Counts about_, about_them_;
};

/// Those about whom a quotation is, across documents, once each.
std::vector<std::int64_t> ProfileReader::subjects(std::int64_t version, std::string_view links) {
  std::vector<std::int64_t> found;
  if (links.empty()) return found;
  database::Unpacker unpacker(links);
  for (std::size_t k = unpacker.count(); k > 0; --k) {
    const auto subject = entity_.find(version, unpacker.number());
    const bool is_new =
        subject && *subject != 0 && std::find(found.begin(), found.end(), *subject) == found.end();
    if (is_new) found.push_back(*subject);
  }
  return found;
}

std::vector<Profile::Count> ProfileReader::largest(const Counts& counts) {
  std::vector<std::pair<std::int64_t, std::uint64_t>> order(counts.begin(), counts.end());
  const std::size_t most = std::min(order.size(), most_shown);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(),
                    [](const auto& left, const auto& right) {
                      return std::pair(right.second, left.first) <
                             std::pair(left.second, right.first);
                    });
  std::vector<Profile::Count> list;
  for (std::size_t k = 0; k < most; ++k) {
    auto person = people_.describe(order[k].first);
    if (person)
      list.push_back(
          {{person->identity, std::move(person->name), person->type, {}}, order[k].second});
  }
  return list;
}

bool ProfileReader::read_person() {
  auto person = people_.describe(identity_);
  if (!person) return false;
  profile_.person = {identity_, std::move(person->name), person->type, {}};
  database::Statement kb(connection_, "SELECT kb FROM identity WHERE id = ?1 AND kb IS NOT NULL");
  kb.start(identity_);
  if (kb.next()) profile_.kb = kb.text(0);
  database::Statement names(
      connection_,
      "SELECT name, documents FROM alias WHERE identity = ?1 AND documents > 0 "
      "ORDER BY documents DESC, name LIMIT 50");
  names.start(identity_);
  while (names.next())
    profile_.aliases.push_back(
        {std::string(names.text(0)), static_cast<std::uint64_t>(names.integer(1))});
  return true;
}

void ProfileReader::read_timeline() {
  database::Statement ids(connection_,
                          "SELECT id FROM quotation WHERE identity = ?1 AND state < 3 "
                          "ORDER BY id DESC LIMIT ?2");
  std::map<std::uint32_t, std::uint64_t> days;
  ids.start(identity_, limits_.timeline);
  while (ids.next()) {
    ++profile_.quotations;
    ++days[database::day_of_quotation(ids.integer(0))];
  }
  days.erase(0);
  if (days.empty()) return;
  profile_.first_day = days.begin()->first;
  profile_.last_day = days.rbegin()->first;
  for (const auto& [day, count] : days) {
    const std::string month = database::date_of(day).substr(0, 7);
    if (profile_.timeline.empty() || profile_.timeline.back().month != month)
      profile_.timeline.push_back({month, 0});
    profile_.timeline.back().count += count;
  }
}

void ProfileReader::read_quotations() {
  Counts to;
  quotations_.start(identity_, limits_.quotations);
  const database::Statement& row = quotations_;
  while (quotations_.next()) {
    ++profile_.counted;
    const auto kind = static_cast<std::size_t>(row.integer(2));
    const auto act = static_cast<std::size_t>(row.integer(3));
    if (kind < profile_.kinds.size()) ++profile_.kinds[kind];
    if (act < profile_.acts.size()) ++profile_.acts[act];
    if (row.integer(4) != 0) ++to[row.integer(4)];
    for (const std::int64_t subject : subjects(row.integer(1), row.blob(5))) {
      if (subject != identity_) ++about_[subject];
    }
    const bool is_denied =
        row.integer(6) != 0 || row.text(7).find("denied") != std::string_view::npos;
    said_.push_back({row.integer(0), row.integer(1), is_denied});
  }
  quotations_.rewind();
  profile_.about = largest(about_);
  profile_.to = largest(to);
}

void ProfileReader::read_companions() {
  database::Statement named(connection_,
                            "SELECT DISTINCT identity FROM entity WHERE version = ?1 AND identity "
                            "IS NOT NULL");
  std::set<std::int64_t> versions;
  Counts with;
  for (const Said& said : said_) {
    if (versions.size() >= limits_.articles) break;
    if (!versions.insert(said.version).second) continue;
    named.start(said.version);
    while (named.next()) {
      if (named.integer(0) != identity_) ++with[named.integer(0)];
    }
  }
  profile_.with = largest(with);
}

void ProfileReader::read_about_them() {
  database::Statement about(
      connection_,
      "SELECT quotation FROM about WHERE identity = ?1 ORDER BY quotation DESC "
      "LIMIT ?2");
  about.start(identity_, limits_.quotations);
  while (about.next()) {
    const auto speaker = speaker_.find(about.integer(0));
    if (speaker && *speaker != identity_) ++about_them_[*speaker];
  }
  profile_.about_them = largest(about_them_);
}

void ProfileReader::read_graph() {
  const Person& self = profile_.person;
  std::set<std::int64_t> known{identity_};
  profile_.nodes.push_back({identity_, self.name, profile_.quotations});
  for (const auto* list : {&profile_.about, &profile_.about_them}) {
    for (const Profile::Count& each : *list) {
      if (!known.insert(each.person.identity).second) continue;
      const auto person = people_.describe(each.person.identity);
      const auto quotations = person ? static_cast<std::uint64_t>(person->quotations) : 0U;
      profile_.nodes.push_back({each.person.identity, each.person.name, quotations});
    }
  }
  for (const Profile::Count& each : profile_.about)
    profile_.edges.push_back({identity_, each.person.identity, each.count});
  for (const Profile::Count& each : profile_.about_them)
    profile_.edges.push_back({each.person.identity, identity_, each.count});
  for (const Profile::Node& node : profile_.nodes) {
    if (node.identity == identity_ || node.quotations == 0) continue;
    Counts edges;
    quotations_.start(node.identity, of_a_neighbour);
    while (quotations_.next()) {
      for (const std::int64_t subject : subjects(quotations_.integer(1), quotations_.blob(5))) {
        const bool is_near = subject != identity_ && subject != node.identity;
        if (is_near && known.count(subject) > 0) ++edges[subject];
      }
    }
    quotations_.rewind();
    for (const auto& [subject, count] : edges)
      profile_.edges.push_back({node.identity, subject, count});
  }
}

void ProfileReader::read_contradictions() {
  const std::size_t most = std::min(said_.size(), limits_.compared);
  std::vector<Hit> hits;
  std::vector<std::string> texts;
  std::vector<const Said*> of;
  for (std::size_t k = 0; k < most; ++k) {
    auto hit = hits_.read(said_[k].id);
    if (!hit || !is_own_statement(*hit)) continue;
    const std::string* article = hits_.text_of(hit->version);
    if (article == nullptr) continue;
    variants::append_content(*article, hit->content, texts.emplace_back());
    hits.push_back(*std::move(hit));
    of.push_back(&said_[k]);
  }
  std::vector<Saying> sayings;
  for (std::size_t k = 0; k < hits.size(); ++k) {
    const std::int64_t article = sighting_.find(hits[k].version).value_or(0);
    sayings.push_back({texts[k], of[k]->is_denied, article, hits[k].family});
  }
  for (Contrast& contrast : contrasts(sayings, most_contrasts)) {
    // The newest come first.
    profile_.contradictions.push_back(
        {hits[contrast.b], hits[contrast.a], std::move(contrast.why)});
  }
}

Result<Profile> ProfileReader::read() {
  if (!read_person()) {
    if (connection_.error()) return *connection_.error();
    return Error{ErrorCode::person_unknown,
                 fmt::format("{}: there is nobody of the number {}; quoth entity list shows who is "
                             "known",
                             connection_.path(), identity_)};
  }
  read_timeline();
  read_quotations();
  read_companions();
  read_about_them();
  read_graph();
  read_contradictions();
  for (std::size_t k = 0; k < std::min(said_.size(), limits_.latest); ++k) {
    if (auto hit = hits_.read(said_[k].id)) profile_.latest.push_back(*std::move(hit));
  }
  if (connection_.error()) return *connection_.error();
  return std::move(profile_);
}

}  // namespace

Result<Profile> profile_of(database::Connection& connection, std::int64_t identity,
                           const ProfileLimits& limits) {
  return ProfileReader(connection, identity, limits).read();
}

}  // namespace quoth::search
