import unittest

from quoth_bench.contenders import corenlp
from tests.examples import words_of

TEXT = "“We won 🏆,” Ana Ruiz said. “Go,” he said, “home.” It was “fun”."


def unit(point):
    """An offset as Java counts it."""
    return len(TEXT[:point].encode("utf-16-le")) // 2


def tokens():
    """White space parts them; a mark at an end is a part of its token here."""
    found, begin = [], 0
    for word in TEXT.split(" "):
        found.append({"characterOffsetBegin": unit(begin), "characterOffsetEnd": unit(begin + len(word))})
        begin += len(word) + 1
    return found


def quote(words, **fields):
    begin = TEXT.index(words)
    return {"beginIndex": unit(begin), "endIndex": unit(begin + len(words)), "text": words, **fields}


def mention(word, **fields):
    at = TEXT.split(" ").index(word)
    return {"mention": word, "mentionBegin": at, "mentionEnd": at, **fields}


def record(*quotes):
    found = tokens()  # In two sentences: a mention's tokens are counted through the document.
    return corenlp.record_of({"id": "7", "text": TEXT}, {"sentences": [{"tokens": found[:6]}, {"tokens": found[6:]}], "quotes": list(quotes)})


class Record(unittest.TestCase):
    def test_offsets_are_code_points_after_a_letter_of_two_units(self):
        (quotation,) = record(quote("“Go,”", **mention("he", speaker="Unknown")))["quotations"]
        self.assertEqual(words_of(quotation), ("“Go,”", "", "he"))

    def test_a_mention_of_two_tokens_is_one_source(self):
        at = TEXT.split(" ").index("Ana")
        (quotation,) = record(quote("“We won 🏆,”", mention="Ana Ruiz", mentionBegin=at, mentionEnd=at + 1, speaker="Ana Ruiz"))["quotations"]
        self.assertEqual(words_of(quotation), ("“We won 🏆,”", "", "Ana Ruiz"))
        self.assertEqual(quotation["speaker"], {"name": "Ana Ruiz"})

    def test_neighbours_with_one_mention_are_one_quotation(self):
        (quotation,) = record(quote("“Go,”", **mention("he")), quote("“home.”", **mention("he")))["quotations"]
        self.assertEqual([span["text"] for span in quotation["content"]], ["“Go,”", "“home.”"])

    def test_a_quotation_without_a_mention_is_left_out(self):
        self.assertEqual(record(quote("“fun”", speaker="Unknown"))["quotations"], [])


class Speaker(unittest.TestCase):
    def test_the_first_name_that_is_no_pronoun_and_known(self):
        self.assertEqual(corenlp.speaker_of({"canonicalSpeaker": "his", "speaker": "Unknown", "mention": "Ana Ruiz"}), "Ana Ruiz")
        self.assertEqual(corenlp.speaker_of({"canonicalSpeaker": "Ana Ruiz", "speaker": "she", "mention": "she"}), "Ana Ruiz")

    def test_nobody_where_all_are_pronouns(self):
        self.assertIsNone(corenlp.speaker_of({"canonicalSpeaker": "He", "speaker": "Unknown", "mention": "he"}))


if __name__ == "__main__":
    unittest.main()
