import json
import pathlib
import tempfile
import unittest

from quoth_eval import polnear
from tests.examples import TEXT, given, named, span

TOKENS = [list(span(word)) for word in ("We", "won", "Ana", "Ruiz", "said")]
PASSAGE = {"doc": "a", "annotator": "x", "offsets": TOKENS, "labels": ["B-content", "I-content", "B-source", "I-source", "B-cue"]}
ATTRIBUTION = {
    "doc": "a", "annotator": "x", "id": "E1", "kind": "direct",
    "source": [list(span("Ana Ruiz"))], "cue": [list(span("said"))], "content": [list(span('"We won,"'))],
}
LABEL = {"speaker": "Ana Ruiz", "type": "person", "addressee": "", "about": [], "sure": True}
ANSWER = given('"We won,"', "said", "Ana Ruiz", speaker=named("Ruiz"))


def article(passages=(PASSAGE,), attributions=(ATTRIBUTION,), speakers=None):
    gold = polnear.Gold(TEXT)
    gold.passages = list(passages)
    for attribution in attributions:
        gold.annotators[attribution["annotator"]].append(attribution)
    gold.speakers = speakers if speakers is not None else {"E1": LABEL}
    return gold


def figures(gold, answers):
    return polnear.figures(polnear.count_article(gold, answers))


class Polnear(unittest.TestCase):
    def test_all_right(self):
        report = figures(article(), [ANSWER])
        for group in ("spans, exact", "spans, begin"):
            self.assertEqual([figure["f1"] for figure in report[group].values()], [100.0, 100.0, 100.0])
        self.assertEqual(report["links"]["f1"], 100.0)
        self.assertEqual(report["speaker resolved"]["f1"], 100.0)
        self.assertEqual(report["speaker gold"], {"gold": 1, "tp": 1, "pred": 1})

    def test_a_word_less_at_the_end_keeps_the_begin_match(self):
        report = figures(article(), [{**ANSWER, "source": [span("Ana")]}])
        self.assertEqual(report["spans, exact"]["source"]["f1"], 0.0)
        self.assertEqual(report["spans, begin"]["source"]["f1"], 100.0)

    def test_nested_quotations_are_left_out(self):
        report = figures(article(), [ANSWER, given("it rained", "told", "She", id="q2", parent="q1")])
        self.assertEqual(report["links"], {"p": 100.0, "r": 100.0, "f1": 100.0})

    def test_each_annotator_is_answered_by_the_same_record(self):
        other = {**ATTRIBUTION, "annotator": "y", "source": []}
        self.assertEqual(figures(article(attributions=(ATTRIBUTION, other)), [ANSWER])["links"], {"p": 50.0, "r": 50.0, "f1": 50.0})

    def test_an_article_without_a_record_is_counted(self):
        report = figures(article(), None)
        self.assertEqual((report["articles"], report["articles without a prediction"]), (1, 1))
        self.assertEqual(report["links"]["r"], 0.0)

    def test_without_resolved_speakers_there_is_no_speaker_figure(self):
        self.assertNotIn("speaker resolved", figures(article(speakers={}), [ANSWER]))

    def test_gold_is_read_from_its_folder(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "text").mkdir()
            (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
            for file, line in (("instances", PASSAGE), ("attributions", ATTRIBUTION), ("speakers", {"doc": "a", "labels": {"E1": LABEL}})):
                (folder / f"{file}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
            gold = polnear.read_gold(folder)
        self.assertEqual(figures(gold["a"], [ANSWER])["speaker resolved"]["f1"], 100.0)


if __name__ == "__main__":
    unittest.main()
