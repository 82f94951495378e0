#include "ingest/feed_text.h"

namespace quoth::ingest {

Result<std::string> text_of_feed_html(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return std::string(html);
  return Error{ErrorCode::invalid_feed, "content in HTML cannot be read by this build"};
}

}  // namespace quoth::ingest
