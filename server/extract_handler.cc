#include "server/handlers.h"
#include "server/problem.h"
#include "server/sent_text.h"

namespace quoth::server {

Response post_extract(const Call& call) {
  Response refusal;
  auto sent = sent_text_of(call.body, refusal);
  if (!sent) return refusal;
  const auto read = call.engine->read(std::move(sent->text), std::move(sent->facts), call.stop);
  if (!read) return problem_of(read.error(), call.record);
  return json_response(to_json(read->document, read->record, read->facts, read->engine,
                               {.offsets = call.offsets, .with_text = true}));
}

}  // namespace quoth::server
