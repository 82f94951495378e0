"""How well probabilities fit what happens, and the thresholds that serve best.

Answers are judged by models that never saw their article: the articles are dealt out to five folds, and each fold's answers get the
probability of a model fitted on the other four (cross-fitting).
"""

import random

from quoth_eval import logistic

FOLDS = 5
DEALS = 6  # Figures are means over this many ways to deal the articles out.
BINS = 10
PENALTY = 10.0  # Of squared weights; 1, 3 and 10 give nearly the same figures on Wikinews dev, 10 the steadiest.


def deal(articles, number):
    """{article: fold}"""
    shuffled = sorted(articles)
    random.Random(number).shuffle(shuffled)
    return {article: at % FOLDS for at, article in enumerate(shuffled)}


def fitted(answers):
    """Speakers whose quotation is no link say nothing of a name that is right given the link."""
    learnt_from = [answer for answer in answers if answer.is_linked]
    return logistic.fitted([answer.clues for answer in learnt_from], [answer.right for answer in learnt_from], PENALTY)


def cross_fitted(answers, fold_of):
    """The probability of each answer."""
    models = [fitted([answer for answer in answers if fold_of[answer.article] != fold]) for fold in range(FOLDS)]
    return [logistic.probability(models[fold_of[answer.article]], answer.clues) for answer in answers]


def equal_width(judged):
    """Bins of (probability, right): 0 to 0.1, …, 0.9 to 1."""
    bins = [[] for _ in range(BINS)]
    for probability, right in judged:
        bins[min(BINS - 1, int(probability * BINS))].append((probability, right))
    return bins


def equal_mass(judged):
    """Bins with the same number of answers, least probable first."""
    ordered = sorted(judged)
    return [ordered[len(ordered) * k // BINS : len(ordered) * (k + 1) // BINS] for k in range(BINS)]


def expected_error(bins):
    """Expected calibration error (Guo et al. 2017): the gap between mean probability and share of right ones, weighted by the bins' counts."""
    count = sum(map(len, bins))
    return sum(abs(sum(probability - right for probability, right in one)) for one in bins) / count


def brier(judged):
    return sum((probability - right) ** 2 for probability, right in judged) / len(judged)


def chance_error(judged, draws=100):
    """The expected calibration error that probabilities which are exactly right would show on as many answers, for chance alone."""
    chance = random.Random(0)
    drawn = [[(probability, chance.random() < probability) for probability, _ in judged] for _ in range(draws)]
    return sum(expected_error(equal_width(one)) for one in drawn) / draws


def risk_curve(judged):
    """[(share of answers kept, share of wrong ones among them)], surest first. Equal probabilities are kept or left together."""
    ordered = sorted(judged, reverse=True)
    curve, wrong = [], 0
    for kept, (probability, right) in enumerate(ordered, 1):
        wrong += not right
        if kept == len(ordered) or ordered[kept][0] < probability:
            curve.append((kept / len(ordered), wrong / kept))
    return curve


def risk_at(curve, coverage):
    """The risk of keeping at least this share."""
    return next((risk for kept, risk in curve if kept >= coverage - 1e-9), curve[-1][1])


def coverage_at(curve, risk):
    """The largest share that can be kept at no more than this risk."""
    return max((kept for kept, wrong in curve if wrong <= risk), default=0.0)


def scored_thresholds(judged, gold):
    """[(threshold, F1)] of keeping what is at least so probable, highest threshold first; each lies halfway between two probabilities,
    so that rounding moves nothing. `judged` are (probability, right) of what is given, `gold` counts what there is to find."""
    ordered = sorted(judged, reverse=True)
    scores, right = [], 0
    for kept, (probability, is_right) in enumerate(ordered, 1):
        right += is_right
        following = ordered[kept][0] if kept < len(ordered) else 0.0
        if following < probability:
            scores.append(((probability + following) / 2, 2 * right / (kept + gold)))
    return scores


def nearly_best(scores, slack):
    """Those whose F1 is at most `slack` below the best, highest threshold first."""
    best = max(score for _, score in scores)
    return [(threshold, score) for threshold, score in scores if score >= best - slack]
