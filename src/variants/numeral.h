#pragma once

#include <string>
#include <string_view>

namespace quoth::variants {

/// A number without a rounding: digits, at most one point.
///
///   numeral("1,000", 0)  1000        numeral("1.5", 6)  1500000
///   numeral("007", 0)    7           numeral("2.50", 0) 2.5
///
/// `zeros`: how many places the point moves right. Commas are left out. REQUIRES: digits, points and commas alone.
std::string numeral(std::string_view digits, int zeros);

}  // namespace quoth::variants
