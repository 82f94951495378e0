#pragma once

#include <optional>
#include <string>

#include "page/metadata.h"

namespace quoth::page {

/// The article's title by the first of an ordered list of named rules that finds one (title.cc).
std::optional<std::string> find_title(const Metadata& metadata);

/// The outlet's name: JSON-LD's publisher, og:site_name, application-name … .
std::optional<std::string> find_publisher(const Metadata& metadata);

/// A title element without the site's name, which stands behind or before a bar or dash.
std::string without_site_name(const std::string& title, const std::string& site);

}  // namespace quoth::page
