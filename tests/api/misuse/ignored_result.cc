#include <quoth/document.h>

bool is_document(const std::string& text) {
#ifdef RIGHT_USE
  return quoth::Document::from_utf8(text).has_value();
#else
  quoth::Document::from_utf8(text);
  return true;
#endif
}
