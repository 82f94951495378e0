#pragma once

#include <string_view>

#include "server/request.h"

namespace quoth::server {

/// Whether a request that does more than read may come from where it says it comes from. Browsers state the page's origin, and
/// it must be this very host (http or https, as a proxy may stand between); what states none is no page of another site.
bool is_of_own_origin(const RequestHead& head, std::string_view authority);

}  // namespace quoth::server
