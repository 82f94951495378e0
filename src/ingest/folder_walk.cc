#include "ingest/folder_walk.h"

#include <dirent.h>
#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

// A pattern is an automaton over the parts of a path. A folder knows the set of places in the pattern at which its entries may stand, so that
// each folder is read once and each file given out once, however many ** the pattern has.

namespace quoth::ingest {
namespace {

constexpr std::string_view any_depth = "**";

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

Error unreadable(const std::string& path, int error) {
  return {ErrorCode::file_unreadable,
          path + ": " + std::strerror(error) + "; check that it is a folder and may be read"};
}

std::vector<std::string> parts_of(std::string_view pattern) {
  std::vector<std::string> parts;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find('/'), pattern.size());
    const std::string_view part = pattern.substr(0, end);
    // Two ** in a row say what one says.
    if (!part.empty() && part != "." &&
        (part != any_depth || parts.empty() || parts.back() != part))
      parts.emplace_back(part);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return parts;
}

}  // namespace

bool has_wildcards(std::string_view path) noexcept {
  return path.find_first_of("*?[") != std::string_view::npos;
}

FolderWalk FolderWalk::of_folder(const std::string& folder) { return {folder, {}}; }

FolderWalk FolderWalk::of_pattern(std::string_view pattern) {
  const std::size_t wild = std::min(pattern.find_first_of("*?["), pattern.size());
  const std::size_t slash = pattern.substr(0, wild).rfind('/');
  const std::size_t root = slash == std::string_view::npos ? 0 : slash + 1;
  return {std::string(pattern.substr(0, root)), parts_of(pattern.substr(root))};
}

FolderWalk::FolderWalk(std::string folder, std::vector<std::string> parts)
    : root_(std::move(folder)), parts_(std::move(parts)) {
  if (!root_.empty() && root_.back() != '/') root_.push_back('/');
}

/// A place at ** stands for no folder too.
void FolderWalk::add(Places& places, std::size_t place) const {
  if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  if (place < parts_.size() && parts_[place] == any_depth) add(places, place + 1);
}

FolderWalk::Places FolderWalk::places_after(const Places& places, const std::string& name) const {
  const bool is_hidden = name.front() == '.';
  Places after;
  for (const std::size_t place : places) {
    if (place == parts_.size() || parts_[place] == any_depth) {
      if (!is_hidden) add(after, place);
    } else if (::fnmatch(parts_[place].c_str(), name.c_str(), FNM_PERIOD) == 0) {
      add(after, place + 1);
    }
  }
  return after;
}

bool FolderWalk::is_being_walked(unsigned long device, unsigned long inode) const {
  return std::any_of(stack_.begin(), stack_.end(), [&](const Folder& folder) {
    return folder.device == device && folder.inode == inode;
  });
}

std::optional<Error> FolderWalk::enter(std::string path, Places places) {
  const std::string opened = path.empty() ? "." : path;
  struct stat status{};
  if (::stat(opened.c_str(), &status) != 0) return unreadable(opened, errno);
  if (is_being_walked(status.st_dev, status.st_ino)) return {};
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(opened.c_str()));
  if (!folder) return unreadable(opened, errno);
  Folder entered{std::move(path), std::move(places), {}, 0, status.st_dev, status.st_ino};
  errno = 0;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (std::string kept(name); !places_after(entered.places, kept).empty())
      entered.names.push_back(std::move(kept));
    errno = 0;
  }
  if (errno != 0) return unreadable(opened, errno);
  std::sort(entered.names.begin(), entered.names.end());
  stack_.push_back(std::move(entered));
  return {};
}

std::optional<Result<std::string>> FolderWalk::next() {
  if (!started_) {
    started_ = true;
    Places places;
    add(places, 0);
    if (auto error = enter(root_, std::move(places))) return *std::move(error);
  }
  while (!stack_.empty()) {
    Folder& folder = stack_.back();
    if (folder.next == folder.names.size()) {
      stack_.pop_back();
      continue;
    }
    const std::string& name = folder.names[folder.next++];
    Places places = places_after(folder.places, name);
    std::string path = folder.path + name;
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) continue;  // A link to nothing; or it went meanwhile.
    if (S_ISDIR(status.st_mode)) {
      if (auto error = enter(path + "/", std::move(places))) return *std::move(error);
    } else if (S_ISREG(status.st_mode) &&
               std::find(places.begin(), places.end(), parts_.size()) != places.end()) {
      return path;
    }
  }
  return {};
}

}  // namespace quoth::ingest
