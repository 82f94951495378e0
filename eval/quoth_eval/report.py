"""From gold and predictions to the figures, as JSON and as a table."""

import collections
import json
import pathlib

from quoth_eval import bootstrap, inputs, polnear, records


class Scored:
    """The counts of each article of one gold set, and the figures they make."""

    def __init__(self, articles, figures):
        self.articles = articles
        self.figures_of = figures

    def figures(self):
        return self.figures_of(sum(self.articles, collections.Counter()))

    def intervals(self):
        return bootstrap.intervals(self.articles, self.figures_of)


def score_records(articles, given):
    return Scored(records.count_articles(articles, given), records.figures)


def score(gold, predictions):
    """Scores a file of records against a folder of gold: whole records with articles.jsonl, else PolNeAR."""
    given = inputs.predictions(predictions)
    whole = pathlib.Path(gold) / "articles.jsonl"
    if whole.exists():
        return score_records(inputs.json_lines(whole), given)
    return Scored(polnear.count_articles(polnear.read_gold(gold), given), polnear.figures)


def as_json(figures, intervals):
    return json.dumps(figures | {"intervals": intervals} if intervals else figures)


def line(name, value, interval=None):
    """One row: a figure with its precision and recall where it has them, and its interval."""
    if isinstance(value, dict):
        numbers = f"{value['p']:6.1f} {value['r']:6.1f} {value['f1']:6.1f}"
    else:
        numbers = f"{'':13s} {value if value is not None else '-':>6}"
    return f"{name:32s} {numbers}" + (f"   {interval[0]:5.1f} to {interval[1]:5.1f}" if interval else "")


def rows(figures):
    """(name, value) with the figures of groups, such as spans by role, as rows of their own."""
    for name, value in figures.items():
        if isinstance(value, dict) and "f1" not in value:
            yield from ((f"{name}, {part}", inner) for part, inner in value.items())
        else:
            yield name, value


def as_table(figures, intervals):
    head = f"{'per cent':32s} {'P':>6s} {'R':>6s} {'F1':>6s}" + ("   95 % interval" if intervals else "")
    return "\n".join([head] + [line(name, value, intervals.get(name)) for name, value in rows(figures)])
