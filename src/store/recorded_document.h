#pragma once

#include "quoth/document.h"
#include "quoth/quotation.h"
#include "quoth/record.h"

namespace quoth::store {

/// All that a line of quoth.record/1 with its text says.
struct RecordedDocument {
  Document document;
  Record record;
  DocumentFacts facts;
  EngineFacts engine;
};

}  // namespace quoth::store
