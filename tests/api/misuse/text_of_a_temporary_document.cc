#include <quoth/document.h>

quoth::Document make_document();

std::size_t text_size() {
#ifdef RIGHT_USE
  const quoth::Document document = make_document();
  return document.text().size();
#else
  return make_document().text().size();  // The view would dangle in any longer expression.
#endif
}
