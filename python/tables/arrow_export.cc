#include "tables/arrow_export.h"

#include <cerrno>
#include <cstring>
#include <new>

// Every exported structure, children too, owns what it points to through its private_data, so that a consumer may move a
// child out and release it later than its parent. Releasing needs no Python: it may happen after the interpreter's end.

namespace quoth::tables {
namespace {

template <typename Structure>
void release_if_held(Structure& structure) {
  if (structure.release != nullptr) structure.release(&structure);
}

/// Children and dictionary of an exported structure, with the pointers that the interface wants.
template <typename Structure>
struct Family {
  std::vector<Structure> children;
  std::vector<Structure*> pointers;
  std::vector<Structure> dictionary;

  explicit Family(std::size_t count, bool has_dictionary)
      : children(count), dictionary(has_dictionary ? 1 : 0) {
    for (Structure& child : children) pointers.push_back(&child);
  }
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;
  ~Family() {
    for (Structure& child : children) release_if_held(child);
    for (Structure& values : dictionary) release_if_held(values);
  }

  void join(Structure& parent) {
    parent.n_children = static_cast<std::int64_t>(children.size());
    parent.children = children.empty() ? nullptr : pointers.data();
    parent.dictionary = dictionary.empty() ? nullptr : dictionary.data();
  }
};

struct ExportedField {
  std::string format, name, metadata;
  Family<ArrowSchema> family;
};

struct ExportedValues {
  std::shared_ptr<const ArrowValues> root;  ///< Keeps all buffers.
  std::vector<const void*> buffers;
  Family<ArrowArray> family;
};

struct ExportedStream {
  ArrowField field;
  std::vector<std::shared_ptr<const ArrowValues>> batches;
  std::size_t next = 0;
};

template <typename Exported, typename Structure>
void release(Structure* structure) {
  delete static_cast<Exported*>(structure->private_data);
  structure->private_data = nullptr;
  structure->release = nullptr;
}

void append_counted(std::string& out, const std::string& text) {
  const auto size = static_cast<std::int32_t>(text.size());
  char bytes[sizeof size];
  std::memcpy(bytes, &size, sizeof size);
  out.append(bytes, sizeof size).append(text);
}

/// The interface's form: the number of pairs, then each key and value after its length, in the machine's byte order.
std::string encoded(const std::vector<std::pair<std::string, std::string>>& metadata) {
  std::string out;
  if (metadata.empty()) return out;
  const auto count = static_cast<std::int32_t>(metadata.size());
  char bytes[sizeof count];
  std::memcpy(bytes, &count, sizeof count);
  out.append(bytes, sizeof count);
  for (const auto& [key, value] : metadata) {
    append_counted(out, key);
    append_counted(out, value);
  }
  return out;
}

void export_part(const ArrowValues& values, const std::shared_ptr<const ArrowValues>& root,
                 ArrowArray& out) {
  auto* exported = new ExportedValues{
      root, {}, Family<ArrowArray>(values.children.size(), !values.dictionary.empty())};
  out = {};
  out.private_data = exported;
  out.release = release<ExportedValues, ArrowArray>;
  out.length = values.length;
  out.null_count = values.null_count;
  for (const auto& buffer : values.buffers)
    exported->buffers.push_back(buffer.empty() ? nullptr : buffer.data());
  out.n_buffers = static_cast<std::int64_t>(exported->buffers.size());
  out.buffers = exported->buffers.data();
  for (std::size_t k = 0; k < values.children.size(); ++k)
    export_part(values.children[k], root, exported->family.children[k]);
  if (!values.dictionary.empty())
    export_part(values.dictionary.front(), root, exported->family.dictionary.front());
  exported->family.join(out);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  try {
    export_field(static_cast<ExportedStream*>(stream->private_data)->field, *out);
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  }
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  auto& exported = *static_cast<ExportedStream*>(stream->private_data);
  *out = {};  // A released array is the stream's end.
  if (exported.next == exported.batches.size()) return 0;
  try {
    export_values(exported.batches[exported.next], *out);
    ++exported.next;
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  }
}

const char* get_last_error(ArrowArrayStream*) { return nullptr; }

}  // namespace

void export_field(const ArrowField& field, ArrowSchema& out) {
  auto* exported =
      new ExportedField{field.format, field.name, encoded(field.metadata),
                        Family<ArrowSchema>(field.children.size(), !field.dictionary.empty())};
  out = {};
  out.private_data = exported;
  out.release = release<ExportedField, ArrowSchema>;
  out.format = exported->format.c_str();
  out.name = exported->name.c_str();
  out.metadata = exported->metadata.empty() ? nullptr : exported->metadata.data();
  out.flags = field.is_nullable ? ARROW_FLAG_NULLABLE : 0;
  for (std::size_t k = 0; k < field.children.size(); ++k)
    export_field(field.children[k], exported->family.children[k]);
  if (!field.dictionary.empty())
    export_field(field.dictionary.front(), exported->family.dictionary.front());
  exported->family.join(out);
}

void export_values(const std::shared_ptr<const ArrowValues>& values, ArrowArray& out) {
  export_part(*values, values, out);
}

void export_stream(const ArrowField& field, std::vector<std::shared_ptr<const ArrowValues>> batches,
                   ArrowArrayStream& out) {
  out = {};
  out.private_data = new ExportedStream{field, std::move(batches)};
  out.get_schema = get_schema;
  out.get_next = get_next;
  out.get_last_error = get_last_error;
  out.release = release<ExportedStream, ArrowArrayStream>;
}

}  // namespace quoth::tables
