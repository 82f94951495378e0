#include "variants/numeral.h"

namespace quoth::variants {

std::string numeral(std::string_view digits, int zeros) {
  std::string whole, fraction;
  bool is_fraction = false;
  for (const char byte : digits) {
    if (byte == '.') is_fraction = true;
    if (byte < '0' || byte > '9') continue;
    (is_fraction ? fraction : whole) += byte;
  }
  for (; zeros > 0; --zeros) {
    whole += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  whole.erase(0, whole.find_first_not_of('0'));
  if (whole.empty()) whole.push_back('0');
  if (!fraction.empty()) whole.append(1, '.').append(fraction);
  return whole;
}

}  // namespace quoth::variants
