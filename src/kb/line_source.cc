#include "kb/line_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "kb/decoder.h"

namespace quoth::kb {
namespace {

constexpr std::size_t chunk = std::size_t{256} << 10U;

Error unreadable(const std::string& path, int error) {
  const bool missing = error == ENOENT;
  return {missing ? ErrorCode::file_not_found : ErrorCode::file_unreadable,
          path + ": " + std::strerror(error) +
              (missing ? "; check the path" : "; check that it is a file and may be read")};
}

}  // namespace

struct LineSource::Impl {
  int descriptor = -1;
  std::unique_ptr<Decoder> decoder;  // Null: the bytes are plain.
  std::string raw;                   // As in the file; what is before raw_start has been decoded.
  std::size_t raw_start = 0;
  std::string text;  // Decoded; what is before text_start has been given out.
  std::size_t text_start = 0;
  std::size_t number = 0;
  bool raw_ended = false;
  std::optional<std::string> fault;

  explicit Impl(int opened) : descriptor(opened) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (descriptor > STDIN_FILENO) ::close(descriptor);
  }

  bool read_raw() {
    raw.erase(0, raw_start);
    raw_start = 0;
    const std::size_t before = raw.size();
    raw.resize(before + chunk);
    ssize_t count = 0;
    do {
      count = ::read(descriptor, raw.data() + before, chunk);
    } while (count < 0 && errno == EINTR);
    if (count < 0) fault = std::strerror(errno);
    raw.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
    raw_ended = count <= 0;
    return !raw_ended;
  }

  void detect() {
    while (raw.size() < magic_size && read_raw()) {
    }
    decoder = find_decoder(raw);
  }

  /// Puts the next piece into `text`, of which all has been given out. False: there is none.
  bool fill() {
    text.clear();
    text_start = 0;
    return decoder ? fill_decoded() : fill_plain();
  }

  bool fill_plain() {
    if (raw_start == raw.size() && (raw_ended || !read_raw())) return false;
    text.swap(raw);
    text.erase(0, raw_start);
    raw.clear();
    raw_start = 0;
    return !text.empty();
  }

  bool fill_decoded() {
    text.resize(chunk);
    std::size_t written = 0;
    while (written == 0 && !fault) {
      if (raw_start == raw.size() && !raw_ended) read_raw();
      std::string_view input = std::string_view(raw).substr(raw_start);
      const std::size_t before = input.size();
      if (!decoder->decode(input, text.data(), text.size(), written)) {
        fault = "broken compressed data";
      }
      raw_start += before - input.size();
      const bool stuck = written == 0 && input.size() == before;
      if (stuck && (raw_ended || before > 0)) break;
    }
    if (written == 0 && !fault && !decoder->is_complete())
      fault = "the compressed data are cut off";
    text.resize(written);
    return written > 0;
  }
};

LineSource::LineSource(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
LineSource::LineSource(LineSource&&) noexcept = default;
LineSource& LineSource::operator=(LineSource&&) noexcept = default;
LineSource::~LineSource() = default;

Result<LineSource> LineSource::open(const std::string& path) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path, errno);
  auto impl = std::make_unique<Impl>(descriptor);
  struct stat status{};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
  impl->detect();
  if (impl->fault) return unreadable(path, errno);
  return LineSource(std::move(impl));
}

LineSource::Line LineSource::next(std::string& line, std::size_t most) {
  line.clear();
  bool too_long = false, any = false;
  while (true) {
    if (impl_->text_start == impl_->text.size() && !impl_->fill()) break;
    any = true;
    const std::string& text = impl_->text;
    const std::size_t end = text.find('\n', impl_->text_start);
    const std::size_t stop = end == std::string::npos ? text.size() : end;
    too_long = too_long || line.size() + (stop - impl_->text_start) > most;
    if (too_long) {
      line.clear();
    } else {
      line.append(text, impl_->text_start, stop - impl_->text_start);
    }
    impl_->text_start = stop;
    if (end != std::string::npos) {
      ++impl_->text_start;
      break;
    }
  }
  if (any) ++impl_->number;
  if (line.ends_with('\r')) line.pop_back();
  return too_long ? Line::too_long : any ? Line::whole : Line::none;
}

std::size_t LineSource::number() const noexcept { return impl_->number; }
std::optional<std::string> LineSource::fault() const { return impl_->fault; }

}  // namespace quoth::kb
