// Prints who said what in one sentence. Needs nothing but the installed package: see CMakeLists.txt beside this file.

#include <quoth/extractor.h>

#include <iostream>

int main() {
  const auto extractor = quoth::Extractor::load();
  if (!extractor) {
    std::cerr << extractor.error().message << '\n';
    return 2;
  }
  const auto document = quoth::Document::from_utf8(
      "“We won,” said Ana Ruiz, the mayor. “It was close,” she added.\n");
  if (!document) {
    std::cerr << document.error().message << '\n';
    return 2;
  }
  const quoth::Record record = extractor->extract(*document);
  for (const quoth::Quotation& quotation : record.quotations) {
    const auto& speaker = quotation.speaker;
    std::cout << (speaker ? record.entities[speaker->entity].name : "somebody") << ':';
    for (const quoth::Span span : quotation.content) std::cout << ' ' << document->text(span);
    std::cout << '\n';
  }
  return 0;
}
