import unittest

from quoth_eval import records
from tests import examples
from tests.examples import ARTICLE, RIGHT, given, gold, named


def figures(article, answers):
    return records.figures(records.count_article(article, answers))


def changed(**fields):
    """The right record with the second quotation changed."""
    return [RIGHT[0], {**RIGHT[1], **fields}]


class Records(unittest.TestCase):
    def test_all_right(self):
        report = figures(ARTICLE, RIGHT)
        for figure in ("links", "speaker", "speaker direct", "addressee", "when"):
            self.assertEqual(report[figure], {"p": 100.0, "r": 100.0, "f1": 100.0}, figure)
        self.assertEqual(report["spans, exact"]["content"]["f1"], 100.0)
        self.assertEqual((report["act"], report["record"]), (100.0, 100.0))

    def test_a_medium_is_right_where_one_phrase_holds_the_other(self):
        article = {**ARTICLE, "quotations": [{**ARTICLE["quotations"][0], "medium": "in a statement on Monday"}, ARTICLE["quotations"][1]]}
        answers = [{**RIGHT[0], "medium": {"text": "In a statement"}}, RIGHT[1]]
        self.assertEqual(figures(article, answers)["medium"], {"p": 100.0, "r": 100.0, "f1": 100.0})
        wrong = [{**RIGHT[0], "medium": {"text": "on Twitter"}}, {**RIGHT[1], "medium": {"text": "on Twitter"}}]
        self.assertEqual(figures(article, wrong)["medium"], {"p": 0.0, "r": 0.0, "f1": 0.0})

    def test_nothing_given(self):
        report = figures(ARTICLE, [])
        self.assertEqual(report["links"], {"p": 0.0, "r": 0.0, "f1": 0.0})
        self.assertEqual((report["act"], report["record"]), (None, 0.0))

    def test_half_found(self):
        report = figures(ARTICLE, RIGHT[:1])
        self.assertEqual(report["links"], {"p": 100.0, "r": 50.0, "f1": 66.7})
        self.assertEqual(report["links recall by kind"], {"direct": 100.0, "indirect": 0.0})
        self.assertEqual(report["speaker"], {"p": 100.0, "r": 50.0, "f1": 66.7})

    def test_the_wrong_source_breaks_the_link_but_not_the_pair(self):
        report = figures(ARTICLE, changed(source=[examples.span("Bo")]))
        self.assertEqual(report["links"]["f1"], 50.0)
        self.assertEqual(report["speaker"]["f1"], 100.0)
        self.assertEqual(report["record"], 50.0)

    def test_the_wrong_mouth(self):
        report = figures(ARTICLE, changed(speaker=named("Bo")))
        self.assertEqual(report["speaker"], {"p": 50.0, "r": 50.0, "f1": 50.0})
        self.assertEqual(report["links"]["f1"], 100.0)

    def test_no_name_costs_recall_only(self):
        self.assertEqual(figures(ARTICLE, changed(speaker=None))["speaker"], {"p": 100.0, "r": 50.0, "f1": 66.7})

    def test_an_unnamed_speaker_is_not_asked_for(self):
        article = {**ARTICLE, "quotations": [gold('"We won,"', "said", "Ana Ruiz", speaker="spokesman", type="unnamed")]}
        report = figures(article, RIGHT[:1])
        self.assertEqual(report["speaker"]["r"], 0.0)
        self.assertEqual(report["record"], 100.0)

    def test_a_different_day_is_wrong_and_a_month_is_right(self):
        self.assertEqual(figures(ARTICLE, changed(when={"date": "2011-05-03"}))["when"]["f1"], 0.0)
        self.assertEqual(figures(ARTICLE, changed(when={"date": "2011"}))["when"]["f1"], 100.0)

    def test_an_addressee_that_gold_does_not_have_spoils_the_record(self):
        report = figures(ARTICLE, [{**RIGHT[0], "addressee": named("Bo")}, RIGHT[1]])
        self.assertEqual(report["addressee"], {"p": 50.0, "r": 100.0, "f1": 66.7})
        self.assertEqual(report["record"], 50.0)

    def test_negation(self):
        quotations = [{**ARTICLE["quotations"][0], "negated": True}, ARTICLE["quotations"][1]]
        answers = [{**RIGHT[0], "negated": True}, {**RIGHT[1], "negated": True}]
        self.assertEqual(figures({**ARTICLE, "quotations": quotations}, answers)["negated"], {"p": 50.0, "r": 100.0, "f1": 66.7})


class Nesting(unittest.TestCase):
    article = {
        "id": "1",
        "text": examples.TEXT,
        "quotations": [
            gold("that it rained", "told", "She", kind="indirect"),
            gold("it rained", "that", "", kind="indirect", parent=0),
        ],
    }
    outer = given("that it rained", "told", "She", id="q7")

    def test_the_parent_is_found_by_its_id(self):
        answers = [self.outer, given("it rained", "that", "", id="q8", parent="q7")]
        self.assertEqual(figures(self.article, answers)["parent"]["f1"], 100.0)

    def test_a_parent_that_is_not_in_the_record_is_wrong(self):
        answers = [self.outer, given("it rained", "that", "", id="q8", parent="q9")]
        self.assertEqual(figures(self.article, answers)["parent"], {"p": 0.0, "r": 0.0, "f1": 0.0})


if __name__ == "__main__":
    unittest.main()
