import unittest

from quoth_eval import observations, polnear
from tests.examples import ARTICLE, RIGHT, TEXT, named, span


def clued(quotation):
    return {**quotation, "quotation_clues": {"q": 1.0}, "speaker_clues": {"s": 1.0} if quotation["speaker"] else {}}


def observed(*answers):
    return observations.observe_records("small", [ARTICLE], {"1": [clued(one) for one in answers]})


class Observations(unittest.TestCase):
    def test_right_links_and_speakers(self):
        found = observed(*RIGHT)
        self.assertEqual([one.right for one in found.quotations], [True, True])
        self.assertEqual([(one.right, one.is_named, one.is_linked, one.is_asked) for one in found.speakers], [(True,) * 4] * 2)
        self.assertEqual(found.gold, {"quotations": 2, "speakers": 2})

    def test_a_wrong_name_and_a_wrong_place(self):
        found = observed({**RIGHT[0], "speaker": named("Bo Lee")}, {**RIGHT[1], "source": [span("Bo")]})
        self.assertEqual([one.right for one in found.quotations], [True, False])
        self.assertEqual([(one.right, one.is_linked) for one in found.speakers], [(False, True), (True, False)])

    def test_nobody_named_is_no_answer(self):
        self.assertEqual(observed({**RIGHT[0], "speaker": None}).speakers, [])

    def test_a_noun_phrase_is_right_where_gold_has_no_name_either(self):
        police = {"name": "police", "type": "unnamed"}
        self.assertTrue(observations.is_right_speaker(police, "local officers", "group"))
        self.assertFalse(observations.is_right_speaker(police, "Ana Ruiz", "person"))
        self.assertFalse(observations.is_right_speaker(police, None, None))
        self.assertFalse(observations.is_right_speaker(named("Bo Lee"), "local officers", "group"))

    def test_each_annotator_s_copy_counts(self):
        gold = polnear.Gold(TEXT)
        one = {"id": "E1", "content": [span('"We won,"')], "source": [span("Ana Ruiz")], "cue": [span("said")], "kind": "direct"}
        gold.annotators = {"a": [one], "b": [{**one, "source": [span("Bo")]}]}
        gold.speakers = {"E1": {"type": "person", "speaker": "Ana Ruiz"}}
        nested = {**RIGHT[1], "parent": "q1"}
        found = observations.observe_polnear("small", {"x": gold}, {"x": [clued(RIGHT[0]), clued(nested)]})
        self.assertEqual([one.right for one in found.quotations], [True, False])
        self.assertEqual([(one.right, one.is_linked) for one in found.speakers], [(True, True)])
        self.assertEqual(found.gold, {"quotations": 2, "speakers": 1})


if __name__ == "__main__":
    unittest.main()
