import json
import pathlib
import tempfile
import unittest

from quoth_eval import inputs, report
from tests.examples import ARTICLE, RIGHT


def as_record(quotation):
    """A quotation as quoth prints it, with objects for spans."""
    spans = {role: [{"start": begin, "end": end} for begin, end in quotation[role]] for role in ("content", "cue", "source")}
    return {**quotation, **spans}


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.gold = pathlib.Path(folder.name)
        self.records = self.gold / "records.jsonl"
        (self.gold / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
        record = {"doc": {"key": "1", "path": "x"}, "quotations": [as_record(quotation) for quotation in RIGHT]}
        self.records.write_text(json.dumps(record) + "\n", encoding="utf-8")

    def test_scores_what_lies_on_disk(self):
        self.assertEqual(report.score(self.gold, self.records).figures()["links"]["f1"], 100.0)

    def test_json_carries_the_intervals_under_one_key(self):
        scored = report.score(self.gold, self.records)
        self.assertEqual(json.loads(report.as_json(scored.figures(), {}))["articles"], 1)
        self.assertEqual(json.loads(report.as_json(scored.figures(), {"links": [1, 2]}))["intervals"], {"links": [1, 2]})

    def test_the_table_has_a_row_for_each_figure(self):
        table = report.as_table(report.score(self.gold, self.records).figures(), {"links": [98.0, 100.0]})
        self.assertRegex(table, r"(?m)^spans, exact, cue +100\.0 +100\.0 +100\.0$")
        self.assertRegex(table, r"(?m)^links +100\.0 +100\.0 +100\.0 +98\.0 to 100\.0$")


class Names(unittest.TestCase):
    def test_an_article_is_called_by_its_key_or_its_file(self):
        self.assertEqual(inputs.article_name({"key": "42", "path": "a.jsonl"}), "42")
        self.assertEqual(inputs.article_name({"key": None, "path": "/x/story.txt"}), "story")
        self.assertEqual(inputs.article_name({"path": "story.txt"}), "story")


if __name__ == "__main__":
    unittest.main()
