#include "pipeline/entity_links.h"

#include "attribution/calendar_date.h"
#include "kb/item.h"

namespace quoth::pipeline {
namespace {

kb::TypeSet types_of(EntityType type) {
  if (type == EntityType::person) return kb::person;
  if (type == EntityType::organization) return kb::organization | kb::place;  // "Iran said".
  return 0;
}

}  // namespace

void link_entities(const kb::Linker& linker, std::string_view text, std::string_view published,
                   Record& record) {
  kb::LinkContext context{.words = kb::ArticleWords(text), .year = {}};
  if (const auto date = attribution::parse_iso(published)) context.year = date->year;
  for (Entity& entity : record.entities) {
    const bool named = entity.type == EntityType::person || entity.type == EntityType::organization;
    if (!named || !entity.members.empty()) continue;
    kb::NamedEntity form{.name = entity.name, .types = types_of(entity.type), .mentions = {}};
    for (const Span span : entity.mentions)
      form.mentions.push_back(text.substr(span.start, span.end - span.start));
    if (const auto link = linker.link(form, context)) entity.kb = link->id;
  }
}

}  // namespace quoth::pipeline
