// What the README's reader does with a record on disk, with nothing but the installed headers.

#include <quoth/store.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace {

/// An article in which Ana Ruiz says the words.
quoth::Result<quoth::StoreOutcome> add(quoth::Store& store, const std::string& key,
                                       const std::string& words) {
  auto document = quoth::Document::from_utf8("“" + words + ",” said Ana Ruiz in " + key + ".");
  if (!document) return document.error();
  const auto end = static_cast<std::uint32_t>(words.size() + 7);
  quoth::Record record;
  record.entities.push_back({"Ana Ruiz", quoth::EntityType::person, {{end + 6, end + 14}}, {}});
  record.quotations.emplace_back();
  record.quotations.back().kind = quoth::Quotation::Kind::direct;
  record.quotations.back().content = {{0, end}};
  record.quotations.back().speaker = quoth::EntityReference{0, 0.9F};
  quoth::DocumentFacts facts;
  facts.key = key;
  return store.add(*document, record, facts, {"0.1.0", "made", "00"});
}

int failed(const quoth::Error& error) {
  std::puts(error.message.c_str());
  return 1;
}

int read(const std::string& path) {
  auto store = quoth::Store::open_for_reading(path);
  if (!store) return failed(store.error());
  int articles = 0;
  const auto error = store->for_each([&](std::string_view line) {
    articles += line.find("We will rebuild") != std::string_view::npos ? 1 : 0;
    return true;
  });
  if (error) return failed(*error);
  const auto check = store->verify();
  if (!check) return failed(check.error());
  const bool is_refused = store->commit().has_value();
  std::printf("%d articles read, %d wrong, writing refused: %d\n", articles,
              static_cast<int>(check->wrong), static_cast<int>(is_refused));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string path = argc > 1 ? argv[1] : "store_use.db";
  std::remove(path.c_str());
  {
    auto store = quoth::Store::open_for_writing(path);
    if (!store) return failed(store.error());
    const std::string words =
        "We will rebuild the old stone harbour before the autumn storms reach the islands";
    for (const char* key : {"a", "b", "a"}) {
      const auto added = add(*store, key, words);
      if (!added) return failed(added.error());
      std::printf("%s: %d\n", key, static_cast<int>(*added));
    }
    const auto joined = store->join_variants();
    if (!joined) return failed(joined.error());
    std::printf("%d families of %d renderings\n", static_cast<int>(joined->families),
                static_cast<int>(joined->renderings));
  }
  return read(path);
}
