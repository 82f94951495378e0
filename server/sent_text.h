#pragma once

#include <optional>
#include <string>

#include "quoth/record.h"
#include "server/call.h"

namespace quoth::server {

/// A text that somebody sends, with what they say about it.
struct SentText {
  std::string text;
  DocumentFacts facts;
};

/// Of a body {text, title, author, published, url, publisher, key}. Nothing where it is none; `refusal` then tells why. Without a key the
/// address is it.
std::optional<SentText> sent_text_of(const std::string& body, Response& refusal);

}  // namespace quoth::server
