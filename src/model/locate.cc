#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

#include "model/model.h"

namespace quoth::model {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> places() {
  std::vector<fs::path> found;
  if (const char* variable = std::getenv("QUOTH_MODEL_PATH")) {
    const std::string_view folders(variable);
    for (std::size_t start = 0; start <= folders.size();) {
      const std::size_t end = std::min(folders.find(':', start), folders.size());
      if (end > start) found.emplace_back(folders.substr(start, end - start));
      start = end + 1;
    }
  }
#ifdef QUOTH_SOURCE_MODELS
  found.emplace_back(QUOTH_SOURCE_MODELS);
#endif
#ifdef QUOTH_INSTALL_MODELS
  found.emplace_back(QUOTH_INSTALL_MODELS);
#endif
  return found;
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() &&
         std::string_view(text).substr(text.size() - end.size()) == end;
}

struct Name {
  std::string_view model, suffix;
};
constexpr std::array names = {Name{"base", "-base.qmodel"}, Name{"fast", "-fast.qmodel"},
                              Name{"research", "-base-research.qmodel"},
                              Name{"fast-research", "-fast-research.qmodel"}};

/// The newest model of this size in a folder; file names sort by year and number.
fs::path newest(const fs::path& folder, std::string_view suffix) {
  fs::path best;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string file = entry->path().filename().string();
    if (file.starts_with("quoth-en-") && ends_with(file, suffix) &&
        file > best.filename().string()) {
      best = entry->path();
    }
  }
  return best;
}

}  // namespace

Result<fs::path> locate(std::string_view model) {
  const auto* const named = std::find_if(names.begin(), names.end(),
                                         [model](const Name& name) { return name.model == model; });
  if (named == names.end()) return fs::path(model);
  const std::string_view suffix = named->suffix;
  std::string searched;
  for (const fs::path& folder : places()) {
    fs::path found = newest(folder, suffix);
    if (!found.empty()) return found;
    searched.append(searched.empty() ? "" : ", ").append(folder.string());
  }
  return Error{ErrorCode::file_not_found,
               "model '" + std::string(model) + "': no file named quoth-en-*" +
                   std::string(suffix) + " in " + searched +
                   "; set QUOTH_MODEL_PATH to the folder that holds it, or give its path"};
}

}  // namespace quoth::model
