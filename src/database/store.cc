#include "quoth/store.h"

#include <utility>

#include "database/families.h"
#include "database/record_file.h"
#include "database/stored_document.h"
#include "database/verification.h"
#include "database/writer.h"

namespace quoth {
namespace {

StoreOutcome outcome_of(database::Added added) {
  switch (added) {
    case database::Added::as_new:
      return StoreOutcome::new_article;
    case database::Added::as_version:
      return StoreOutcome::new_version;
    case database::Added::forgotten:
      return StoreOutcome::forgotten;
    case database::Added::again:
    case database::Added::known:
      break;
  }
  return StoreOutcome::known;
}

}  // namespace

struct Store::Impl {
  Impl(database::RecordFile opened, std::string opened_path)
      : file(std::move(opened)), path(std::move(opened_path)) {}

  database::Connection& connection() { return file.connection(); }
  Error not_writable() const {
    return {ErrorCode::invalid_option, path + ": was opened for reading; open it for writing"};
  }

  database::RecordFile file;
  std::string path;
  std::optional<database::Writer> writer;  // Nothing: opened for reading.
};

Store::Store(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open_for_writing(const std::string& path, const StoreOptions& options) {
  auto file = database::RecordFile::open_for_writing(path, options.create);
  if (!file) return file.error();
  auto impl = std::make_unique<Impl>(*std::move(file), path);
  impl->writer.emplace(impl->connection(),
                       database::WriteOptions{options.program, options.settings, false});
  if (impl->connection().error()) return *impl->connection().error();
  return Store(std::move(impl));
}

Result<Store> Store::open_for_reading(const std::string& path) {
  auto file = database::RecordFile::open_for_reading(path);
  if (!file) return file.error();
  return Store(std::make_unique<Impl>(*std::move(file), path));
}

Result<StoreOutcome> Store::add(const Document& document, const Record& record,
                                const DocumentFacts& facts, const EngineFacts& engine) {
  if (!impl_->writer) return impl_->not_writable();
  if (facts.key.empty()) {
    return Error{ErrorCode::invalid_option,
                 impl_->path + ": a document has no key; give it one that stays the same"};
  }
  database::Entry entry(store::RecordedDocument{document, record, facts, engine});
  const auto added = impl_->writer->add(entry);
  if (!added) return *impl_->connection().error();
  return outcome_of(*added);
}

std::optional<Error> Store::commit() {
  return impl_->writer ? impl_->writer->commit() : impl_->not_writable();
}

Result<StoreFamilies> Store::join_variants() {
  if (auto error = commit()) return *std::move(error);
  const auto joined = database::join_families(impl_->connection(), database::JoinScope::due);
  if (!joined) return joined.error();
  return StoreFamilies{joined->families, joined->renderings};
}

std::optional<Error> Store::for_each(const std::function<bool(std::string_view line)>& take) {
  database::Connection& connection = impl_->connection();
  database::DocumentReader reader(connection);
  database::Statement articles(connection, "SELECT id FROM sighting ORDER BY id");
  while (articles.next()) {
    const auto version = reader.newest_version(articles.integer(0));
    const auto stored = version ? reader.read(*version) : std::nullopt;
    if (!stored) continue;
    const store::RecordedDocument& recorded = stored->recorded;
    if (!take(to_json(recorded.document, recorded.record, recorded.facts, recorded.engine,
                      {.with_text = true})))
      break;
  }
  return connection.error();
}

Result<StoreCheck> Store::verify() {
  const database::Verified verified = database::verify(impl_->connection(), {});
  if (impl_->connection().error()) return *impl_->connection().error();
  return StoreCheck{verified.documents, verified.quotations, verified.spans, verified.wrong,
                    verified.faults};
}

}  // namespace quoth
