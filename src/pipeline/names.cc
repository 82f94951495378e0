#include "quoth/quotation.h"

namespace quoth {

const char* name(EntityType type) noexcept {
  switch (type) {
    case EntityType::person:
      return "person";
    case EntityType::organization:
      return "organization";
    case EntityType::group:
      return "group";
    case EntityType::unnamed:
      return "unnamed";
    case EntityType::document:
      return "document";
    case EntityType::author:
      return "author";
    case EntityType::generic:
      return "generic";
  }
  return "unnamed";
}

const char* name(Quotation::Kind kind) noexcept {
  switch (kind) {
    case Quotation::Kind::direct:
      return "direct";
    case Quotation::Kind::indirect:
      return "indirect";
    case Quotation::Kind::mixed:
      return "mixed";
  }
  return "indirect";
}

const char* name(Quotation::Act act) noexcept {
  switch (act) {
    case Quotation::Act::say:
      return "say";
    case Quotation::Act::write:
      return "write";
    case Quotation::Act::ask:
      return "ask";
    case Quotation::Act::believe:
      return "believe";
    case Quotation::Act::feel:
      return "feel";
    case Quotation::Act::want:
      return "want";
    case Quotation::Act::decide:
      return "decide";
    case Quotation::Act::show:
      return "show";
  }
  return "say";
}

}  // namespace quoth
