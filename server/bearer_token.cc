#include "server/bearer_token.h"

#include <openssl/crypto.h>

#include <filesystem>
#include <fstream>
#include <span>

namespace quoth::server {
namespace {

constexpr std::string_view scheme = "bearer ";

base::Sha256 hash_of(std::string_view text) {
  return base::sha256(std::as_bytes(std::span(text.data(), text.size())));
}

std::string_view without_space_around(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool starts_with_scheme(std::string_view authorization) noexcept {
  if (authorization.size() < scheme.size()) return false;
  for (std::size_t k = 0; k < scheme.size(); ++k) {
    const char c = authorization[k];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != scheme[k]) return false;
  }
  return true;
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
  const std::string_view token = without_space_around(line);
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
  if (!starts_with_scheme(authorization)) return false;
  const base::Sha256 given = hash_of(without_space_around(authorization.substr(scheme.size())));
  return CRYPTO_memcmp(given.data(), hash_.data(), hash_.size()) == 0;
}

}  // namespace quoth::server
