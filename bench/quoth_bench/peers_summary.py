"""The main rows of bench/peers' report as a table of Markdown."""

from quoth_bench import quoted
from quoth_bench.peers_table import SETS

ACCURACY = ("links", "speaker direct")
HEAD = ("", *(f"{figure}, {name}" for name in ("Wikinews", "PolNeAR") for figure in ("links", "direct speaker")), "words/s", "start", "memory")
EMPTY = "–"


def one_decimal(value):
    return EMPTY if value is None else f"{value:.1f}"


def accuracy(row):
    figures = (row or {}).get("figures") or {}
    return [one_decimal(figures.get(name, {}).get("f1")) for name in ACCURACY]


def cost(row):
    """Of its first set."""
    if "run" not in row:
        return [EMPTY] * 3
    speed = row["words a second"]["processor"]
    return [f"{speed:,.0f}" if speed else EMPTY, f"{row['start']['processor']:.1f} s", f"{row['peak'] / 1e6:,.0f} MB"]


def table(data):
    rows = [row for row in quoted.with_quoted(data["rows"]) if row["group"] == "quotations"]
    by_key = {}
    for row in rows:
        by_key.setdefault(row["key"], {})[row["set"]] = row
    lines = ["| " + " | ".join(HEAD) + " |", "|---" * len(HEAD) + "|"]
    for of_set in by_key.values():
        first = next(of_set[name] for name in SETS if name in of_set)
        cells = [first["name"], *(figure for name in SETS for figure in accuracy(of_set.get(name))), *cost(first)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
