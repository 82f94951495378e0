#include "model/config.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace quoth::model {
namespace {

struct Limit {
  const char* key;
  std::size_t Config::* field;
  std::size_t least;
  std::size_t most;
};

// Generous, but low enough that no product of two of them overflows or exhausts memory, and that sums of convolutions fit
// (nn/minimal_convolution.h).
constexpr std::array<Limit, 11> limits{
    {{"layers", &Config::layers, 0, 48},
     {"width", &Config::width, 32, 1536},
     {"heads", &Config::heads, 1, 48},
     {"feed_forward", &Config::feed_forward, 32, 8192},
     {"window", &Config::window, 8, 2046},
     {"overlap", &Config::overlap, 0, 1024},
     {"positions", &Config::positions, 10, 2048},
     {"role_width", &Config::role_width, 8, 1536},
     {"circumstance_width", &Config::circumstance_width, 8, 1536},
     {"mention_width", &Config::mention_width, 8, 2048},
     {"mention_key_width", &Config::mention_key_width, 1, 64}}};

constexpr std::size_t most_convolutions = 16;
constexpr double largest_weight = 1000.0;
constexpr std::size_t most_weights = 256;  // Of one logistic model.

struct List {
  const char* key;
  std::vector<std::string> Config::* field;
  std::vector<std::string_view> expected;
};

const std::array<List, 5>& lists() {
  static const std::array<List, 5> known{
      {{"acts",
        &Config::acts,
        {"say", "write", "ask", "believe", "feel", "want", "decide", "show"}},
       {"name_tags",
        &Config::name_tags,
        {"O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place",
         "B-misc", "I-misc"}},
       {"role_tags",
        &Config::role_tags,
        {"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}},
       {"circumstance_tags",
        &Config::circumstance_tags,
        {"O", "B-addressee", "I-addressee", "B-medium", "I-medium", "B-when", "I-when", "B-about",
         "I-about"}},
       {"annotations", &Config::annotations, {"wikinews", "polnear", "none"}}}};
  return known;
}

class ConfigReader {
 public:
  ConfigReader(simdjson::dom::object json, std::string_view name) : json_(json), name_(name) {}

  Result<Config> read() {
    std::string_view text;
    if (json_["name"].get(text) == simdjson::SUCCESS) config_.name = text;
    if (json_["license"].get(text) == simdjson::SUCCESS) config_.license = text;
    for (const Limit& limit : limits) {
      if (!read_number(limit)) return corrupt(limit.key, "is missing or outside its limits");
    }
    for (const List& list : lists()) {
      if (!read_list(list)) return corrupt(list.key, "is not the list that this engine knows");
    }
    if (!has("role_dilations") || !read_dilations("role_dilations", config_.role_dilations))
      return corrupt("role_dilations", "is missing or outside its limits");
    if (!read_dilations("dilations", config_.dilations))
      return corrupt("dilations", "is outside its limits");
    if (config_.layers + config_.dilations.size() == 0)
      return corrupt("layers", "is 0, and there are no dilations");
    if (!read_share("anchor_threshold", config_.anchor_threshold) ||
        !read_share("min_confidence", config_.min_confidence)) {
      return corrupt("anchor_threshold or min_confidence", "is missing or not in 0 … 1");
    }
    if (has("min_speaker_confidence") &&
        !read_share("min_speaker_confidence", config_.min_speaker_confidence)) {
      return corrupt("min_speaker_confidence", "is not in 0 … 1");
    }
    if (!read_optional({"role_reach", &Config::role_reach, 16, 1024}))
      return corrupt("role_reach", "is not in 16 … 1024");
    if (!read_subjects())
      return corrupt("subject_width", "or what belongs to it is outside its limits");
    if (!read_logistic("quotation_trust", config_.quotation_trust))
      return corrupt("quotation_trust", "is not what docs/formats/model.md describes");
    if (!read_logistic("speaker_trust", config_.speaker_trust))
      return corrupt("speaker_trust", "is not what docs/formats/model.md describes");
    if (config_.heads * 32 != config_.width) return corrupt("heads", "times 32 is not the width");
    // nn::layer_norm takes sixteen floats at a time.
    if (config_.role_width % 16 != 0) return corrupt("role_width", "is no multiple of 16");
    if (config_.circumstance_width % 16 != 0)
      return corrupt("circumstance_width", "is no multiple of 16");
    if (config_.window + 2 > config_.positions) return corrupt("window", "exceeds the positions");
    if (config_.overlap >= config_.window) return corrupt("overlap", "is not below the window");
    return std::move(config_);
  }

 private:
  Error corrupt(std::string_view key, std::string_view what) const {
    std::string message(name_);
    message.append(": config: ").append(key).append(" ").append(what);
    return {ErrorCode::model_corrupt, message + "; fetch the file again"};
  }

  bool read_number(const Limit& limit) {
    std::uint64_t value = 0;
    if (json_[limit.key].get(value) != simdjson::SUCCESS) return false;
    config_.*limit.field = value;
    return value >= limit.least && value <= limit.most;
  }

  bool read_optional(const Limit& limit) { return !has(limit.key) || read_number(limit); }

  bool read_list(const List& list) {
    simdjson::dom::array values;
    if (json_[list.key].get(values) != simdjson::SUCCESS) return false;
    std::vector<std::string>& field = config_.*list.field;
    for (const simdjson::dom::element value : values) {
      std::string_view text;
      if (value.get(text) != simdjson::SUCCESS) return false;
      field.emplace_back(text);
    }
    return std::equal(field.begin(), field.end(), list.expected.begin(), list.expected.end());
  }

  /// A file without the key has none.
  bool read_dilations(const char* key, std::vector<std::size_t>& field) {
    if (!has(key)) return true;
    simdjson::dom::array values;
    if (json_[key].get(values) != simdjson::SUCCESS || values.size() > most_convolutions)
      return false;
    for (const simdjson::dom::element value : values) {
      std::uint64_t dilation = 0;
      if (value.get(dilation) != simdjson::SUCCESS || dilation < 1 || dilation > 64) return false;
      field.push_back(dilation);
    }
    return true;
  }

  bool read_share(const char* key, float& field) {
    double value = 0;
    if (json_[key].get(value) != simdjson::SUCCESS) return false;
    field = static_cast<float>(value);
    return value >= 0 && value <= 1;
  }

  /// Files older than the subjects head have none of its keys.
  bool read_subjects() {
    if (!has("subject_width")) return true;
    return read_number({"subject_width", &Config::subject_width, 1, 256}) &&
           read_number({"subject_hidden", &Config::subject_hidden, 1, 512}) &&
           read_share("subject_least", config_.subject_least) &&
           read_share("further_subject_least", config_.further_subject_least);
  }

  bool has(const char* key) const { return json_[key].error() == simdjson::SUCCESS; }

  static bool read_weight(simdjson::dom::element json, float& field) {
    double value = 0;
    if (json.get(value) != simdjson::SUCCESS) return false;
    field = static_cast<float>(value);
    return value >= -largest_weight && value <= largest_weight;
  }

  /// Files older than the key have none, and keep the confidences of heads and rules.
  bool read_logistic(const char* key, std::optional<Logistic>& field) {
    if (!has(key)) return true;
    Logistic logistic;
    simdjson::dom::element intercept;
    simdjson::dom::object weights;
    if (json_[key]["intercept"].get(intercept) != simdjson::SUCCESS ||
        !read_weight(intercept, logistic.intercept) ||
        json_[key]["weights"].get(weights) != simdjson::SUCCESS || weights.size() > most_weights) {
      return false;
    }
    for (const auto& [name, value] : weights) {
      logistic.weights.push_back({std::string(name)});
      if (!read_weight(value, logistic.weights.back().value)) return false;
    }
    const auto by_name = [](const Logistic::Weight& a, const Logistic::Weight& b) {
      return a.name < b.name;
    };
    std::sort(logistic.weights.begin(), logistic.weights.end(), by_name);
    const auto twice = std::adjacent_find(
        logistic.weights.begin(), logistic.weights.end(),
        [](const Logistic::Weight& a, const Logistic::Weight& b) { return a.name == b.name; });
    if (twice != logistic.weights.end()) return false;
    field = std::move(logistic);
    return true;
  }

  simdjson::dom::object json_;
  std::string_view name_;
  Config config_;
};

}  // namespace

Result<Config> read_config(std::string_view json, std::string_view name) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(simdjson::padded_string(json)).get(object) != simdjson::SUCCESS) {
    return Error{
        ErrorCode::model_corrupt,
        std::string(name) + ": config: it is missing or no JSON object; fetch the file again"};
  }
  return ConfigReader(object, name).read();
}

}  // namespace quoth::model
