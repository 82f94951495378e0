import unittest

from quoth_eval import links


class Pairs(unittest.TestCase):
    def test_the_most_alike_pair_up_first(self):
        golds = [{1, 2, 3, 4}, {5, 6}]
        given = [{1, 2, 3, 5}, {1, 2, 3, 4}]
        taken = links.one_to_one(links.by_overlap(golds, given), lambda overlap, i, j: True)
        self.assertEqual({i: j for i, (j, _) in taken.items()}, {0: 1, 1: 0})

    def test_no_gold_is_answered_twice(self):
        taken = links.one_to_one(links.by_overlap([{1, 2}], [{1, 2}, {1, 2}]), lambda overlap, i, j: True)
        self.assertEqual(len(taken), 1)

    def test_pairs_that_are_not_accepted_leave_their_ends_free(self):
        golds, given = [{1, 2, 3, 4}], [{1, 2, 3, 4}, {1, 2, 3}]
        taken = links.one_to_one(links.by_overlap(golds, given), lambda overlap, i, j: j != 0)
        self.assertEqual(taken, {0: (1, 0.75)})


class Link(unittest.TestCase):
    def test_four_fifths_of_the_content_and_a_touching_source(self):
        self.assertTrue(links.is_link(0.8, {1, 2}, {2, 3}))
        self.assertFalse(links.is_link(0.79, {1, 2}, {1, 2}))
        self.assertFalse(links.is_link(1.0, {1, 2}, {3}))

    def test_without_source_on_both_sides(self):
        self.assertTrue(links.is_link(1.0, set(), set()))
        self.assertFalse(links.is_link(1.0, set(), {1}))


if __name__ == "__main__":
    unittest.main()
