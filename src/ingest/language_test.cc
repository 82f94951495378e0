#include "ingest/language.h"

#include <gtest/gtest.h>

#include <string>

#include "quoth/language.h"

namespace quoth::ingest {
namespace {

struct Sample {
  const char* language;
  const char* text;
};

/// Made up for this test, two a language.
constexpr Sample samples[] = {
    {"en",
     "The mayor said on Tuesday that the bridge would be closed for a week. “We have no choice,” "
     "she told reporters, and the council agreed."},
    {"en",
     "A ferry with ninety people on board ran aground off Almsley last night. All of them were "
     "taken ashore by noon, the coastguard said."},
    {"de",
     "Die Bürgermeisterin sagte am Dienstag, dass die Brücke für eine Woche gesperrt wird. „Wir "
     "haben keine Wahl“, sagte sie vor der Presse."},
    {"de",
     "Eine Fähre mit neunzig Menschen an Bord ist in der Nacht vor der Küste auf Grund gelaufen. "
     "Alle wurden bis zum Mittag an Land gebracht."},
    {"fr",
     "La maire a déclaré mardi que le pont serait fermé pendant une semaine. « Nous n’avons pas le "
     "choix », a-t-elle dit à la presse."},
    {"fr",
     "Un traversier avec quatre-vingt-dix personnes à bord s’est échoué dans la nuit au large de "
     "la côte. Tous ont été ramenés à terre avant midi."},
    {"es",
     "La alcaldesa dijo el martes que el puente se cerrará durante una semana. «No tenemos otra "
     "opción», dijo a la prensa, y el concejo estuvo de acuerdo."},
    {"es",
     "Un transbordador con noventa personas a bordo encalló anoche frente a la costa. Todos fueron "
     "llevados a tierra antes del mediodía, según la guardia."},
    {"it",
     "La sindaca ha detto martedì che il ponte sarà chiuso per una settimana. «Non abbiamo "
     "scelta», ha detto alla stampa, e il consiglio è d’accordo."},
    {"it",
     "Un traghetto con novanta persone a bordo si è arenato nella notte al largo della costa. "
     "Tutti sono stati portati a terra prima di mezzogiorno."},
    {"pt",
     "A prefeita disse na terça-feira que a ponte será fechada por uma semana. “Não temos "
     "escolha”, disse ela à imprensa, e a câmara concordou com isso."},
    {"pt",
     "Uma balsa com noventa pessoas a bordo encalhou na noite passada perto da costa. Todas foram "
     "levadas para terra até ao meio-dia, disse a guarda."},
    {"nl",
     "De burgemeester zei dinsdag dat de brug een week wordt gesloten. “We hebben geen keuze,” zei "
     "ze tegen de pers, en de raad was het met haar eens."},
    {"nl",
     "Een veerboot met negentig mensen aan boord is in de nacht voor de kust vastgelopen. Ze zijn "
     "allemaal voor de middag aan land gebracht."},
    {"pl",
     "Burmistrz powiedziała we wtorek, że most będzie zamknięty przez tydzień. „Nie mamy wyboru” – "
     "powiedziała dziennikarzom, a rada się z nią zgodziła."},
    {"pl",
     "Prom z dziewięćdziesięcioma osobami na pokładzie osiadł w nocy na mieliźnie. Do południa "
     "wszyscy zostali przewiezieni na brzeg, jak podała straż."},
    {"ru",
     "Мэр сказала во вторник, что мост будет закрыт на неделю. «У нас нет выбора», — сказала она "
     "журналистам, и совет с ней согласился."},
    {"ru",
     "Паром, на борту которого было девяносто человек, ночью сел на мель у берега. К полудню все "
     "они были доставлены на берег, как сообщила охрана."},
    {"zh",
     "市长星期二说，这座桥将关闭一个星期。“我们别无选择，”她对记者们说。市议会同意了她的意见，工程"
     "师们将在下个月提交一份新的报告。昨天夜里，一艘载有九十人的渡轮在海岸附近搁浅，所有人都在中午"
     "之前被送上了岸，海岸警卫队这样说。"},
    {"ja",
     "市長は火曜日、橋を一週間閉鎖すると述べた。「ほかに選択肢はない」と彼女は記者団に語り、議会も"
     "これに同意した。技術者たちは来月、新しい報告書を提出する。昨夜、九十人を乗せたフェリーが海岸"
     "の近くで座礁したが、全員が正午までに上陸した。"},
    {"ar",
     "قالت رئيسة البلدية يوم الثلاثاء إن الجسر سيغلق لمدة أسبوع. وقالت للصحفيين: ليس لدينا خيار "
     "آخر، ووافق المجلس على ذلك."},
    {"el",
     "Η δήμαρχος είπε την Τρίτη ότι η γέφυρα θα κλείσει για μία εβδομάδα. «Δεν έχουμε επιλογή», "
     "είπε στους δημοσιογράφους."},
};

TEST(Language, sentences_of_the_news_are_told_apart) {
  for (const auto& sample : samples)
    EXPECT_EQ(language_of(sample.text), sample.language) << sample.text;
}

TEST(Language, very_short_texts_count_as_english) {
  EXPECT_TRUE(looks_english(""));
  EXPECT_TRUE(looks_english("Ana Ruiz, mayor"));
  EXPECT_TRUE(looks_english("„Wir haben keine Wahl“, sagte sie."));
}

TEST(Language, foreign_words_and_names_leave_english_english) {
  EXPECT_TRUE(looks_english(
      "“Nous n’avons pas le choix,” the minister told Le Monde in Paris. It was the last word "
      "that he said on the matter before the vote."));
}

TEST(Language, without_function_words_it_is_undetermined) {
  std::string results;
  for (int k = 0; k < 40; ++k) results += "Almsley 3 Brome 1; ";
  EXPECT_EQ(language_of(results), "und");
}

TEST(Language, is_told_of_documents_in_the_public_headers_too) {
  std::string german;
  for (int k = 0; k < 20; ++k) german += "Wir haben keine Wahl, und das ist nicht das Ende. ";
  EXPECT_EQ(quoth::language_of(*Document::from_utf8(german)), "de");
}

}  // namespace
}  // namespace quoth::ingest
