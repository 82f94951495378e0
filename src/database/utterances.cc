#include "database/utterances.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "database/day.h"
#include "database/packed.h"
#include "database/text_body.h"
#include "variants/content.h"

namespace quoth::database {
namespace {

// 1970-01-01 as day_of() counts.
constexpr std::int32_t epoch = 62092;

/// The whole record is read with `?1` null, else what its JSON list of quotations names.
constexpr std::string_view versions_in_order =
    "SELECT v.id, v.sighting, v.publisher, v.day, t.length, t.body FROM version v "
    "JOIN text t ON t.id = v.text JOIN sighting s ON s.id = v.sighting "
    "JOIN publisher p ON p.id = v.publisher "
    "WHERE ?1 IS NULL OR v.id IN (SELECT version FROM quotation WHERE id IN (SELECT value FROM "
    "json_each(?1))) ORDER BY v.day, p.name, s.key, v.number";

/// Whether all spans lie inside the text, on characters.
bool fit(std::string_view text, std::span<const Span> spans) {
  const auto cuts = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  return std::all_of(spans.begin(), spans.end(), [&](Span span) {
    return span.start <= span.end && span.end <= text.size() && !cuts(span.start) &&
           !cuts(span.end);
  });
}

}  // namespace

Utterances::Utterances(Connection& connection) {
  Statement versions(connection, versions_in_order);
  versions.start(std::nullopt);
  read(connection, versions, {});
}

Utterances::Utterances(Connection& connection, std::vector<std::int64_t> quotations) {
  std::sort(quotations.begin(), quotations.end());
  std::string list = "[";
  for (const std::int64_t quotation : quotations)
    list.append(list.size() > 1 ? "," : "").append(std::to_string(quotation));
  list += "]";
  Statement versions(connection, versions_in_order);
  versions.start(list);
  if (!quotations.empty()) read(connection, versions, quotations);
}

std::string_view Utterances::kept(std::string_view text) {
  if (text.empty()) return {};
  char* place = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

void Utterances::read(Connection& connection, Statement& versions,
                      std::span<const std::int64_t> wanted) {
  Statement rows(connection,
                 "SELECT q.id, q.kind, q.spans, e.name, e.type, e.kb FROM quotation q LEFT JOIN "
                 "entity e ON e.version = q.version AND e.number = q.speaker "
                 "WHERE q.version = ?1 AND q.state < 3 ORDER BY q.number");
  std::string content;
  while (versions.next()) {
    const auto text = decompressed(versions.blob(5), static_cast<std::size_t>(versions.integer(4)));
    const auto day = static_cast<std::int32_t>(versions.integer(3));
    rows.start(versions.integer(0));
    while (text && rows.next()) {
      if (!wanted.empty() && !std::binary_search(wanted.begin(), wanted.end(), rows.integer(0)))
        continue;
      Unpacker unpacker(rows.blob(2));
      const std::vector<Span> spans = unpacker.spans();
      if (!fit(*text, spans)) break;
      content.clear();
      variants::append_content(*text, spans, content);
      variants::Utterance utterance;
      utterance.content = kept(content);
      utterance.kind = static_cast<Quotation::Kind>(rows.integer(1));
      if (!rows.is_null(3)) {
        utterance.speaker = {kept(rows.text(3)), static_cast<EntityType>(rows.integer(4)),
                             kept(rows.text(5))};
      }
      utterance.day = day == 0 ? variants::Utterance::no_day : day - epoch;
      utterance.publisher = static_cast<std::uint32_t>(versions.integer(2));
      utterances_.push_back(utterance);
      origins_.push_back({rows.integer(0), versions.integer(1)});
    }
    rows.rewind();
    if (!text) {
      connection.fail({ErrorCode::record_corrupt,
                       fmt::format("{}: version {}: its text is no whole frame; see quoth verify "
                                   "--db",
                                   connection.path(), versions.integer(0))});
    }
  }
  versions.rewind();
}

}  // namespace quoth::database
