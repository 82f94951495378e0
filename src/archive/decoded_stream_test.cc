#include "archive/decoded_stream.h"

#include <gtest/gtest.h>

#include "archive/made_up_archive.h"
#include "archive/memory_stream.h"

namespace quoth::archive {
namespace {

using Like = MemoryStream::Like;

/// All that can be read, with "[what is wrong]" where something is.
std::string read(ByteSource source) {
  std::string out;
  for (int faults = 0; faults < 100; ++faults) {
    for (std::string_view bytes = source.peek(1); !bytes.empty(); bytes = source.peek(1)) {
      out += bytes;
      source.skip(bytes.size());
    }
    if (!source.fault()) return out;
    out += "[" + source.fault()->what + "]";
    if (!source.resume()) return out;
  }
  return out + "[endless]";
}

TEST(DecodedStream, members_follow_one_another_however_they_come) {
  const std::string members = gzip("one ") + gzip("") + gzip("two ") + gzip("three");
  for (const Like like : {Like::disk, Like::pipe}) {
    for (const std::size_t piece : {1U, 3U, 4096U})
      EXPECT_EQ(read(memory_source(members, like, piece)), "one two three");
  }
  EXPECT_EQ(read(memory_source(zstd("one ") + zstd("two"))), "one two");
}

TEST(DecodedStream, zero_bytes_behind_a_member_are_padding) {
  EXPECT_EQ(read(memory_source(gzip("one") + std::string(512, '\0'))), "one");
  EXPECT_EQ(read(memory_source(gzip("one") + std::string(9, '\0') + gzip("two"))), "onetwo");
}

TEST(DecodedStream, what_is_no_member_is_told_and_passed_over) {
  EXPECT_EQ(read(memory_source(gzip("one") + "rubbish" + gzip("two"))),
            "one[no compressed data where they should go on]two");
}

TEST(DecodedStream, a_member_that_is_cut_off_hides_none_behind_it) {
  const std::string whole = gzip("a sentence that is long enough to be cut in two");
  for (const Like like : {Like::disk, Like::pipe}) {
    const std::string got =
        read(memory_source(whole.substr(0, whole.size() - 12) + gzip("two"), like));
    EXPECT_NE(got.find("compressed data"), std::string::npos) << got;
    EXPECT_TRUE(got.ends_with("two") || like == Like::pipe) << got;
  }
  EXPECT_TRUE(
      read(memory_source(whole.substr(0, 30))).ends_with("[the compressed data are cut off]"));
}

TEST(DecodedStream, a_member_without_a_good_first_byte_is_told_once) {
  for (const Like like : {Like::disk, Like::pipe}) {
    EXPECT_EQ(read(memory_source("\x28\xB5\x2F\xFDrubbish" + zstd("two"), like)),
              "[broken compressed data]two");
  }
}

TEST(DecodedStream, a_broken_checksum_is_told) {
  std::string broken = gzip("one");
  broken[broken.size() - 5] ^= 1;
  EXPECT_NE(read(memory_source(broken + gzip("two"))).find("[broken compressed data]two"),
            std::string::npos);
}

TEST(DecodedStream, frames_of_zstandard_may_have_a_dictionary_and_others_to_skip) {
  std::string dictionary;
  for (int k = 0; k < 300; ++k) dictionary += "word" + std::to_string(k * 7919 % 1000) + ' ';
  const auto frame = [](std::string_view magic, std::string_view bytes) {
    std::string head(magic);
    for (int k = 0; k < 4; ++k) head += static_cast<char>(bytes.size() >> (8 * k) & 0xFFU);
    return head + std::string(bytes);
  };
  const std::string text = dictionary.substr(100, 900);
  const std::string frames =
      zstd(text, dictionary) + frame("\x50\x2A\x4D\x18", "ignored") + zstd("end", dictionary);
  EXPECT_EQ(read(memory_source(frame(dictionary_magic, dictionary) + frames)), text + "end");
  EXPECT_EQ(read(memory_source(frame(dictionary_magic, zstd(dictionary)) + frames)), text + "end");
  EXPECT_NE(read(memory_source(frame(dictionary_magic, "cut").substr(0, 9))).find("dictionary"),
            std::string::npos);
}

TEST(DecodedStream, a_large_member_is_decoded_in_pieces) {
  std::string text;
  for (int k = 0; k < 600000; ++k) text += std::to_string(k * 2654435761U);
  EXPECT_EQ(read(memory_source(gzip(text) + gzip("end"), Like::disk, 65536)), text + "end");
}

TEST(DecodedStream, what_grows_without_bounds_is_not_read_to_its_end) {
  const std::string bomb = gzip(std::string(std::size_t{128} << 20U, 'x'));
  ByteSource source = memory_source(bomb + gzip("two"), Like::disk, 65536);
  const std::uint64_t read = source.pass_over(~std::uint64_t{0});
  ASSERT_TRUE(source.fault());
  EXPECT_EQ(source.fault()->kind, Fault::Kind::limit);
  EXPECT_LT(read, std::uint64_t{80} << 20U);
  EXPECT_FALSE(source.resume());
}

TEST(DecodedStream, members_that_are_all_broken_are_not_read_over_and_over) {
  // Each begins a stored block of 64 kB that holds the ones after it, and its checksum is wrong.
  const std::string head =
      gzip(std::string_view()).substr(0, 10) + "\x01\xFF\xFF" + std::string(2, '\0');
  std::string bytes;
  while (bytes.size() < (std::size_t{4} << 20U)) bytes += head;
  ByteSource source = memory_source(bytes, Like::disk, 65536);
  std::size_t faults = 0;
  std::uint64_t made = 0;
  do {
    made += source.pass_over(~std::uint64_t{0});
    ++faults;
  } while (source.fault() && source.resume());
  EXPECT_GT(faults, 1U);
  EXPECT_LT(made, std::uint64_t{64} << 20U);
}

}  // namespace
}  // namespace quoth::archive
