import collections
import unittest

from quoth_eval import bootstrap, records
from tests.examples import ARTICLE, RIGHT

FOUND = records.count_article(ARTICLE, RIGHT)
MISSED = records.count_article(ARTICLE, [])


class Bootstrap(unittest.TestCase):
    def test_alike_articles_leave_no_doubt(self):
        self.assertEqual(bootstrap.intervals([FOUND] * 5, records.figures, resamples=50)["links"], [100.0, 100.0])

    def test_the_interval_holds_the_figure(self):
        articles = [FOUND] * 20 + [MISSED] * 20
        low, high = bootstrap.intervals(articles, records.figures)["links recall by kind, direct"]
        self.assertLess(low, 50.0)
        self.assertGreater(high, 50.0)
        # Half of 40 draws: a standard deviation of 7.9 points, 95 % lie within 15.5.
        self.assertAlmostEqual(low, 34.5, delta=3)
        self.assertAlmostEqual(high, 65.5, delta=3)

    def test_the_same_seed_gives_the_same_interval(self):
        articles = [FOUND] * 3 + [MISSED] * 4
        first, again = (bootstrap.intervals(articles, records.figures, resamples=100) for _ in range(2))
        self.assertEqual(first, again)

    def test_every_draw_has_as_many_articles_as_there_are(self):
        articles = [collections.Counter({("articles", "gold"): 1, ("links", "gold"): n}) for n in range(7)]
        for counts in bootstrap.resampled_counts(articles, 20, seed=1):
            self.assertEqual(counts["articles", "gold"], 7)

    def test_no_articles(self):
        self.assertEqual(bootstrap.intervals([], records.figures), {})

    def test_headlines_are_the_f1_of_each_figure(self):
        report = {"articles": 3, "links": {"p": 1.0, "r": 2.0, "f1": 3.0}, "spans": {"cue": {"p": 1.0, "r": 2.0, "f1": 4.0}}, "act": 5.0}
        self.assertEqual(bootstrap.headline_figures(report), {"links": 3.0, "spans, cue": 4.0, "act": 5.0})


if __name__ == "__main__":
    unittest.main()
