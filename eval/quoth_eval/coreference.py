"""How well mentions are grouped: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), entity-based CEAF (Luo 2005), and their mean.

As in the reference scorer (Pradhan et al. 2014): mentions that only one side has count as errors of that side, and nothing is done to
make the sides alike. A side is a list of clusters, each a set of mentions; a mention lies in one cluster at most.
Counts are (right, total) of recall and of precision; those of documents are added.
"""

from quoth_eval.counts import ratio


def cluster_of(clusters):
    return {mention: index for index, cluster in enumerate(clusters) for mention in cluster}


def muc_links(clusters, others):
    """How many of the links that hold `clusters` together the others have too, and how many there are."""
    other_of = cluster_of(others)
    right = total = 0
    for cluster in clusters:
        parts = {other_of.get(mention, mention) for mention in cluster}
        right += len(cluster) - len(parts)
        total += len(cluster) - 1
    return right, total


def b_cubed_mentions(clusters, others):
    """The share of each mention's cluster that the other side puts together with it, and how many mentions there are."""
    other_of = cluster_of(others)
    right = 0.0
    for cluster in clusters:
        for mention in cluster & other_of.keys():
            right += len(cluster & others[other_of[mention]]) / len(cluster)
    return right, sum(map(len, clusters))


def similarity(one, other):
    """Luo's fourth: 2|A∩B| / (|A|+|B|)."""
    return 2 * len(one & other) / (len(one) + len(other))


def best_assignment(costs):
    """The column of each row so that the costs' sum is least; no more rows than columns. The Hungarian method (Kuhn 1955, Munkres 1957)
    with potentials, rows added one by one, each along a shortest path; rows and columns count from 1, 0 is none."""
    rows, columns = len(costs), len(costs[0]) if costs else 0
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        least, before, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            seen[column] = True
            here = row_of[column]
            for other in range(1, columns + 1):
                reduced = costs[here - 1][other - 1] - row_potential[here] - column_potential[other]
                if not seen[other] and reduced < least[other]:
                    least[other], before[other] = reduced, column
            nearest = min((other for other in range(1, columns + 1) if not seen[other]), key=least.__getitem__)
            step = least[nearest]
            for other in range(columns + 1):
                if seen[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return {row_of[column] - 1: column - 1 for column in range(1, columns + 1) if row_of[column]}


def ceaf_similarity(gold, given):
    """The most that clusters of the two sides have in common when each pairs up with one at most."""
    fewer, more = sorted((gold, given), key=len)
    pairs = best_assignment([[-similarity(one, other) for other in more] for one in fewer])
    return sum(similarity(fewer[row], more[column]) for row, column in pairs.items())


def counts(gold, given):
    """{measure: (right of gold, gold, right of given, given)} of one document."""
    alike = ceaf_similarity(gold, given)
    common = len(cluster_of(gold).keys() & cluster_of(given).keys())
    return {
        "MUC": (*muc_links(gold, given), *muc_links(given, gold)),
        "B³": (*b_cubed_mentions(gold, given), *b_cubed_mentions(given, gold)),
        "CEAF-e": (alike, len(gold), alike, len(given)),
        "mentions": (common, sum(map(len, gold)), common, sum(map(len, given))),
    }


def added(documents):
    """The counts of all documents together."""
    return {measure: tuple(map(sum, zip(*(one[measure] for one in documents)))) for measure in documents[0]}


def figures(total):
    """{measure: (precision, recall, F1)} as shares, with the mean of the three F1 as CoNLL."""
    shown = {}
    for measure, (right_gold, gold, right_given, given) in total.items():
        recall, precision = ratio(right_gold, gold), ratio(right_given, given)
        shown[measure] = (precision, recall, ratio(2 * precision * recall, precision + recall))
    shown["CoNLL"] = (None, None, sum(shown[measure][2] for measure in ("MUC", "B³", "CEAF-e")) / 3)
    return shown


def without_singletons(clusters):
    return [cluster for cluster in clusters if len(cluster) > 1]
