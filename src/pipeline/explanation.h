#pragma once

#include <string>

#include "pipeline/stages.h"
#include "quoth/document.h"

namespace quoth::pipeline {

/// Every stage's value as lines for people; quotations below `least` are marked as left out.
std::string explanation_of(const Document& document, const Stages::Values& values, float least);

}  // namespace quoth::pipeline
