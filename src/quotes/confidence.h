#pragma once

#include "tag/tagged_text.h"

namespace quoth::quotes {

/// How sure the network is that the anchor's content and source are right, 0 to 1: that there is an anchor, times the
/// geometric mean of what it gives the words that it claims. What attribution/trust.h makes of it is
/// calibrated.
inline float confidence_of(const tag::TaggedAnchor& anchor) {
  return anchor.probability * anchor.role_probability;
}

}  // namespace quoth::quotes
