#pragma once

#include <string>
#include <string_view>

#include "base/sha256.h"
#include "quoth/result.h"

namespace quoth::server {

/// The word that whoever writes must know. Its hash alone is kept.
class BearerToken {
 public:
  static constexpr std::size_t fewest_bytes = 16;

  /// The file's first line, white space around it left out. Fails with file_not_found or invalid_option (too short to be a secret, or
  /// others on the machine may read the file).
  static Result<BearerToken> of_file(const std::string& path);

  explicit BearerToken(std::string_view token);

  /// Of an Authorization field, "Bearer …". Takes as long for one word as for another.
  bool is_in(std::string_view authorization) const;

 private:
  base::Sha256 hash_;
};

}  // namespace quoth::server
