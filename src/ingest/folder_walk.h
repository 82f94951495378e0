#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/result.h"

namespace quoth::ingest {

/// Whether a name or path has wildcards: * ? or [.
bool has_wildcards(std::string_view path) noexcept;

/// The files below a folder that match a pattern, folder after folder, names in the order of their bytes.
class FolderWalk {
 public:
  /// All files below the folder.
  static FolderWalk of_folder(const std::string& folder);
  /// The files that the pattern matches, and all files below the folders that it matches.
  static FolderWalk of_pattern(std::string_view pattern);

  /// The next path, or a folder that cannot be read (file_unreadable); nothing at the end.
  std::optional<Result<std::string>> next();

 private:
  /// Which parts of the pattern a folder's entries may match, ascending; the pattern's length: whatever it holds counts.
  using Places = std::vector<std::size_t>;
  struct Folder {
    std::string path;  ///< Ends in "/" unless it is empty: the working folder.
    Places places;
    std::vector<std::string> names;
    std::size_t next = 0;
    unsigned long device = 0, inode = 0;
  };

  FolderWalk(std::string folder, std::vector<std::string> parts);
  std::optional<Error> enter(std::string path, Places places);
  void add(Places& places, std::size_t place) const;
  Places places_after(const Places& places, const std::string& name) const;
  bool is_being_walked(unsigned long device, unsigned long inode) const;

  std::string root_;
  std::vector<std::string> parts_;  ///< Of the pattern, behind the root.
  std::vector<Folder> stack_;
  bool started_ = false;
};

}  // namespace quoth::ingest
