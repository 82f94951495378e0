#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace quoth::page {

/// What a page's JSON-LD says of its article; empty strings where it says nothing.
struct ArticleData {
  std::string headline, body, published, modified, author, publisher, language;
};

/// Reads the scripts of JSON-LD one after the other; the parser's memory is reused.
class JsonLdReader {
 public:
  JsonLdReader();
  ~JsonLdReader();

  /// Adds what the script says of an article (schema.org's NewsArticle, BlogPosting …) and is not known yet; what is no JSON is passed over.
  void read(std::string_view script, ArticleData& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::page
