#include "kb/line_source.h"

#include <cstring>
#include <utility>

#include "base/input_file.h"
#include "kb/decoder.h"

namespace quoth::kb {
namespace {

constexpr std::size_t chunk = std::size_t{256} << 10U;

}  // namespace

struct LineSource::Impl {
  base::InputFile file;
  std::unique_ptr<Decoder> decoder;  // Null: the bytes are plain.
  std::string raw;                   // As in the file; what is before raw_start has been decoded.
  std::size_t raw_start = 0;
  std::string text;  // Decoded; what is before text_start has been given out.
  std::size_t text_start = 0;
  std::size_t number = 0;
  bool raw_ended = false;
  std::optional<std::string> fault;

  explicit Impl(base::InputFile opened) : file(std::move(opened)) {}

  bool read_raw() {
    raw.erase(0, raw_start);
    raw_start = 0;
    raw_ended = !file.read(raw, chunk);
    if (file.error() != 0) fault = std::strerror(file.error());
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
  auto file = base::InputFile::open(path);
  if (!file) return file.error();
  auto impl = std::make_unique<Impl>(*std::move(file));
  impl->detect();
  if (impl->fault) {
    return Error{ErrorCode::file_unreadable,
                 path + ": " + *impl->fault + "; check that it is a file and may be read"};
  }
  return LineSource(std::move(impl));
}

LineSource::Line LineSource::next(std::string& line, std::size_t most) {
  const Line got =
      base::take_line(impl_->text, impl_->text_start, [this] { return impl_->fill(); }, most, line);
  if (got != Line::none) ++impl_->number;
  if (line.ends_with('\r')) line.pop_back();
  return got;
}

std::size_t LineSource::number() const noexcept { return impl_->number; }
std::optional<std::string> LineSource::fault() const { return impl_->fault; }

}  // namespace quoth::kb
