"""The examples by which the measures were published."""

import itertools
import unittest

from quoth_eval import coreference


def clusters(*words):
    return [set(word) for word in words]


def figures(gold, given):
    return coreference.figures(coreference.counts(gold, given))


class Published(unittest.TestCase):
    def assert_figures(self, shown, measure, precision, recall, f1=None):
        self.assertAlmostEqual(shown[measure][0], precision, 2)
        self.assertAlmostEqual(shown[measure][1], recall, 2)
        if f1 is not None:
            self.assertAlmostEqual(shown[measure][2], f1, 2)

    def test_the_example_of_the_reference_scorer(self):
        """Pradhan et al. 2014, figure 1: e is missing, h and i are spurious."""
        shown = figures(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
        self.assert_figures(shown, "MUC", 0.40, 0.40, 0.40)
        self.assert_figures(shown, "B³", 0.50, 0.42, 0.45)
        self.assert_figures(shown, "CEAF-e", 0.43, 0.65, 0.52)
        self.assertAlmostEqual(shown["CoNLL"][2], (0.400 + 0.455 + 0.520) / 3, 3)

    def test_two_mistakes_that_only_b_cubed_tells_apart(self):
        """Bagga and Baldwin 1998: joining two large chains is worse than joining a large and a small one."""
        gold = clusters("12345", "67", "89ABC")
        small, large = clusters("12345", "6789ABC"), clusters("1234589ABC", "67")
        self.assert_figures(figures(gold, small), "MUC", 0.90, 1.00)
        self.assert_figures(figures(gold, large), "MUC", 0.90, 1.00)
        self.assert_figures(figures(gold, small), "B³", 0.76, 1.00)
        self.assert_figures(figures(gold, large), "B³", 0.58, 1.00)

    def test_the_same_by_alignment_of_entities(self):
        """Luo 2005, table 1: the fourth similarity."""
        gold = clusters("12345", "67", "89ABC")
        self.assertAlmostEqual(figures(gold, clusters("12345", "6789ABC"))["CEAF-e"][2], 0.733, 3)
        self.assertAlmostEqual(figures(gold, clusters("1234589ABC", "67"))["CEAF-e"][2], 0.667, 3)

    def test_a_missing_link(self):
        """Vilain et al. 1995: one chain given as two."""
        self.assert_figures(figures(clusters("abcd"), clusters("ab", "cd")), "MUC", 1.00, 2 / 3)


class Edges(unittest.TestCase):
    def test_the_same_on_both_sides_is_perfect(self):
        sides = clusters("abc", "d", "ef")
        self.assertEqual({round(f1, 6) for _, _, f1 in figures(sides, sides).values()}, {1.0})

    def test_nothing_given_is_nought(self):
        self.assertEqual(figures(clusters("ab"), [])["CoNLL"][2], 0.0)

    def test_counts_of_documents_are_added(self):
        one = coreference.counts(clusters("ab"), clusters("ab"))
        other = coreference.counts(clusters("abc"), clusters("a", "b", "c"))
        self.assertEqual(coreference.added([one, other])["MUC"], (1, 3, 1, 1))


class Assignment(unittest.TestCase):
    def test_is_the_cheapest_of_all(self):
        """Beside the slow way: every permutation of small tables."""
        state = 1
        for rows, columns in itertools.product(range(1, 5), range(4, 6)):
            costs = [[0.0] * columns for _ in range(rows)]
            for row, column in itertools.product(range(rows), range(columns)):
                state = state * 48271 % 2147483647
                costs[row][column] = -(state % 10) / 10
            taken = coreference.best_assignment(costs)
            least = min(sum(costs[row][way[row]] for row in range(rows)) for way in itertools.permutations(range(columns), rows))
            self.assertEqual(sorted(taken), list(range(rows)))
            self.assertEqual(len(set(taken.values())), rows)
            self.assertAlmostEqual(sum(costs[row][column] for row, column in taken.items()), least)


if __name__ == "__main__":
    unittest.main()
