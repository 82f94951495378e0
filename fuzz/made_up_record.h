// A record on disk of one made-up document, for the fuzz targets that ask one.
#pragma once

#include <unistd.h>

#include <string>
#include <utility>

#include "database/entry.h"
#include "database/record_file.h"
#include "database/writer.h"

namespace quoth::fuzz {

/// Open for writing; its files have lost their names, so they are gone with the process.
inline database::RecordFile record_of(store::RecordedDocument document) {
  const std::string path = "/tmp/quoth_fuzz_" + std::to_string(::getpid()) + ".db";
  auto opened = database::RecordFile::open_for_writing(path, true);
  if (!opened) __builtin_trap();
  database::Writer writer(opened->connection(), {"fuzz", "made up"});
  database::Entry entry(std::move(document));
  if (!writer.add(entry) || writer.finish()) __builtin_trap();
  for (const char* ending : {"", "-lock", "-shm", "-wal"}) ::unlink((path + ending).c_str());
  return *std::move(opened);
}

}  // namespace quoth::fuzz
