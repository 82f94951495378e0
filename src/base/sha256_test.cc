#include "base/sha256.h"

#include <gtest/gtest.h>

#include <string_view>

namespace quoth::base {
namespace {

std::string digest_of(std::string_view text) {
  return hexadecimal(sha256(std::as_bytes(std::span(text))));
}

TEST(Sha256, agrees_with_the_standards_examples) {
  EXPECT_EQ(digest_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace quoth::base
