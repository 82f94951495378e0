import math
import random
import unittest

from quoth_eval import calibration, logistic
from quoth_eval.observations import Answer


def drawn(count, intercept, weights, seed=1):
    """Answers whose right probability is known."""
    chance = random.Random(seed)
    answers = []
    for number in range(count):
        clues = {name: chance.gauss(0, 1) for name in weights}
        probability = logistic.probability((intercept, weights), clues)
        answers.append(Answer(str(number % 40), clues, chance.random() < probability))
    return answers


class Logistic(unittest.TestCase):
    def test_finds_the_weights_that_made_the_labels(self):
        wanted = {"a": 1.5, "b": -0.5, "c": 0.0}
        answers = drawn(6000, 0.7, wanted)
        intercept, weights = logistic.fitted([one.clues for one in answers], [one.right for one in answers], 0.01)
        self.assertAlmostEqual(intercept, 0.7, delta=0.12)
        for name, weight in wanted.items():
            self.assertAlmostEqual(weights[name], weight, delta=0.12)

    def test_with_no_clue_the_probability_is_the_share_of_right_ones(self):
        model = logistic.fitted([{}] * 8, [True] * 6 + [False] * 2, 1.0)
        self.assertAlmostEqual(logistic.probability(model, {}), 0.75)
        self.assertAlmostEqual(model[0], math.log(3))

    def test_the_penalty_keeps_a_clue_that_parts_all_finite(self):
        model = logistic.fitted([{"a": 1.0}] * 5 + [{}] * 5, [True] * 5 + [False] * 5, 1.0)
        self.assertTrue(0.6 < logistic.probability(model, {"a": 1.0}) < 0.95)

    def test_solves_a_system_that_can_be_seen_by_eye(self):
        self.assertEqual([round(x, 9) for x in logistic.solved([[4.0, 2.0], [2.0, 3.0]], [10.0, 9.0])], [1.5, 2.0])


class Calibration(unittest.TestCase):
    def test_a_constant_that_is_right_has_no_error_and_one_that_is_not_has_the_gap(self):
        judged = [(0.75, True)] * 3 + [(0.75, False)]
        self.assertAlmostEqual(calibration.expected_error(calibration.equal_width(judged)), 0)
        bold = [(0.95, right) for _, right in judged]
        self.assertAlmostEqual(calibration.expected_error(calibration.equal_width(bold)), 0.2)
        self.assertAlmostEqual(calibration.brier(bold), (3 * 0.05**2 + 0.95**2) / 4)

    def test_both_bins_hold_every_answer_once(self):
        judged = [(k / 37, k % 3 == 0) for k in range(38)]
        for bins in (calibration.equal_width(judged), calibration.equal_mass(judged)):
            self.assertEqual(sorted(answer for one in bins for answer in one), judged)
            self.assertEqual(len(bins), calibration.BINS)

    def test_a_fold_holds_whole_articles_and_its_answers_are_judged_by_models_that_did_not_see_them(self):
        fold_of = calibration.deal(map(str, range(40)), 1)
        self.assertEqual(sorted(fold_of.values()).count(0), 8)
        answers = drawn(400, 0.0, {"a": 1.0})
        # Clue "only" is in one article alone: a model that never saw that article cannot know it.
        answers += [Answer("0", {"only": 1.0}, True)] * 30
        probabilities = calibration.cross_fitted(answers, fold_of)
        without = calibration.cross_fitted(answers[:400] + [Answer("0", {}, True)] * 30, fold_of)
        self.assertAlmostEqual(probabilities[-1], without[-1], places=6)

    def test_cross_fitted_probabilities_of_logistic_data_are_calibrated(self):
        answers = drawn(4000, 0.5, {"a": 1.0, "b": -2.0})
        probabilities = calibration.cross_fitted(answers, calibration.deal({one.article for one in answers}, 1))
        judged = list(zip(probabilities, [one.right for one in answers]))
        self.assertLess(calibration.expected_error(calibration.equal_width(judged)), 0.03)

    def test_what_is_no_link_teaches_nothing_of_speakers(self):
        linked = drawn(300, 0.5, {"a": 1.0})
        others = [Answer(one.article, one.clues, not one.right, is_linked=False) for one in linked]
        self.assertEqual(calibration.fitted(linked), calibration.fitted(linked + others))

    def test_risk_grows_as_less_sure_answers_are_kept(self):
        curve = calibration.risk_curve([(0.9, True), (0.8, True), (0.7, False), (0.6, True)])
        self.assertEqual(curve, [(0.25, 0.0), (0.5, 0.0), (0.75, 1 / 3), (1.0, 0.25)])
        self.assertEqual(calibration.risk_at(curve, 0.5), 0.0)
        self.assertEqual(calibration.risk_at(curve, 0.6), 1 / 3)
        self.assertEqual(calibration.coverage_at(curve, 0.1), 0.5)

    def test_equals_are_kept_together(self):
        self.assertEqual(calibration.risk_curve([(0.9, True), (0.9, False)]), [(1.0, 0.5)])

    def test_the_best_threshold_leaves_out_what_costs_more_than_it_brings(self):
        judged = [(0.9, True), (0.8, True), (0.3, False), (0.2, False), (0.1, True)]
        ((threshold, score),) = calibration.nearly_best(calibration.scored_thresholds(judged[:4], gold=2), slack=0)
        self.assertEqual((round(threshold, 9), score), (0.55, 1.0))
        self.assertEqual(calibration.scored_thresholds([(0.9, True)], gold=1), [(0.45, 1.0)])

    def test_with_slack_thresholds_that_are_nearly_as_good_count_too(self):
        scores = [(0.9, 0.5), (0.8, 0.7995), (0.5, 0.8), (0.1, 0.6)]
        self.assertEqual(calibration.nearly_best(scores, slack=0), [(0.5, 0.8)])
        self.assertEqual(calibration.nearly_best(scores, slack=0.001), [(0.8, 0.7995), (0.5, 0.8)])


if __name__ == "__main__":
    unittest.main()
