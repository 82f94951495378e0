#pragma once

#include <optional>
#include <span>

#include "database/connection.h"

namespace quoth::database {

/// "Quot": stands in the file's header, so that `file` and this program know a record.
inline constexpr int application_id = 0x51756F74;

/// The SQL that leads from version k to version k + 1, for each k from 0. Written by cmake/EmbedSchema.cmake from data/schema/.
std::span<const char* const> schema_steps() noexcept;

/// Brings an empty database or an older record to the newest version, each step whole or not at all. Fails with record_too_new,
/// record_corrupt (a database of something else), record_busy or output_unwritable.
std::optional<Error> migrate(Connection& connection,
                             std::span<const char* const> steps = schema_steps());

/// The same checks for who only reads; an older record is record_corrupt too, with the remedy (it must be opened for writing once).
std::optional<Error> check_schema(Connection& connection,
                                  std::span<const char* const> steps = schema_steps());

}  // namespace quoth::database
