#include "database/families.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "database/family_rows.h"
#include "database/rendering_candidates.h"
#include "database/utterances.h"
#include "variants/alignment.h"
#include "variants/difference_classes.h"
#include "variants/families.h"
#include "variants/words.h"

namespace quoth::database {
namespace {

/// Rows of tables family and variant.
struct VariantRow {
  std::int64_t quotation = 0, severity = 0, classes = 0;
  bool operator==(const VariantRow&) const = default;
  auto operator<=>(const VariantRow&) const = default;
};
struct FamilyRow {
  std::int64_t id = 0, head = 0, first = 0, publishers = 0, exact = 0;
  std::vector<VariantRow> members;  ///< In the order of quotations.
  bool operator==(const FamilyRow&) const = default;
};

/// Makes rows of what was joined.
class RowMaker {
 public:
  explicit RowMaker(const Utterances& utterances) : utterances_(utterances) {}

  /// Nothing: all stand in one article.
  std::optional<FamilyRow> row(const variants::Family& family) {
    const auto origin = [&](std::uint32_t member) { return utterances_.origin(member); };
    const std::int64_t article = origin(family.head).sighting;
    if (std::all_of(family.members.begin(), family.members.end(),
                    [&](std::uint32_t member) { return origin(member).sighting == article; }))
      return {};
    FamilyRow row;
    row.head = origin(family.head).quotation;
    row.first = origin(family.first_sighting()).quotation;
    row.publishers = family.publishers;
    row.exact = family.exact;
    const variants::Utterance& head = utterances_.all()[family.head];
    head_words_.read(head.content);
    for (const std::uint32_t member : family.members) row.members.push_back(variant(head, member));
    std::sort(row.members.begin(), row.members.end());
    row.id = row.members.front().quotation;
    return row;
  }

 private:
  VariantRow variant(const variants::Utterance& head, std::uint32_t member) {
    const variants::Utterance& utterance = utterances_.all()[member];
    words_.read(utterance.content);
    aligner_.align(head_words_, words_, alignment_);
    const auto differences = variants::classify(head, utterance, head_words_, words_, alignment_);
    VariantRow row{utterances_.origin(member).quotation,
                   static_cast<std::int64_t>(differences.severity), 0};
    for (const variants::Finding& finding : differences.findings)
      row.classes |= std::int64_t{1} << static_cast<unsigned>(finding.difference);
    return row;
  }

  const Utterances& utterances_;
  variants::Words head_words_, words_;
  variants::Aligner aligner_;
  variants::Alignment alignment_;
};

std::vector<FamilyRow> joined(const Utterances& utterances) {
  RowMaker maker(utterances);
  std::vector<FamilyRow> rows;
  for (const variants::Family& family : variants::join(utterances.all())) {
    if (auto row = maker.row(family)) rows.push_back(*std::move(row));
  }
  std::sort(rows.begin(), rows.end(),
            [](const FamilyRow& x, const FamilyRow& y) { return x.id < y.id; });
  return rows;
}

std::vector<std::int64_t> numbers(Connection& connection, std::string_view sql) {
  std::vector<std::int64_t> found;
  Statement rows(connection, sql);
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

/// The families that are stored, and their replacement by others.
class FamilyTable {
 public:
  explicit FamilyTable(Connection& connection)
      : connection_(connection),
        family_(connection, "SELECT head, first, publishers, exact FROM family WHERE id = ?1"),
        members_(connection,
                 "SELECT quotation, severity, classes FROM variant WHERE family = ?1 ORDER BY "
                 "quotation"),
        family_of_(connection, "SELECT family FROM variant WHERE quotation = ?1"),
        remove_variants_(connection, "DELETE FROM variant WHERE family = ?1"),
        remove_family_(connection, "DELETE FROM family WHERE id = ?1"),
        add_family_(connection,
                    "INSERT INTO family (id, head, first, publishers, exact, members) VALUES (?1, "
                    "?2, ?3, ?4, ?5, ?6)"),
        add_variant_(connection,
                     "INSERT INTO variant (quotation, family, severity, classes) VALUES (?1, ?2, "
                     "?3, ?4)") {}

  std::optional<std::int64_t> family_of(std::int64_t quotation) {
    return family_of_.find(quotation);
  }

  FamilyRow read(std::int64_t id) {
    FamilyRow row{id, 0, 0, 0, 0, {}};
    family_.start(id);
    if (family_.next()) {
      row.head = family_.integer(0);
      row.first = family_.integer(1);
      row.publishers = family_.integer(2);
      row.exact = family_.integer(3);
    }
    family_.rewind();
    members_.start(id);
    while (members_.next())
      row.members.push_back({members_.integer(0), members_.integer(1), members_.integer(2)});
    members_.rewind();
    return row;
  }

  /// Puts `made` (by id) in the place of the families of `old`. Gives how many differed.
  std::uint64_t replace(const std::vector<std::int64_t>& old, const std::vector<FamilyRow>& made) {
    std::vector<bool> is_stored(made.size());
    std::vector<std::int64_t> gone;
    for (const std::int64_t id : old) {
      const auto same = std::lower_bound(
          made.begin(), made.end(), id,
          [](const FamilyRow& row, std::int64_t wanted) { return row.id < wanted; });
      if (same != made.end() && same->id == id && read(id) == *same) {
        is_stored[static_cast<std::size_t>(same - made.begin())] = true;
      } else {
        gone.push_back(id);
      }
    }
    const auto added =
        static_cast<std::uint64_t>(std::count(is_stored.begin(), is_stored.end(), false));
    if (gone.empty() && added == 0 && !families_are_due(connection_)) return 0;
    // All that goes goes first: a rendering may have changed its family.
    for (const std::int64_t id : gone) {
      remove_variants_.run(id);
      remove_family_.run(id);
    }
    for (std::size_t k = 0; k < made.size(); ++k) {
      if (!is_stored[k]) add(made[k]);
    }
    connection_.run("DELETE FROM loose; DELETE FROM state WHERE name = 'families_due'");
    return std::max(added, static_cast<std::uint64_t>(gone.size()));
  }

 private:
  void add(const FamilyRow& row) {
    add_family_.run(row.id, row.head, row.first, row.publishers, row.exact, row.members.size());
    for (const VariantRow& member : row.members)
      add_variant_.run(member.quotation, row.id, member.severity, member.classes);
  }

  Connection& connection_;
  Statement family_, members_, family_of_, remove_variants_, remove_family_, add_family_,
      add_variant_;
};

// To ask the index of words for one quotation's candidates takes about as long as to join so many.
constexpr std::int64_t utterances_a_question = 128;

/// Whether to join all is the quicker way, or the only one.
bool needs_all(Connection& connection) {
  return connection.number("SELECT value FROM state WHERE name = 'families_due'") != 0 ||
         connection.number("SELECT count(*) FROM loose") * utterances_a_question >
             connection.number("SELECT count(*) FROM quotation");
}

/// What a join of what is due has to look at: the loose quotations, what they may be renderings of, and the families of both.
struct DueScope {
  std::vector<std::int64_t> quotations, families;
};

DueScope due_scope(Connection& connection, FamilyTable& table) {
  const std::vector<std::int64_t> loose = numbers(connection, "SELECT quotation FROM loose");
  std::set<std::int64_t> quotations(loose.begin(), loose.end()), families;
  RenderingCandidates candidates(connection);
  const Utterances loosened(connection, loose);
  for (const variants::Utterance& utterance : loosened.all()) {
    const auto found = candidates.of(utterance.content);
    quotations.insert(found.begin(), found.end());
  }
  for (const std::int64_t quotation : quotations) {
    if (const auto family = table.family_of(quotation)) families.insert(*family);
  }
  for (const std::int64_t family : families) {
    for (const VariantRow& member : table.read(family).members) quotations.insert(member.quotation);
  }
  return {{quotations.begin(), quotations.end()}, {families.begin(), families.end()}};
}

}  // namespace

Result<JoinedFamilies> join_families(Connection& connection, JoinScope scope) {
  JoinedFamilies done;
  Transaction transaction(connection);
  FamilyTable table(connection);
  const auto write = [&](const Utterances& utterances, const std::vector<std::int64_t>& old) {
    if (connection.error()) return;
    done.utterances = utterances.all().size();
    done.written = table.replace(old, joined(utterances));
  };
  if (scope == JoinScope::all || needs_all(connection)) {
    write(Utterances(connection), numbers(connection, "SELECT id FROM family"));
  } else if (families_are_due(connection)) {
    DueScope due = due_scope(connection, table);
    write(Utterances(connection, std::move(due.quotations)), due.families);
  }
  if (auto error = transaction.commit()) return *std::move(error);
  done.families = static_cast<std::uint64_t>(connection.number("SELECT count(*) FROM family"));
  done.renderings = static_cast<std::uint64_t>(connection.number("SELECT count(*) FROM variant"));
  return done;
}

}  // namespace quoth::database
