#include "archive/faults.h"

#include <fmt/format.h>

namespace quoth::archive {

Error error_at(ErrorCode code, std::string_view path, std::uint64_t offset, std::string_view what) {
  return {code, fmt::format("{}: byte {}: {}", path, offset, what)};
}

Error error_of(const Fault& fault, std::string_view path) {
  switch (fault.kind) {
    case Fault::Kind::unreadable:
      return error_at(ErrorCode::file_unreadable, path, fault.offset,
                      fault.what + "; what came before was read, try again");
    case Fault::Kind::limit:
      return error_at(ErrorCode::archive_limit, path, fault.offset,
                      fault.what + "; decompress the file yourself if you trust it");
    case Fault::Kind::broken:
      break;
  }
  return error_at(ErrorCode::archive_corrupt, path, fault.offset,
                  fault.what + "; fetch the file again, the rest is read where it can be");
}

}  // namespace quoth::archive
