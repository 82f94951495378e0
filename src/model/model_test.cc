#include "model/model.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/sha256.h"
#include "model/config.h"
#include "model/schema.h"
#include "model/tensors.h"

namespace quoth::model {
namespace {

std::vector<std::byte> tiny() {
  std::ifstream file(QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  std::vector<std::byte> out(bytes.size());
  std::memcpy(out.data(), bytes.data(), bytes.size());
  return out;
}

/// Gives an altered body its right length and hash again.
void seal(std::vector<std::byte>& bytes) {
  const std::uint64_t length = bytes.size() - 64;
  std::memcpy(bytes.data() + 16, &length, sizeof length);
  const base::Sha256 digest = base::sha256(std::span(bytes).subspan(64));
  std::memcpy(bytes.data() + 24, digest.data(), digest.size());
}

ErrorCode code_of(std::vector<std::byte> bytes) {
  const auto model = Model::from_bytes(std::move(bytes), "odd.qmodel");
  if (model) return ErrorCode{0};
  EXPECT_NE(model.error().message.find("odd.qmodel"), std::string::npos) << model.error().message;
  return model.error().code;
}

/// Replaces `from` by `to`, of the same length, in the body's header and seals the file.
std::vector<std::byte> with(std::string_view from, std::string_view to) {
  std::vector<std::byte> bytes = tiny();
  auto* text = reinterpret_cast<char*>(bytes.data());
  const std::size_t at = std::string_view(text, bytes.size()).find(from);
  EXPECT_NE(at, std::string_view::npos) << from;
  std::memcpy(text + at, to.data(), to.size());
  seal(bytes);
  return bytes;
}

TEST(Model, a_whole_file_is_read) {
  const auto model = Model::from_bytes(tiny(), "tiny.qmodel");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ((*model)->config().layers, 2U);
  EXPECT_EQ((*model)->matrix("anchor").rows, 1U);
  EXPECT_EQ((*model)->sha256().size(), 64U);
}

TEST(Model, truncated_files_are_refused) {
  const std::vector<std::byte> whole = tiny();
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{63}, std::size_t{64},
                                 std::size_t{71}, std::size_t{5000}, whole.size() - 1}) {
    EXPECT_EQ(code_of({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}),
              ErrorCode::model_corrupt)
        << size;
  }
}

TEST(Model, every_altered_byte_of_the_envelope_is_noticed) {
  const std::vector<std::byte> whole = tiny();
  for (std::size_t at = 0; at < 64; ++at) {
    std::vector<std::byte> bytes = whole;
    bytes[at] ^= std::byte{0x40};
    const bool version = at >= 8 && at < 12;
    EXPECT_EQ(code_of(bytes), version ? ErrorCode::model_too_new : ErrorCode::model_corrupt) << at;
  }
}

TEST(Model, altered_bytes_of_the_body_are_noticed) {
  for (const std::size_t at :
       {std::size_t{64}, std::size_t{100}, std::size_t{20000}, tiny().size() - 1}) {
    std::vector<std::byte> bytes = tiny();
    bytes[at] ^= std::byte{1};
    EXPECT_EQ(code_of(bytes), ErrorCode::model_corrupt) << at;
  }
}

TEST(Model, a_right_hash_does_not_excuse_wrong_contents) {
  EXPECT_EQ(code_of(with("\"anchor.weight\"", "\"anchor.wxight\"")), ErrorCode::model_corrupt);
  EXPECT_EQ(code_of(with("\"shape\": [1, 64]", "\"shape\": [1, 63]")), ErrorCode::model_corrupt);
  EXPECT_EQ(code_of(with("\\\"layers\\\": 2", "\\\"layers\\\": 3")), ErrorCode::model_corrupt);
  EXPECT_EQ(code_of(with("\\\"width\\\": 64", "\\\"width\\\": 99")), ErrorCode::model_corrupt);
  EXPECT_EQ(code_of(with("\\\"window\\\": 254", "\\\"window\\\": 999")), ErrorCode::model_corrupt);
  EXPECT_EQ(code_of(with("\"dtype\": \"F32\"", "\"dtype\": \"F33\"")), ErrorCode::model_corrupt);
}

/// The tiny model's configuration with one part replaced, read without regard to the tensors: a file may bring
/// tensors of any width that its configuration names.
Result<Config> config_with(std::string_view from, std::string_view to) {
  const std::vector<std::byte> bytes = tiny();
  std::string json = read_tensors(std::span(bytes).subspan(64), "tiny")->config;
  const std::size_t at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  json.replace(at, from.size(), to);
  return read_config(json, "odd.qmodel");
}

TEST(Config, widths_that_the_kernels_cannot_take_are_refused) {
  for (const char* width : {"208", "1536"})
    EXPECT_TRUE(config_with("\"role_width\": 192", "\"role_width\": " + std::string(width)));
  for (const char* width : {"200", "191", "8", "0", "-16", "1552", "1e9", "null"}) {
    const auto config = config_with("\"role_width\": 192", "\"role_width\": " + std::string(width));
    ASSERT_FALSE(config) << width;
    EXPECT_EQ(config.error().code, ErrorCode::model_corrupt) << width;
  }
  EXPECT_FALSE(config_with("\"heads\": 2", "\"heads\": 1"));
  EXPECT_FALSE(config_with("\"feed_forward\": 128", "\"feed_forward\": 1e9"));
}

/// The tiny model's configuration with more keys.
Result<Config> config_with_more(const std::string& keys) {
  return config_with("{\"name\"", "{" + keys + ", \"name\"");
}

TEST(Config, an_encoder_has_convolutions_or_layers_or_both) {
  EXPECT_TRUE(config_with("\"layers\": 2", "\"layers\": 2")->dilations.empty());
  const auto both = config_with_more("\"dilations\": [1, 2, 64]");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->dilations, (std::vector<std::size_t>{1, 2, 64}));
  EXPECT_TRUE(config_with("\"layers\": 2", "\"layers\": 0, \"dilations\": [1]"));
  EXPECT_FALSE(config_with("\"layers\": 2", "\"layers\": 0"));
  EXPECT_FALSE(config_with("\"layers\": 2", "\"layers\": 0, \"dilations\": []"));
  for (const char* dilations :
       {"[0]", "[65]", "[-1]", "[1.5]", "3", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]"}) {
    EXPECT_FALSE(config_with_more("\"dilations\": " + std::string(dilations))) << dilations;
  }
}

TEST(Config, a_reach_of_roles_may_be_stated) {
  EXPECT_EQ(config_with("\"layers\": 2", "\"layers\": 2")->role_reach, 0U);
  EXPECT_EQ(config_with_more("\"role_reach\": 48")->role_reach, 48U);
  for (const char* reach : {"0", "15", "1025", "-1", "16.5", "\"48\""})
    EXPECT_FALSE(config_with_more("\"role_reach\": " + std::string(reach))) << reach;
}

TEST(Config, files_without_calibration_are_as_they_were) {
  const auto config = config_with("\"heads\": 2", "\"heads\": 2");
  ASSERT_TRUE(config);
  EXPECT_FALSE(config->quotation_trust);
  EXPECT_FALSE(config->speaker_trust);
  EXPECT_EQ(config->min_speaker_confidence, 0.0F);
}

TEST(Config, the_weights_of_a_calibration_are_read_and_sorted) {
  const auto config = config_with_more(
      R"("min_speaker_confidence": 0.25, "quotation_trust": {"intercept": -1.5, "weights": {"no_cue": -2, "anchor:direct": 0.5}})");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->min_speaker_confidence, 0.25F);
  ASSERT_TRUE(config->quotation_trust);
  EXPECT_EQ(config->quotation_trust->intercept, -1.5F);
  ASSERT_EQ(config->quotation_trust->weights.size(), 2U);
  EXPECT_EQ(config->quotation_trust->weights[0].name, "anchor:direct");
  EXPECT_EQ(config->quotation_trust->weights[1].value, -2.0F);
}

TEST(Config, a_calibration_outside_its_limits_is_refused) {
  std::string many;
  for (int k = 0; k < 257; ++k) many += (k == 0 ? "\"" : ",\"") + std::to_string(k) + "\": 1";
  for (const std::string odd :
       {R"("min_speaker_confidence": 1.5)", R"("min_speaker_confidence": "no")",
        R"("quotation_trust": 1)", R"("quotation_trust": {"intercept": 0})",
        R"("speaker_trust": {"weights": {}})",
        R"("speaker_trust": {"intercept": 1e9, "weights": {}})",
        R"("speaker_trust": {"intercept": 0, "weights": {"a": null}})",
        R"("speaker_trust": {"intercept": 0, "weights": {"a": -1001}})",
        R"("speaker_trust": {"intercept": 0, "weights": {"a": 1, "a": 2}})",
        R"("speaker_trust": {"intercept": 0, "weights": [1]})"}) {
    const auto config = config_with_more(odd);
    ASSERT_FALSE(config) << odd;
    EXPECT_EQ(config.error().code, ErrorCode::model_corrupt);
  }
  EXPECT_FALSE(
      config_with_more("\"speaker_trust\": {\"intercept\": 0, \"weights\": {" + many + "}}"));
}

TEST(Config, files_without_a_subjects_head_are_as_they_were) {
  const auto config = config_with("\"heads\": 2", "\"heads\": 2");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->subject_width, 0U);
}

TEST(Config, a_subjects_head_is_whole_or_refused) {
  const std::string width = R"("subject_width": 32)", hidden = R"(, "subject_hidden": 48)",
                    least = R"(, "subject_least": 0.3)",
                    further = R"(, "further_subject_least": 0.4)";
  const auto config = config_with_more(width + hidden + least + further);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->subject_width, 32U);
  EXPECT_EQ(config->further_subject_least, 0.4F);
  EXPECT_FALSE(config_with_more(width + hidden + least));
  EXPECT_FALSE(config_with_more(width + least + further));
  EXPECT_FALSE(config_with_more(R"("subject_width": 0)" + hidden + least + further));
}

TEST(Model, a_subjects_head_needs_its_tensors) {
  const std::vector<std::byte> bytes = tiny();
  const auto table = read_tensors(std::span(bytes).subspan(64), "tiny");
  ASSERT_TRUE(table);
  const auto config = config_with_more(
      R"("subject_width": 32, "subject_hidden": 48, "subject_least": 0.3, "further_subject_least": 0.4)");
  ASSERT_TRUE(config);
  const auto mismatch = find_mismatch(*config, *table, "odd.qmodel");
  ASSERT_TRUE(mismatch);
  EXPECT_NE(mismatch->message.find("subjects.word"), std::string::npos) << mismatch->message;
  EXPECT_FALSE(find_mismatch(*config_with("\"heads\": 2", "\"heads\": 2"), *table, "tiny"));
}

/// A body of two tensors of four bytes each, at the offsets given.
std::vector<std::byte> two_tensors(std::string_view second_name, std::string_view second_offsets) {
  std::string header = R"({"first":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},")";
  header.append(second_name).append(R"(":{"dtype":"U8","shape":[4],"data_offsets":)");
  header.append(second_offsets).append("}}");
  std::vector<std::byte> body(8 + header.size() + 8);
  const std::uint64_t size = header.size();
  std::memcpy(body.data(), &size, sizeof size);
  std::memcpy(body.data() + 8, header.data(), header.size());
  return body;
}

TEST(Tensors, each_has_its_own_bytes_and_name) {
  EXPECT_TRUE(read_tensors(two_tensors("second", "[4,8]"), "odd"));
  for (const char* offsets : {"[0,4]", "[3,7]", "[4,9]", "[5,9]", "[8,4]", "[-4,0]", "[4]",
                              "[4,8,12]", "[18446744073709551615,3]", "[4.0,8.0]", "null"}) {
    const auto table = read_tensors(two_tensors("second", offsets), "odd");
    ASSERT_FALSE(table) << offsets;
    EXPECT_EQ(table.error().code, ErrorCode::model_corrupt) << offsets;
  }
  EXPECT_FALSE(read_tensors(two_tensors("first", "[4,8]"), "odd"));
}

TEST(Tensors, a_header_longer_than_the_body_is_refused) {
  std::vector<std::byte> body = two_tensors("second", "[4,8]");
  for (const std::uint64_t size :
       {body.size(), body.size() - 7, std::size_t{1} << 40U, ~std::size_t{0}}) {
    std::memcpy(body.data(), &size, sizeof size);
    EXPECT_FALSE(read_tensors(body, "odd")) << size;
  }
}

TEST(Model, a_name_finds_the_newest_file_of_its_own_kind) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "quoth_named_models";
  fs::create_directories(folder);
  for (const char* file : {"quoth-en-2030.1-base.qmodel", "quoth-en-2030.2-base.qmodel",
                           "quoth-en-2030.3-base-research.qmodel", "quoth-en-2030.4-fast.qmodel",
                           "quoth-en-2030.5-fast-research.qmodel"}) {
    std::ofstream(folder / file) << "weights";
  }
  ::setenv("QUOTH_MODEL_PATH", (folder.string() + "/.:/nowhere").c_str(), 1);
  for (const auto& [name, file] :
       {std::pair{"base", "quoth-en-2030.2-base.qmodel"},
        std::pair{"research", "quoth-en-2030.3-base-research.qmodel"},
        std::pair{"fast", "quoth-en-2030.4-fast.qmodel"},
        std::pair{"fast-research", "quoth-en-2030.5-fast-research.qmodel"}}) {
    const auto path = locate(name);
    ASSERT_TRUE(path) << name;
    EXPECT_EQ(path->filename(), file);
  }
  ::unsetenv("QUOTH_MODEL_PATH");
  fs::remove_all(folder);
}

TEST(Model, an_unknown_name_lists_the_places_searched) {
  ::setenv("QUOTH_MODEL_PATH", "/nowhere/at/all", 1);
  const auto path = locate("research");
  ::unsetenv("QUOTH_MODEL_PATH");
  if (!path) {
    EXPECT_EQ(path.error().code, ErrorCode::file_not_found);
    EXPECT_NE(path.error().message.find("/nowhere/at/all"), std::string::npos);
  }
  EXPECT_EQ(locate("a/path.qmodel")->string(), "a/path.qmodel");
  EXPECT_EQ(Model::read("/nowhere/at/all.qmodel").error().code, ErrorCode::file_not_found);
}

}  // namespace
}  // namespace quoth::model
