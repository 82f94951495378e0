#include "database/known_documents.h"

#include <mutex>
#include <utility>

#include "database/entry.h"
#include "database/record_file.h"
#include "database/tombstones.h"

namespace quoth::database {

struct KnownDocuments::Impl {
  explicit Impl(RecordFile opened)
      : file(std::move(opened)),
        tombstones(file.connection()),
        find(file.connection(),
             "SELECT 1 FROM publisher p JOIN sighting s ON s.publisher = p.id JOIN version v ON "
             "v.sighting = s.id "
             "JOIN text t ON t.id = v.text WHERE p.name = ?1 AND s.key = ?2 AND t.hash = ?3") {}

  RecordFile file;
  Tombstones tombstones;
  Statement find;
  std::mutex mutex;
};

KnownDocuments::KnownDocuments(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
KnownDocuments::KnownDocuments(KnownDocuments&&) noexcept = default;
KnownDocuments::~KnownDocuments() = default;

Result<KnownDocuments> KnownDocuments::open(const std::string& path) {
  auto file = RecordFile::open_for_reading(path);
  if (!file) return file.error();
  auto impl = std::make_unique<Impl>(*std::move(file));
  if (impl->file.connection().error()) return *impl->file.connection().error();
  return KnownDocuments(std::move(impl));
}

bool KnownDocuments::has(std::string_view publisher, std::string_view key,
                         const base::Sha256& text) {
  const std::lock_guard lock(impl_->mutex);
  return impl_->tombstones.has_text(text) || impl_->tombstones.has_sighting(publisher, key) ||
         impl_->find.find(publisher, key, Blob{bytes_of(text)}).has_value();
}

}  // namespace quoth::database
