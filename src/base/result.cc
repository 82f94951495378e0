#include "quoth/result.h"

namespace quoth {

const char* name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::invalid_utf8:
      return "invalid_utf8";
    case ErrorCode::document_too_large:
      return "document_too_large";
    case ErrorCode::file_not_found:
      return "file_not_found";
    case ErrorCode::model_corrupt:
      return "model_corrupt";
    case ErrorCode::model_too_new:
      return "model_too_new";
    case ErrorCode::invalid_option:
      return "invalid_option";
    case ErrorCode::file_unreadable:
      return "file_unreadable";
    case ErrorCode::invalid_json:
      return "invalid_json";
    case ErrorCode::unknown_encoding:
      return "unknown_encoding";
    case ErrorCode::kernel_unavailable:
      return "kernel_unavailable";
    case ErrorCode::output_unwritable:
      return "output_unwritable";
    case ErrorCode::kb_corrupt:
      return "kb_corrupt";
    case ErrorCode::kb_too_new:
      return "kb_too_new";
    case ErrorCode::invalid_row:
      return "invalid_row";
    case ErrorCode::archive_corrupt:
      return "archive_corrupt";
    case ErrorCode::archive_limit:
      return "archive_limit";
    case ErrorCode::page_too_large:
      return "page_too_large";
    case ErrorCode::no_main_text:
      return "no_main_text";
    case ErrorCode::invalid_feed:
      return "invalid_feed";
    case ErrorCode::invalid_record:
      return "invalid_record";
    case ErrorCode::record_corrupt:
      return "record_corrupt";
    case ErrorCode::record_too_new:
      return "record_too_new";
    case ErrorCode::record_busy:
      return "record_busy";
    case ErrorCode::not_in_record:
      return "not_in_record";
    case ErrorCode::query_malformed:
      return "query_malformed";
    case ErrorCode::person_unknown:
      return "person_unknown";
    case ErrorCode::person_ambiguous:
      return "person_ambiguous";
    case ErrorCode::claim_empty:
      return "claim_empty";
    case ErrorCode::claim_too_long:
      return "claim_too_long";
  }
  return "unknown_error";
}

}  // namespace quoth
