#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "model/model.h"

namespace quoth::model {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> suffixes = {{
    {"base", "-base.qmodel"},
    {"research", "-base-research.qmodel"},
    {"fast", "-fast.qmodel"},
    {"fast-research", "-fast-research.qmodel"},
}};

void add_folders(std::string_view list, const fs::path& from, std::vector<fs::path>& found) {
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find(':', start), list.size());
    if (end > start) found.push_back((from / list.substr(start, end - start)).lexically_normal());
    start = end + 1;
  }
}

#ifdef QUOTH_RELATIVE_MODELS
/// The folder of the program or shared library that the engine is linked into; empty where that cannot be told.
fs::path own_folder() {
  Dl_info object{};
  link_map* loaded = nullptr;
  if (dladdr1(&suffixes, &object, reinterpret_cast<void**>(&loaded), RTLD_DL_LINKMAP) == 0)
    return {};
  std::error_code error;
  const bool is_program = loaded->l_name[0] == '\0';
  const fs::path file =
      is_program ? fs::read_symlink("/proc/self/exe", error) : fs::absolute(loaded->l_name, error);
  return file.parent_path();
}
#endif

std::vector<fs::path> places() {
  std::vector<fs::path> found;
  if (const char* variable = std::getenv("QUOTH_MODEL_PATH")) {
    add_folders(variable, {}, found);
  }
#ifdef QUOTH_RELATIVE_MODELS
  if (const fs::path folder = own_folder(); !folder.empty())
    add_folders(QUOTH_RELATIVE_MODELS, folder, found);
#endif
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
  std::string_view suffix;
  for (const auto& [name, end] : suffixes) {
    if (model == name) suffix = end;
  }
  if (suffix.empty()) return fs::path(model);
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
