#include "kb/item_reader.h"

#include <bzlib.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace quoth::kb {
namespace {

class ItemReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() /
            ("quoth_item_reader_" +
             std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  }
  void TearDown() override { std::filesystem::remove(path_); }

  /// What is read of the text: "Q1 Name|Alias; " and "alias>title:3; " and "line 4 [code]; ".
  std::string read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    auto reader = ItemReader::open(path_.string());
    if (!reader) return told(reader.error());
    std::string all;
    for (auto got = reader->next(); got != ItemReader::Read::end; got = reader->next()) {
      if (got == ItemReader::Read::error) {
        all += told(reader->error());
      } else if (got == ItemReader::Read::item) {
        last_ = reader->item();
        all += last_.id + " " + last_.name;
        for (const std::string& alias : last_.aliases) all += "|" + alias;
        all += "; ";
      } else {
        const AliasCount& count = reader->alias_count();
        all += count.alias + ">" + count.title + ":" + std::to_string(count.count) + "; ";
      }
    }
    left_out_ = reader->left_out();
    return all;
  }

  std::string told(const Error& error) const {
    const std::string start = path_.string() + ":";
    EXPECT_EQ(error.message.substr(0, start.size()), start);
    const std::string number =
        error.message.substr(start.size(), error.message.find(':', start.size()) - start.size());
    return "line " + number + " [" + name(error.code) + "]; ";
  }

  std::filesystem::path path_;
  Item last_;
  std::size_t left_out_ = 0;
};

TEST_F(ItemReaderTest, json_lines_with_a_malformed_one) {
  EXPECT_EQ(read("{\"id\":\"Q1\",\"name\":\"Ana Ruiz\",\"aliases\":[\"Ruiz\",\"A. Ruiz\"]}\n"
                 "\n"
                 "{\"id\":\"Q2\",\"name\":\n"
                 "{\"id\":\"Q3\"}\n"
                 "{\"id\":\"Q 4\",\"name\":\"x\"}\n"
                 "[1]\n"
                 "{\"id\":\"Q5\",\"name\":\"Bo\",\"aliases\":\"B\",\"description\":\"d\",\"types\":"
                 "[\"person\",\"place\"],"
                 "\"dates\":{\"start\":\"1961-08-04\",\"end\":\"-0043\"},\"weight\":7}"),
            "Q1 Ana Ruiz|Ruiz|A. Ruiz; line 3 [invalid_json]; line 4 [invalid_json]; line 5 "
            "[invalid_json]; line 6 [invalid_json]; Q5 Bo|B; ");
  EXPECT_EQ(last_.types, person | place);
  EXPECT_EQ(last_.start_year, 1961);
  EXPECT_EQ(last_.end_year, -43);
  EXPECT_EQ(last_.weight, 7U);
}

TEST_F(ItemReaderTest, a_table_with_a_malformed_row) {
  EXPECT_EQ(read("name\tid\taliases\tunknown\tdates\ttypes\r\n"
                 "Ana Ruiz\tQ1\tRuiz|A. Ruiz\tx\t1950/2001-01-01\tperson\r\n"
                 "too\tfew\r\n"
                 "Bo\tQ2\t\t\t\t\r\n"
                 "\xFF\tQ3\t\t\t\t\r\n"),
            "Q1 Ana Ruiz|Ruiz|A. Ruiz; line 3 [invalid_row]; Q2 Bo; line 5 [invalid_row]; ");
}

TEST_F(ItemReaderTest, alias_counts_with_or_without_a_header) {
  EXPECT_EQ(read("US\tUnited States\t12\nUS\tx\tmany\nUS\tx\t0\nB\tBo\t1\n"),
            "US>United States:12; line 2 [invalid_row]; line 3 [invalid_row]; B>Bo:1; ");
  EXPECT_EQ(read("alias\ttitle\tcount\nB\tBo\t1\n"), "B>Bo:1; ");
}

const char* const wikidata_dump =
    "[\n"
    "{\"type\":\"item\",\"id\":\"Q76\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"Barack "
    "Obama\"}},"
    "\"descriptions\":{\"en\":{\"language\":\"en\",\"value\":\"44th President\"}},"
    "\"aliases\":{\"en\":[{\"language\":\"en\",\"value\":\"Obama\"}]},"
    "\"claims\":{\"P31\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}},\"rank\":"
    "\"normal\"}],"
    "\"P569\":[{\"mainsnak\":{\"snaktype\":\"somevalue\"},\"rank\":\"normal\"},"
    "{\"mainsnak\":{\"datavalue\":{\"value\":{\"time\":\"+1961-08-04T00:00:00Z\"}}},\"rank\":"
    "\"normal\"}]},"
    "\"sitelinks\":{\"enwiki\":{\"title\":\"Barack Obama\"},\"dewiki\":{\"title\":\"Barack "
    "Obama\"}}},\n"
    "{\"type\":\"item\",\"id\":\"Q4\",\"labels\":{\"en\":{\"value\":\"Mercury\"}},\"claims\":{"
    "\"P31\":[{\"mainsnak\":"
    "{\"datavalue\":{\"value\":{\"id\":\"Q4167410\"}}}}]},\"sitelinks\":{\"enwiki\":{\"title\":"
    "\"Mercury\"}}},\n"
    "{\"type\":\"property\",\"id\":\"P31\",\"labels\":{\"en\":{\"value\":\"instance of\"}}},\n"
    "{\"type\":\"item\",\"id\":\"Q8\",\"labels\":{\"de\":{\"value\":\"Glück\"}},\"claims\":[]},\n"
    "{\"type\":\"item\",\"id\":\"Q9\",\"labels\"\n"
    "{\"type\":\"item\",\"id\":\"Q2\",\"labels\":{\"mul\":{\"value\":\"Acme\"}},\"claims\":{"
    "\"P31\":[{\"mainsnak\":"
    "{\"datavalue\":{\"value\":{\"id\":\"Q4830453\"}}}}],\"P571\":[{\"mainsnak\":{\"datavalue\":{"
    "\"value\":{\"time\":"
    "\"+1999-00-00T00:00:00Z\"}}}}]}}\n"
    "]\n";

TEST_F(ItemReaderTest, wikidatas_dump) {
  EXPECT_EQ(read(wikidata_dump), "Q76 Barack Obama|Obama; line 6 [invalid_json]; Q2 Acme; ");
  EXPECT_EQ(left_out_, 3U);
  EXPECT_EQ(last_.types, organization);
  EXPECT_EQ(last_.start_year, 1999);
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(text.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<unsigned>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string bzipped(const std::string& text) {
  std::string out(text.size() + 1000, '\0');
  auto size = static_cast<unsigned>(out.size());
  EXPECT_EQ(BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char*>(text.data()),
                                     static_cast<unsigned>(text.size()), 1, 0, 0),
            BZ_OK);
  out.resize(size);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

/// Lines enough for several buffers.
std::string many_lines() {
  std::string text;
  for (int k = 0; k < 40000; ++k) {
    text += "alias " + std::to_string(k * 7919 % 100003) + "\ttitle\t1\n";
  }
  return text;
}

TEST_F(ItemReaderTest, compressed_inputs_are_read_like_plain_ones) {
  const std::string text = many_lines();
  const std::string plain = read(text);
  ASSERT_GT(plain.size(), text.size() / 2);
  for (const auto compress : {gzipped, bzipped, zstd}) {
    EXPECT_EQ(read(compress(text)), plain);
    // Streams that follow one another, as parallel compressors write them.
    const std::size_t half = text.find('\n', text.size() / 2) + 3;
    EXPECT_EQ(read(compress(text.substr(0, half)) + compress(text.substr(half))), plain);
  }
}

TEST_F(ItemReaderTest, cut_or_broken_compressed_data_are_told) {
  for (const auto compress : {gzipped, bzipped, zstd}) {
    const std::string whole = compress(many_lines());
    const std::string cut = read(whole.substr(0, whole.size() / 2));
    EXPECT_NE(cut.find("[file_unreadable]"), std::string::npos);
    const std::string short_cut = read(whole.substr(0, whole.size() - 1));
    EXPECT_NE(short_cut.find("[file_unreadable]"), std::string::npos);
    std::string broken = whole;
    for (std::size_t k = whole.size() / 2; k < whole.size() / 2 + 64; ++k) broken[k] ^= '\x55';
    EXPECT_NE(read(broken).find("[file_unreadable]"), std::string::npos);
  }
}

TEST_F(ItemReaderTest, what_is_of_no_format_is_refused) {
  EXPECT_EQ(read("hello\nworld\n"), "line 1 [invalid_row]; ");
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(ItemReader::open("/nowhere/at/all").error().code, ErrorCode::file_not_found);
  EXPECT_EQ(ItemReader::open("/").error().code, ErrorCode::file_unreadable);
}

TEST(Year, the_first_number_of_a_date) {
  EXPECT_EQ(year_of("1961-08-04"), 1961);
  EXPECT_EQ(year_of("+2001-00-00T00:00:00Z"), 2001);
  EXPECT_EQ(year_of("-0043-01-01"), -43);
  for (const char* date : {"", "-", "--5", "x", "19x", "99999", "+-5"})
    EXPECT_FALSE(year_of(date)) << date;
}

}  // namespace
}  // namespace quoth::kb
