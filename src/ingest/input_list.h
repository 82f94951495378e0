#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "quoth/result.h"

namespace quoth::ingest {

/// The paths of inputs that arguments stand for, one after the other. Nothing is listed before it is asked for: held are the
/// names of the folders from the root to the path that is given out, not the list. Not thread-safe.
///
///     article.txt          itself, and so are "-" and whatever exists by that name
///     crawl                a folder: all files below it
///     crawl/*.warc.gz      a pattern: * ? [a-z] within a name, ** for folders in any depth
///
/// A folder's names come in the order of their bytes, so the list is the same everywhere. Names that begin with a dot are left
/// out unless a pattern spells the dot; of what a walk meets, only regular files (and links to them) count; a link to a
/// folder that is being walked is not followed.
class InputList {
 public:
  /// `lists` are files with an argument a line ("-": standard input), which come after the arguments; blank lines and those that
  /// begin with # are left out.
  explicit InputList(std::vector<std::string> arguments, std::vector<std::string> lists = {});
  ~InputList();
  InputList(const InputList&) = delete;
  InputList& operator=(const InputList&) = delete;

  /// The next path or error; nothing at the end. Codes: file_not_found (nothing matches a pattern, a folder holds nothing),
  /// file_unreadable (a folder or list that cannot be read). A path that does not exist is given out: who opens it tells.
  std::optional<Result<std::string>> next();

  /// How many paths there are, where that is known without listing: all arguments are plain paths.
  std::optional<std::size_t> known_count() const;

 private:
  class ListFile;
  class Walk;

  std::optional<std::string> next_argument();

  std::vector<std::string> arguments_, lists_;
  std::size_t argument_ = 0, list_ = 0;
  std::unique_ptr<ListFile> list_file_;
  std::unique_ptr<Walk> walk_;
  std::optional<Error> error_;  ///< Of a list, for the next answer.
};

}  // namespace quoth::ingest
