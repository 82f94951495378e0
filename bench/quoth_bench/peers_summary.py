"""The main rows of bench/peers' report as a table of Markdown."""

from quoth_bench import quoted
from quoth_bench.peers_table import SETS

ACCURACY = (("links", "links"), ("direct speaker", "speaker direct"))  # As it is headed, and as the report calls it.
COST = ("words/s", "start", "memory")
EMPTY = "–"


def one_decimal(value):
    return EMPTY if value is None else f"{value:.1f}"


def seconds(value):
    """Two decimals where one would show none."""
    return f"{value:.1f} s" if value >= 0.1 else f"{value:.2f} s"


def accuracy(row):
    figures = (row or {}).get("figures") or {}
    return [one_decimal(figures.get(name, {}).get("f1")) for _, name in ACCURACY]


def cost(row):
    """Of its first set."""
    if "run" not in row:
        return [EMPTY] * 3
    speed = row["words a second"]["processor"]
    return [f"{speed:,.0f}" if speed else EMPTY, seconds(row["start"]["processor"]), f"{row['peak'] / 1e6:,.0f} MB"]


def table(data):
    """Sets that nobody was measured on have no columns."""
    by_key, sets = {}, []
    for row in quoted.with_quoted(data["rows"]):
        if row["group"] == "quotations":
            by_key.setdefault(row["key"], {})[row["set"]] = row
            sets.append(row["set"])
    sets = [name for name in SETS if name in sets]
    head = ["", *(f"{figure}, {SETS[name]}" for name in sets for figure, _ in ACCURACY), *COST]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for of_set in by_key.values():
        first = next(of_set[name] for name in sets if name in of_set)
        cells = [first["name"], *(figure for name in sets for figure in accuracy(of_set.get(name))), *cost(first)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
