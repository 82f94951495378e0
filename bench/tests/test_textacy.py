import unittest

from quoth_bench.contenders import textacy
from tests.examples import pair, words_of

TEXT = '"We won," Ana Ruiz said. "It was close," she said. "Go," Bo Li said, "home."'


def triple(content, cue, speaker, at=0):
    return {"content": pair(content, TEXT), "cue": [pair(cue, TEXT, at)], "speaker": [pair(speaker, TEXT)]}


class Record(unittest.TestCase):
    def test_a_triple_becomes_a_direct_quotation_with_its_marks(self):
        (quotation,) = self.quotations(triple('"We won,"', "said", "Ana Ruiz"))
        self.assertEqual(words_of(quotation), ('"We won,"', "said", "Ana Ruiz"))
        self.assertEqual(quotation["kind"], "direct")
        self.assertEqual(quotation["speaker"], {"name": "Ana Ruiz"})

    def test_two_pairs_of_marks_at_one_cue_are_one_quotation(self):
        at = TEXT.index("Li said")
        first, second = triple('"Go,"', "said", "Bo Li", at), triple('"home."', "said", "Bo Li", at)
        (quotation,) = self.quotations(first, second)
        self.assertEqual([span["text"] for span in quotation["content"]], ['"Go,"', '"home."'])

    def test_the_same_verb_elsewhere_is_another_quotation(self):
        first = triple('"We won,"', "said", "Ana Ruiz")
        second = triple('"It was close,"', "said", "she", TEXT.index("she"))
        self.assertEqual([one["id"] for one in self.quotations(first, second)], ["q1", "q2"])

    def test_a_pronoun_is_a_source_but_no_speaker(self):
        (quotation,) = self.quotations(triple('"It was close,"', "said", "she", TEXT.index("she")))
        self.assertEqual((quotation["source"][0]["text"], quotation["speaker"]), ("she", None))

    def test_words_of_a_speaker_that_stand_apart_are_joined_by_blanks(self):
        apart = triple('"We won,"', "said", "Ana") | {"speaker": [pair("Ana", TEXT), pair("Bo Li", TEXT)]}
        self.assertEqual(self.quotations(apart)[0]["speaker"], {"name": "Ana Bo Li"})

    def quotations(self, *triples):
        record = textacy.record_of({"id": "7", "text": TEXT}, triples)
        self.assertEqual(record["doc"], {"key": "7"})
        return record["quotations"]


if __name__ == "__main__":
    unittest.main()
