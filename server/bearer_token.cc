#include "server/bearer_token.h"

#include <openssl/crypto.h>

#include <filesystem>
#include <fstream>
#include <span>

#include "server/ascii.h"

namespace quoth::server {
namespace {

constexpr std::string_view scheme = "bearer ";

base::Sha256 hash_of(std::string_view text) {
  return base::sha256(std::as_bytes(std::span(text.data(), text.size())));
}

}  // namespace

Result<BearerToken> BearerToken::of_file(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const auto permissions = fs::status(path, failed).permissions();
  std::ifstream file(path);
  if (failed || !file)
    return Error{ErrorCode::file_not_found, path + ": the file of the token cannot be read"};
  if ((permissions & (fs::perms::group_read | fs::perms::others_read)) != fs::perms::none) {
    return Error{ErrorCode::invalid_option,
                 path + ": others on this machine may read the token; chmod 600 it"};
  }
  std::string line;
  std::getline(file, line);
  const std::string_view token = trimmed(line);
  if (token.size() < fewest_bytes) {
    return Error{ErrorCode::invalid_option,
                 path +
                     ": its first line has fewer than 16 bytes, too few for a token; write a "
                     "long random word, such as openssl rand -hex 32 prints"};
  }
  return BearerToken(token);
}

BearerToken::BearerToken(std::string_view token) : hash_(hash_of(token)) {}

bool BearerToken::is_in(std::string_view authorization) const {
  if (!is_word(authorization.substr(0, scheme.size()), scheme)) return false;
  const base::Sha256 given = hash_of(trimmed(authorization.substr(scheme.size())));
  return CRYPTO_memcmp(given.data(), hash_.data(), hash_.size()) == 0;
}

}  // namespace quoth::server
