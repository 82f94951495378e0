#include "pipeline/entity_links.h"

#include <gtest/gtest.h>

#include "kb/test_base.h"

namespace quoth::pipeline {
namespace {

Entity entity(std::string name, EntityType type) {
  Entity made;
  made.name = std::move(name);
  made.type = type;
  return made;
}

TEST(EntityLinks, persons_and_organisations_get_the_ids_of_the_base) {
  const kb::Linker linker(kb::test_base());
  Record record;
  record.entities = {entity("Barack Obama", EntityType::person),
                     entity("Nobody Known", EntityType::person),
                     entity("Barack Obama", EntityType::unnamed)};
  link_entities(linker, "The President of the United States, Barack Obama, spoke.", "2010-05-01",
                record);
  EXPECT_EQ(record.entities[0].kb, "Q76");
  EXPECT_EQ(record.entities[1].kb, "");
  EXPECT_EQ(record.entities[2].kb, "");
}

TEST(EntityLinks, several_as_one_are_no_item) {
  const kb::Linker linker(kb::test_base());
  Record record;
  record.entities = {entity("Barack Obama", EntityType::person)};
  record.entities[0].members = {0, 0};
  link_entities(linker, "Barack Obama", "", record);
  EXPECT_EQ(record.entities[0].kb, "");
}

}  // namespace
}  // namespace quoth::pipeline
