"""What is counted in an article, and the figures that counts make.

A count is a Counter with keys (figure, what); what is gold, given, right, and where both sides are counted apart right_given.
Counts of articles are added; every figure is a function of the sum.
"""


def percent(share):
    return round(100 * share, 1)


def ratio(part, whole):
    return part / whole if whole else 0.0


def share(counts, figure):
    """Right among gold in per cent; None where there is no gold."""
    gold = counts[figure, "gold"]
    return percent(counts[figure, "right"] / gold) if gold else None


def precision_recall(counts, figure):
    """{"p", "r", "f1"} in per cent."""
    right = counts[figure, "right"]
    precision, recall = ratio(right, counts[figure, "given"]), ratio(right, counts[figure, "gold"])
    f1 = round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0
    return {"p": percent(precision), "r": percent(recall), "f1": f1}


def by_kind(counts):
    """Recall of the gold quotations of each kind that occurs."""
    kinds = sorted(figure for figure, what in counts if what == "gold" and figure.startswith("kind "))
    return {figure.removeprefix("kind "): share(counts, figure) for figure in kinds}


def add(counts, figure, gold=0, given=0, right=0):
    for what, number in (("gold", gold), ("given", given), ("right", right)):
        counts[figure, what] += int(number)
