#include "ingest/input_list.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "ingest/byte_source.h"
#include "ingest/folder_walk.h"

namespace quoth::ingest {
namespace {

constexpr std::size_t longest_path = 64U << 10U;

enum class Is : std::uint8_t { plain, folder, pattern };

/// What exists by its name is no pattern; what neither exists nor is one is left to whoever opens it.
Is kind_of(const std::string& argument) {
  if (argument == "-") return Is::plain;
  struct stat status{};
  if (::stat(argument.c_str(), &status) == 0) {
    return S_ISDIR(status.st_mode) ? Is::folder : Is::plain;
  }
  return has_wildcards(argument) ? Is::pattern : Is::plain;
}

}  // namespace

/// A file with an argument a line.
class InputList::ListFile {
 public:
  ListFile(std::string path, ByteSource source)
      : path_(std::move(path)), source_(std::move(source)) {}

  std::optional<Result<std::string>> next() {
    while (true) {
      const ByteSource::Line line = source_.next_line(line_, longest_path);
      if (line == ByteSource::Line::none) break;
      ++number_;
      if (line == ByteSource::Line::too_long) {
        return Error{ErrorCode::invalid_option, path_ + ":" + std::to_string(number_) +
                                                    ": no path is that long; it was left out"};
      }
      if (!line_.empty() && line_.back() == '\r') line_.pop_back();
      if (line_.find_first_not_of(" \t") != std::string::npos && line_.front() != '#') return line_;
    }
    if (!source_.failed()) return {};
    return Error{ErrorCode::file_unreadable, path_ + ":" + std::to_string(number_) +
                                                 ": reading failed; what came before was read"};
  }

  bool failed() const { return source_.failed(); }

 private:
  std::string path_;
  ByteSource source_;
  std::string line_;
  std::size_t number_ = 0;
};

/// What one folder or pattern stands for.
class InputList::Walk {
 public:
  Walk(std::string argument, Is kind)
      : argument_(std::move(argument)),
        kind_(kind),
        files_(kind == Is::folder ? FolderWalk::of_folder(argument_)
                                  : FolderWalk::of_pattern(argument_)) {}

  std::optional<Result<std::string>> next() {
    auto file = files_.next();
    if (!file && !any_) {
      any_ = true;
      return Error{
          ErrorCode::file_not_found,
          argument_ + (kind_ == Is::folder ? ": the folder holds no file"
                                           : ": no file matches the pattern; ** stands for "
                                             "folders in any depth")};
    }
    any_ = true;
    return file;
  }

 private:
  std::string argument_;
  Is kind_;
  FolderWalk files_;
  bool any_ = false;
};

InputList::InputList(std::vector<std::string> arguments, std::vector<std::string> lists)
    : arguments_(std::move(arguments)), lists_(std::move(lists)) {}
InputList::~InputList() = default;

std::optional<std::size_t> InputList::known_count() const {
  if (!lists_.empty()) return {};
  const bool all_plain =
      std::all_of(arguments_.begin(), arguments_.end(),
                  [](const auto& argument) { return kind_of(argument) == Is::plain; });
  return all_plain ? std::optional(arguments_.size()) : std::nullopt;
}

std::optional<std::string> InputList::next_argument() {
  if (argument_ < arguments_.size()) return arguments_[argument_++];
  while (list_file_ || list_ < lists_.size()) {
    if (!list_file_) {
      const std::string& path = lists_[list_++];
      auto source = ByteSource::open(path);
      if (!source) {
        error_ = source.error();
        return {};
      }
      list_file_ = std::make_unique<ListFile>(path, *std::move(source));
    }
    auto line = list_file_->next();
    if (line && *line) return **std::move(line);
    if (line) error_ = line->error();
    if (!line || list_file_->failed()) list_file_.reset();
    if (error_) return {};
  }
  return {};
}

std::optional<Result<std::string>> InputList::next() {
  while (true) {
    if (walk_) {
      if (auto path = walk_->next()) return path;
      walk_.reset();
    }
    auto argument = next_argument();
    if (error_) return *std::exchange(error_, std::nullopt);
    if (!argument) return {};
    const Is kind = kind_of(*argument);
    if (kind == Is::plain) return *std::move(argument);
    walk_ = std::make_unique<Walk>(*std::move(argument), kind);
  }
}

}  // namespace quoth::ingest
