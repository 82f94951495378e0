#include <quoth/offsets.h>

std::string_view words(const quoth::Document& document, quoth::Span span) {
#ifdef RIGHT_USE
  return document.text(span);
#else
  return document.text(quoth::OffsetMap(document).code_points(span));  // Code points are no bytes.
#endif
}
