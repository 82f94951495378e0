"""95 % intervals of figures, by resampling articles: quotations of one article are not independent of each other.

The percentile bootstrap (Efron 1979): articles are drawn with replacement, as many as there are, their counts
added, the figures taken of the sums; the interval runs from the 2.5th to the 97.5th percentile.
"""

import collections
import operator
import random

RESAMPLES = 1000
SEED = 20261


def headline_figures(report):
    """{name: number} of the figures that get an interval: F1 where there is one, each recall or share else."""
    flat = {}
    for name, value in report.items():
        if isinstance(value, float):
            flat[name] = value
        elif isinstance(value, dict) and "f1" in value:
            flat[name] = value["f1"]
        elif isinstance(value, dict):
            flat.update((f"{name}, {part}", figure) for part, figure in headline_figures(value).items())
    return flat


def resampled_counts(articles, resamples, seed):
    """The sums of `resamples` draws, one after the other; the same ones for the same seed."""
    keys = sorted(set().union(*articles))
    columns = [[article[key] for article in articles] for key in keys]
    everyone, generator = range(len(articles)), random.Random(seed)
    for _ in range(resamples):
        drawn = collections.Counter(generator.choices(everyone, k=len(articles)))
        times = [drawn[at] for at in everyone]
        yield collections.Counter({key: sum(map(operator.mul, column, times)) for key, column in zip(keys, columns)})


def percentile(ordered, share):
    return ordered[round(share * (len(ordered) - 1))]


def intervals(articles, figures, resamples=RESAMPLES, seed=SEED):
    """{name: [low, high]} for each headline figure of `figures(sum of the articles' counts)`."""
    drawn = collections.defaultdict(list)
    for counts in resampled_counts(articles, resamples, seed) if articles else ():
        for name, value in headline_figures(figures(counts)).items():
            drawn[name].append(value)
    return {name: [percentile(sorted(values), share) for share in (0.025, 0.975)] for name, values in drawn.items()}
