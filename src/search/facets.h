#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "database/connection.h"
#include "search/answer.h"
#include "search/candidates.h"
#include "search/people.h"

namespace quoth::search {

/// Counts what candidates are made up of. One thread, its connection's.
class FacetCounter {
 public:
  /// REQUIRES: both outlive this.
  FacetCounter(database::Connection& connection, People& people);

  Facets count(const std::vector<Candidate>& candidates);

 private:
  database::Statement publisher_, publisher_name_;
  People& people_;
};

}  // namespace quoth::search
