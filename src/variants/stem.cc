#include "variants/stem.h"

#include <array>

#include "base/hash_mixing.h"

namespace quoth::variants {
namespace {

/// Longest first, so that the first that fits is taken.
constexpr std::array<std::string_view, 12> endings = {
    "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "es", "ed", "s", "y"};
constexpr std::size_t least_stem = 3;  // Bytes.

}  // namespace

std::uint64_t stem_of(std::string_view form, const Glossary& glossary) noexcept {
  if (const std::string_view verb = glossary.verb(form); !verb.empty()) form = verb;
  for (const std::string_view ending : endings) {
    if (form.size() >= ending.size() + least_stem && form.ends_with(ending)) {
      form.remove_suffix(ending.size());
      break;
    }
  }
  // "stopp(ed)" is "stop", "believ(ed)" is "believe".
  if (form.size() > least_stem && form.back() == 'e') form.remove_suffix(1);
  if (form.size() > least_stem && form.back() == form[form.size() - 2]) form.remove_suffix(1);
  return base::hash_of(form);
}

}  // namespace quoth::variants
