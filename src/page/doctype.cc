#include "page/doctype.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/lexicon.h"
#include "page/ascii.h"

namespace quoth::page {
namespace {

constexpr std::string_view spaces = " \t\n\f";

/// Reads a declaration from the left.
class Declaration {
 public:
  explicit Declaration(std::string_view rest) : rest_(rest) {}

  void skip_spaces() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(spaces), rest_.size()));
  }
  bool is_empty() const { return rest_.empty(); }
  bool has_quote() const { return rest_.starts_with('"') || rest_.starts_with('\''); }

  std::string word() {
    skip_spaces();
    const std::string_view found = rest_.substr(0, rest_.find_first_of(spaces));
    rest_.remove_prefix(found.size());
    return lowered(found);
  }

  bool take(std::string_view keyword) {
    if (lowered(rest_.substr(0, keyword.size())) != keyword) return false;
    rest_.remove_prefix(keyword.size());
    return true;
  }

  /// What stands in quotation marks; nothing where none or only the first of them is there.
  std::optional<std::string> quoted() {
    skip_spaces();
    if (!has_quote()) return {};
    const std::size_t end = rest_.find(rest_[0], 1);
    if (end == std::string_view::npos) return {};
    const std::string_view found = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    return std::string(found);
  }

  static std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
  }

 private:
  std::string_view rest_;
};

bool has_old_beginning(std::string_view identifier, Dialect dialect) {
  const auto entries = base::lexicon_entries("quirks_doctypes");
  return std::any_of(entries.begin(), entries.end(), [&](std::string_view beginning) {
    // gumbo wants the whole identifier to be the beginning.
    return dialect == Dialect::gumbo ? identifier == beginning : identifier.starts_with(beginning);
  });
}

bool is_old(const std::string& written, bool has_system, Dialect dialect) {
  const std::string identifier = Declaration::lowered(written);
  const bool ignores_case = dialect == Dialect::standard;
  for (const char* const exact :
       {"-//W3O//DTD W3 HTML Strict 3.0//EN//", "-/W3C/DTD HTML 4.0 Transitional/EN", "HTML"}) {
    if (ignores_case ? identifier == Declaration::lowered(exact) : written == exact) return true;
  }
  if (has_old_beginning(identifier, dialect)) return true;
  for (const std::string_view beginning :
       {"-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"}) {
    if (has_system) break;
    if (dialect == Dialect::gumbo ? identifier == beginning : identifier.starts_with(beginning))
      return true;
  }
  return false;
}

bool is_old_system(const std::string& identifier, Dialect dialect) {
  constexpr std::string_view old = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";
  return (dialect == Dialect::gumbo ? identifier : Declaration::lowered(identifier)) == old;
}

}  // namespace

bool has_quirks(std::string_view declaration, Dialect dialect) {
  Declaration rest(declaration);
  if (rest.word() != "html") return true;
  rest.skip_spaces();
  if (rest.is_empty()) return false;
  const bool is_public = rest.take("public");
  if (!is_public && !rest.take("system")) return true;
  const std::optional<std::string> first = rest.quoted();
  if (!first) return true;
  if (!is_public) return is_old_system(*first, dialect);
  rest.skip_spaces();
  const bool has_system = rest.has_quote();
  if (!has_system && !rest.is_empty()) return true;
  const std::optional<std::string> system = rest.quoted();
  if (has_system && !system) return true;
  return is_old(*first, has_system, dialect) || (system && is_old_system(*system, dialect));
}

}  // namespace quoth::page
