#include "quotes/transcript.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotes/made_up_text.h"

namespace quoth::quotes {
namespace {

/// "label|content" of each turn of each transcript; line breaks in a content are shown as they are.
std::vector<std::string> turns_of(const MadeUpText& text) {
  std::vector<std::string> turns;
  for (const Transcript& transcript : read_transcripts(text.context(), text.tagged().names)) {
    for (const Turn& turn : transcript) {
      const bool labelled = turn.label.first != turn.label.end;
      turns.push_back((labelled ? text.slice(turn.label) : "") + "|" + text.slice(turn.content));
    }
  }
  return turns;
}

using Turns = std::vector<std::string>;

TEST(Transcript, a_label_and_a_colon_start_a_turn_that_goes_on_to_the_next_label) {
  const MadeUpText text(
      "The talk.\n\nQ: Will it rain?\n\nA: It will.\n\nIt rains a lot here.\n\nQ: Still?\n\n"
      "A: Still.\n\nAnother story.\n");
  EXPECT_EQ(turns_of(text), (Turns{"Q|Will it rain?", "A|It will.\n\nIt rains a lot here.",
                                   "Q|Still?", "A|Still."}));
}

TEST(Transcript, labels_may_be_names_initials_and_roles_or_stand_in_brackets) {
  EXPECT_EQ(
      turns_of(MadeUpText("REPORTER: Will it rain?\nMR. RUIZ: It will.\nREPORTER: When?\n"
                          "MR. RUIZ: Soon.\n")),
      (Turns{"REPORTER|Will it rain?", "MR. RUIZ|It will.", "REPORTER|When?", "MR. RUIZ|Soon."}));
  EXPECT_EQ(turns_of(MadeUpText("(WN) Will it rain?\n\n(AR) It will.\n\n(WN) When?\n\n(AR) Soon.")),
            (Turns{"WN|Will it rain?", "AR|It will.", "WN|When?", "AR|Soon."}));
  EXPECT_EQ(turns_of(MadeUpText("Q. Will it rain?\nA. It will.\n")),
            (Turns{"Q|Will it rain?", "A|It will."}));
}

TEST(Transcript, a_question_without_a_label_is_nobody_s_turn) {
  const MadeUpText text("Will it rain?\n\nAR: It will.\n\nAnd when?\n\nAR: Soon.\n\nSo long.\n");
  EXPECT_EQ(turns_of(text), (Turns{"|Will it rain?", "AR|It will.", "|And when?", "AR|Soon."}));
}

TEST(Transcript, an_answer_without_a_label_is_not_the_asker_s) {
  const MadeUpText text(
      "Matt: Will it rain?\n\nIt will.\n\nDodge: And when?\n\nSoon.\n\nMatt: Here?\n\nYes.\n\n"
      "Dodge: Now?\n\nNo.\n");
  EXPECT_EQ(turns_of(text),
            (Turns{"Matt|Will it rain?", "Dodge|And when?", "Matt|Here?", "Dodge|Now?"}));
}

TEST(Transcript, a_heading_between_turns_belongs_to_none) {
  const MadeUpText text("Q: Will it rain?\n\nA: It will.\n\nOn snow\n\nQ: Snow?\n\nA: No.\n");
  EXPECT_EQ(turns_of(text), (Turns{"Q|Will it rain?", "A|It will.", "Q|Snow?", "A|No."}));
}

TEST(Transcript, lists_of_facts_are_none) {
  EXPECT_EQ(
      turns_of(MadeUpText("Age: 34\nClub: Milan\nAge: 35\nClub: Rome\nAge: 36\nClub: Bern\n")),
      Turns{});
  EXPECT_EQ(turns_of(MadeUpText("Update: It rains.\n\nUpdate: It snows.\n\nUpdate: It is dry.\n")),
            Turns{});
  EXPECT_EQ(turns_of(MadeUpText("Note: It rains.\n\nWhy does it?\n\nNobody knows.\n")), Turns{});
}

TEST(Transcript, statements_by_tagged_names_are_turns_though_nobody_asks) {
  MadeUpText text("Ana Ruiz: “It rains.”\nBo Li: “It snows.”\nCy Ode: “It is dry.”\n");
  text.name("Ana Ruiz", tag::NameType::person)
      .name("Bo Li", tag::NameType::person)
      .name("Cy Ode", tag::NameType::person);
  EXPECT_EQ(turns_of(text),
            (Turns{"Ana Ruiz|“It rains.”", "Bo Li|“It snows.”", "Cy Ode|“It is dry.”"}));
}

}  // namespace
}  // namespace quoth::quotes
