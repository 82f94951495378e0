"""Which prediction answers which gold quotation."""

from quoth_eval.spans import jaccard, same_place

RIGHT = 0.8  # At this overlap the content counts as found.
SAME = 0.5  # At this overlap two contents are of the same quotation.


def by_overlap(golds, given):
    """(overlap, gold index, given index) of all contents that share a letter, greatest first, later ones first among equals."""
    pairs = [
        (jaccard(gold, one), i, j)
        for i, gold in enumerate(golds)
        for j, one in enumerate(given)
        if not gold.isdisjoint(one)
    ]
    return sorted(pairs, reverse=True)


def one_to_one(pairs, accept):
    """{gold index: (given index, overlap)}: goes down the pairs, takes each that `accept` likes and whose ends are still free."""
    taken, used = {}, set()
    for overlap, i, j in pairs:
        if i not in taken and j not in used and accept(overlap, i, j):
            taken[i] = (j, overlap)
            used.add(j)
    return taken


def is_link(overlap, gold_source, given_source):
    """Content found and credited to the right words."""
    return overlap >= RIGHT and same_place(gold_source, given_source)
