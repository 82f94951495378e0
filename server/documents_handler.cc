#include <utility>

#include "database/entry.h"
#include "database/record_file.h"
#include "database/writer.h"
#include "server/handlers.h"
#include "server/problem.h"
#include "server/sent_text.h"
#include "store/json_writer.h"

namespace quoth::server {
namespace {

std::int64_t version_of(database::Connection& connection, const database::Entry& entry) {
  const DocumentFacts& facts = entry.recorded.facts;
  return database::Statement(connection,
                             "SELECT v.id FROM version v JOIN sighting s ON s.id = v.sighting JOIN "
                             "publisher p ON p.id = s.publisher JOIN text t ON t.id = v.text WHERE "
                             "p.name = ?1 AND s.key = ?2 AND t.hash = ?3")
      .find(facts.publisher.value_or(""), facts.key, database::Blob{database::bytes_of(entry.hash)})
      .value_or(0);
}

Response told(const database::Entry& entry, database::Added added, std::int64_t version) {
  std::string body;
  store::JsonWriter json(body);
  json.open_object();
  json.member("id", "sha256:" + base::hexadecimal(entry.hash));
  json.key("publisher");
  const auto& publisher = entry.recorded.facts.publisher;
  publisher ? json.string(*publisher) : json.null();
  json.member("key", entry.recorded.facts.key);
  json.key("version");
  json.number(static_cast<std::uint64_t>(version));
  json.member("added", name(added));
  json.key("quotations");
  json.number(entry.recorded.record.quotations.size());
  json.close_object();
  Response response = json_response(std::move(body));
  response.status = added == database::Added::known ? 200 : 201;
  if (response.status == 201) {
    response.set("Location", "/api/v1/articles/" + std::to_string(version));
  }
  return response;
}

/// On the disk when it returns without an error. The record's lock is held meanwhile, and no longer.
Response store(const Call& call, database::Entry entry) {
  const std::lock_guard writing(*call.writing);
  auto file = database::RecordFile::open_for_writing(call.record, false);
  if (!file) return problem_of(file.error(), call.record);
  database::Writer writer(file->connection(),
                          {std::string("quoth ") + QUOTH_VERSION, "over HTTP", false});
  const auto added = writer.add(entry);
  if (!added) return problem_of(*file->connection().error(), call.record);
  if (*added == database::Added::forgotten) {
    return problem(409, "forgotten", "Forgotten before",
                   "this article was taken out of the record and does not come back");
  }
  if (const auto error = writer.finish()) return problem_of(*error, call.record);
  const std::int64_t version = version_of(file->connection(), entry);
  if (file->connection().error()) return problem_of(*file->connection().error(), call.record);
  return told(entry, *added, version);
}

}  // namespace

Response post_document(const Call& call) {
  Response refusal;
  auto sent = sent_text_of(call.body, refusal);
  if (!sent) return refusal;
  if (sent->facts.key.empty()) {
    return problem(400, "invalid_body", "Invalid body",
                   "the body has neither key nor url: an article is known by one of them");
  }
  sent->facts.path = "HTTP";
  auto read = call.engine->read(std::move(sent->text), std::move(sent->facts), call.stop);
  if (!read) return problem_of(read.error(), call.record);
  // A stop in the midst leaves an empty record, which must not be kept.
  if (call.stop.stop_requested()) return busy("deadline_passed", "reading the text took too long");
  return store(call, database::Entry(*std::move(read)));
}

}  // namespace quoth::server
