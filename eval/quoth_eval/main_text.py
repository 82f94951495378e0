"""The metric of the Article Extraction Benchmark (Zyte/Scrapinghub, evaluate.py): runs of four word tokens as multisets, shares of a page's
total, precision and recall averaged over pages, F1 of these two means."""

import collections
import gzip
import json
import re
import statistics

from . import engine

FOLDER = engine.SHARED / "data" / "html" / "scrapinghub"
TOKEN = re.compile(r"\w+")
RUN = 4


def pages():
    """{id: {"articleBody": …, "url": …}}"""
    return json.loads((FOLDER / "ground-truth.json").read_text(encoding="utf-8"))


def html(page):
    return gzip.decompress((FOLDER / "html" / f"{page}.html.gz").read_bytes())


def is_for_tuning(page):
    """The pages whose name begins with 0 to 7 are for tuning; the others only for reports."""
    return page[0] in "01234567"


def runs(text):
    tokens = TOKEN.findall(text or "")
    found = (tuple(tokens[k : k + RUN]) for k in range(max(1, len(tokens) - RUN + 1)))
    return collections.Counter(run for run in found if run)


def compare(gold, given):
    """(right, too much, missing), each as a share of the three's sum."""
    gold, given = runs(gold), runs(given)
    right = sum((gold & given).values())
    counts = (right, sum(given.values()) - right, sum(gold.values()) - right)
    total = sum(counts)
    return tuple(count / total for count in counts) if total else (0.0, 0.0, 0.0)


def share(right, wrong, other):
    if wrong == other == 0:
        return 1.0
    return right / (right + wrong) if right + wrong else 0.0


def score(comparisons):
    """{"f1", "precision", "recall", "whole"} of pages' comparisons; whole: the share of pages without any fault."""
    precision = statistics.mean(share(r, f, m) for r, f, m in comparisons if r + f > 0)
    recall = statistics.mean(share(r, m, f) for r, f, m in comparisons if r + m > 0)
    whole = statistics.mean(f == m == 0 for _, f, m in comparisons)
    return {"f1": 2 * precision * recall / (precision + recall), "precision": precision, "recall": recall, "whole": whole}
