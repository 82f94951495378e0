#pragma once

#include <string_view>

#include "page/dialect.h"

namespace quoth::page {

/// Whether a document type means quirks mode, in which a table does not end a paragraph. `declaration`: what stands between "<!DOCTYPE" and ">".
bool has_quirks(std::string_view declaration, Dialect dialect);

}  // namespace quoth::page
