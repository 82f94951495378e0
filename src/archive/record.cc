#include "archive/record.h"

namespace quoth::archive {

const char* name(RecordKind kind) noexcept {
  switch (kind) {
    case RecordKind::warcinfo:
      return "warcinfo";
    case RecordKind::response:
      return "response";
    case RecordKind::resource:
      return "resource";
    case RecordKind::request:
      return "request";
    case RecordKind::metadata:
      return "metadata";
    case RecordKind::revisit:
      return "revisit";
    case RecordKind::conversion:
      return "conversion";
    case RecordKind::continuation:
      return "continuation";
    case RecordKind::other:
      return "other";
  }
  return "other";
}

}  // namespace quoth::archive
