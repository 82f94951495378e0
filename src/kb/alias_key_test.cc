#include "kb/alias_key.h"

#include <gtest/gtest.h>

namespace quoth::kb {
namespace {

TEST(AliasKey, names_that_newspapers_write_differently_are_one) {
  const struct {
    const char *name, *key;
  } cases[] = {
      {"Barack Obama", "barack obama"},
      {"BARACK  OBAMA ", "barack obama"},
      {"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
      {"Erdog\u0306an", "erdogan"},
      {"U.S.", "us"},
      {"J.K. Rowling", "jk rowling"},
      {"al-Qaeda", "al qaeda"},
      {"Al\u2013Qaeda", "al qaeda"},
      {"The United Nations", "united nations"},
      {"the", "the"},
      {"Martin Luther King, Jr.", "martin luther king jr"},
      {"O\u2019Brien", "o'brien"},
      {"Lech Wałęsa", "lech walesa"},
      {"Straße", "strasse"},
      {"ＮＡＳＡ", "nasa"},
      {"Владимир Путин", "владимир путин"},
      {"“Bill” Clinton", "bill clinton"},
      {"zero\u200bwidth", "zerowidth"},
      {"a\u00a0b", "a b"},
      {"", ""},
      {"...", ""},
      {" - ", ""},
  };
  for (const auto& [name, key] : cases) EXPECT_EQ(alias_key(name), key) << name;
}

TEST(AliasKey, a_key_is_its_own_key) {
  for (const char* name :
       {"Recep Tayyip Erdoğan", "al-Qaeda", "İstanbul", "ŒUVRE", "ﬁ", "Ⅳ", "한국"}) {
    EXPECT_EQ(alias_key(alias_key(name)), alias_key(name)) << name;
  }
}

TEST(AliasKey, the_hash_is_fnv_1a) {
  EXPECT_EQ(key_hash(""), 0xCBF29CE484222325U);
  EXPECT_EQ(key_hash("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(key_hash("foobar"), 0x85944171F73967E8U);
}

}  // namespace
}  // namespace quoth::kb
