#include "store/archive_folder.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/file_lock.h"
#include "base/whole_file.h"
#include "store/json_writer.h"

namespace quoth::store {
namespace {

constexpr std::string_view format = "quoth.archive/1";

std::string json_of(const Checkpoint& checkpoint) {
  std::string out;
  JsonWriter json(out);
  const auto number = [&json](std::string_view key, std::uint64_t value) {
    json.key(key);
    json.number(value);
  };
  json.open_object();
  json.member("format", format);
  json.member("run", checkpoint.run);
  number("parts", checkpoint.parts);
  number("items", checkpoint.items);
  number("inputs_done", checkpoint.inputs_done);
  json.member("inputs_hash", checkpoint.inputs_hash);
  json.member("input", checkpoint.input);
  number("input_items", checkpoint.input_items);
  json.key("counts");
  json.open_object();
  for (const auto& [key, value] : checkpoint.counts) number(key, value);
  json.close_object();
  json.key("finished");
  json.boolean(checkpoint.finished);
  json.close_object();
  return out + "\n";
}

bool read_text(simdjson::dom::element json, const char* key, std::string& field) {
  std::string_view value;
  if (json[key].get(value) != simdjson::SUCCESS) return false;
  field = value;
  return true;
}

bool read(std::string_view bytes, Checkpoint& checkpoint) {
  simdjson::dom::parser parser;
  simdjson::dom::element json;
  simdjson::dom::object counts;
  std::string stated;
  if (parser.parse(simdjson::padded_string(bytes)).get(json) != simdjson::SUCCESS ||
      !read_text(json, "format", stated) || stated != format ||
      !read_text(json, "run", checkpoint.run) ||
      !read_text(json, "inputs_hash", checkpoint.inputs_hash) ||
      !read_text(json, "input", checkpoint.input) ||
      json["parts"].get(checkpoint.parts) != simdjson::SUCCESS ||
      json["items"].get(checkpoint.items) != simdjson::SUCCESS ||
      json["inputs_done"].get(checkpoint.inputs_done) != simdjson::SUCCESS ||
      json["input_items"].get(checkpoint.input_items) != simdjson::SUCCESS ||
      json["finished"].get(checkpoint.finished) != simdjson::SUCCESS ||
      json["counts"].get(counts) != simdjson::SUCCESS) {
    return false;
  }
  for (const auto& [key, value] : counts) {
    if (value.get(checkpoint.counts[std::string(key)]) != simdjson::SUCCESS) return false;
  }
  return true;
}

bool read_file(const std::string& path, std::string& bytes) {
  std::ifstream in(path, std::ios::binary);
  bytes.assign(std::istreambuf_iterator<char>(in), {});
  return in.is_open() && !in.bad();
}

}  // namespace

void ArchiveFolder::Part::clear() {
  records.clear();
  errors.clear();
  signatures.clear();
}

struct ArchiveFolder::Impl {
  explicit Impl(std::string folder) : path(std::move(folder)), lock(path + "/lock") {}

  std::string file(const char* kind, std::uint64_t number, const char* ending) const {
    return fmt::format("{}/{}-{:05}.{}", path, kind, number, ending);
  }
  std::string checkpoint_file() const { return path + "/checkpoint.json"; }

  std::optional<Error> start(const std::string& run, bool resume) {
    if (!std::filesystem::exists(checkpoint_file())) {
      checkpoint.run = run;
      return {};
    }
    if (!resume) {
      return Error{
          ErrorCode::invalid_option,
          path + ": holds a run already; --resume goes on with it, or name another folder"};
    }
    std::string bytes;
    if (!read_file(checkpoint_file(), bytes) || !read(bytes, checkpoint)) {
      return Error{ErrorCode::invalid_option,
                   checkpoint_file() + ": is no checkpoint of this version; name another folder"};
    }
    if (checkpoint.run != run) {
      return Error{ErrorCode::invalid_option,
                   path + ": its run was " + checkpoint.run + ", this one is " + run +
                       "; give the same options, or name another folder"};
    }
    return {};
  }

  std::string path;
  base::FileLock lock;
  Checkpoint checkpoint;
};

ArchiveFolder::ArchiveFolder(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
ArchiveFolder::ArchiveFolder(ArchiveFolder&&) noexcept = default;
ArchiveFolder& ArchiveFolder::operator=(ArchiveFolder&&) noexcept = default;
ArchiveFolder::~ArchiveFolder() = default;

Result<ArchiveFolder> ArchiveFolder::open(const std::string& path, const std::string& run,
                                          bool resume) {
  std::error_code ignored;  // What failed shows when the lock is opened.
  std::filesystem::create_directories(path, ignored);
  auto impl = std::make_unique<Impl>(path);
  if (!impl->lock.opened()) {
    return Error{ErrorCode::output_unwritable,
                 path + ": cannot be written to; see who may, or name another folder"};
  }
  if (!impl->lock.held()) {
    return Error{ErrorCode::invalid_option,
                 path + ": another process writes there; wait for it, or name another folder"};
  }
  if (auto error = impl->start(run, resume)) return *std::move(error);
  return ArchiveFolder(std::move(impl));
}

const Checkpoint& ArchiveFolder::checkpoint() const noexcept { return impl_->checkpoint; }

Result<std::string> ArchiveFolder::signatures(std::uint64_t part) const {
  const std::string path = impl_->file("near", part, "bin");
  std::string bytes;
  if (std::filesystem::exists(path) && !read_file(path, bytes)) {
    return Error{ErrorCode::file_unreadable, path + ": reading failed; try again"};
  }
  return bytes;
}

std::optional<Error> ArchiveFolder::add(const Part& part, Checkpoint after) {
  const std::uint64_t number = impl_->checkpoint.parts;
  // The records last: a part whose records are there is whole.
  if (!part.errors.empty()) {
    if (auto error = base::write_whole_file(impl_->file("errors", number, "jsonl"), part.errors)) {
      return error;
    }
  }
  if (!part.signatures.empty()) {
    if (auto error = base::write_whole_file(impl_->file("near", number, "bin"), part.signatures))
      return error;
  }
  if (auto error = base::write_whole_file(impl_->file("part", number, "jsonl"), part.records))
    return error;
  after.parts = number + 1;
  return finish(std::move(after));
}

std::optional<Error> ArchiveFolder::finish(Checkpoint after) {
  after.run = impl_->checkpoint.run;
  after.parts = std::max(after.parts, impl_->checkpoint.parts);
  if (auto error = base::write_whole_file(impl_->checkpoint_file(), json_of(after))) return error;
  impl_->checkpoint = std::move(after);
  return {};
}

}  // namespace quoth::store
