import collections
import unittest

from quoth_eval import variants


class Verdicts(unittest.TestCase):
    def test_of_two_hundred_families_nineteen_in_twenty_are_right(self):
        judged = variants.verdicts()
        self.assertEqual(len(judged), 200)
        self.assertEqual(set(verdict for _, verdict in judged), {"right", "wrong"})
        self.assertGreaterEqual(sum(verdict == "right" for _, verdict in judged), 190)

    def test_cover_every_severity(self):
        self.assertEqual(set(collections.Counter(severity for severity, _ in variants.verdicts())), set(variants.SEVERITIES))


class Interval(unittest.TestCase):
    def test_holds_the_share_and_narrows_with_the_count(self):
        low, high = variants.wilson(19, 20)
        self.assertTrue(low < 0.95 < high)
        lower, higher = variants.wilson(190, 200)
        self.assertTrue(low < lower < 0.95 < higher < high)


class Content(unittest.TestCase):
    def test_loses_its_outer_marks_alone(self):
        self.assertEqual(variants.bare("“We won’t, ”"), "We won’t,")
        self.assertEqual(variants.bare('he said  "no" to us'), 'he said "no" to us')

    def test_is_shortened_in_the_middle(self):
        self.assertEqual(variants.shortened("ab" * 100, 30), "ab" * 10 + " … " + "ab" * 5)
