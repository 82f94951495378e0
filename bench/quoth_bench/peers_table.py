"""The report of bench/peers as a table for people: one for each set of articles, one for archives, one for pages."""

from quoth_bench import quoted

SETS = {"wikinews": "Wikinews dev", "polnear": "PolNeAR dev"}
F1 = ("source", "cue", "content", "links")
KINDS = ("direct", "mixed", "indirect")
BUSY = "*"
EMPTY = "-"


def cell(value, form, width):
    """A hyphen where there is nothing."""
    return f"{EMPTY if value is None else format(value, form):>{width}s}"


def clock_ratio(seconds):
    return seconds["wall"] / seconds["processor"] if seconds["processor"] else None


def quotation_cells(row):
    figures, run = row["figures"] or {}, row.get("run")
    f1 = {name: value.get("f1") for name, value in figures.items()}
    links = figures.get("links", {})
    kinds = " / ".join(f"{figures['recall'][kind]:.0f}" for kind in KINDS if figures["recall"].get(kind) is not None) if figures else EMPTY
    cells = [cell(f1.get(name), ".1f", 8) for name in F1]
    cells += [cell(links.get("p"), ".1f", 6), cell(links.get("r"), ".1f", 6), f"{kinds:>15s}"]
    cells += [cell(f1.get("speaker"), ".1f", 8), cell(f1.get("speaker direct"), ".1f", 7)]
    if not run:
        return cells
    cells += [cell(row["words a second"]["processor"], ",.0f", 9), cell(row["articles a second"]["processor"], ".2f", 11)]
    cells += [cell(row["start"]["processor"], ".2f", 8), cell(row["peak"] / 1e6, ",.0f", 8)]
    return cells + [cell(clock_ratio(run), ".2f", 6) + ("" if run["alone"] and row["start"]["alone"] else BUSY)]


def quotations(rows, key):
    shown = [row for row in rows if row["group"] == "quotations" and row["set"] == key]
    if not shown:
        return []
    lines = [f"{SETS[key]}: {shown[0]['articles']} articles, {shown[0]['words']:,} words"]
    lines.append(f"{'F1, per cent':28s}" + "".join(f"{name:>8s}" for name in F1)
                 + f"{'P':>6s}{'R':>6s}{'R by kind':>15s}{'speaker':>8s}{'direct':>7s}{'words/s':>9s}{'articles/s':>11s}{'start s':>8s}{'peak MB':>8s}{'wall':>6s}")
    return lines + [f"{row['name']:28s}" + "".join(quotation_cells(row)) for row in shown] + [""]


def archives(rows):
    measured = [row for row in rows if row["group"] == "archives"]
    if not measured:
        return []
    one = measured[0]
    lines = [f"Web archives: {one['bytes'] / 1e6:,.0f} MB made of real pages and archives, gzip, {one['compressed'] / 1e6:,.0f} MB compressed, {one['records']:,} records"]
    lines.append(f"{'':28s}{'':10s}{'records/s':>10s}{'MB/s':>8s}{'peak MB':>8s}{'wall':>6s}")
    for row in sorted(measured, key=lambda row: row["set"] == "http"):
        lines.append(f"{row['name']:28s}{row['set']:10s}{row['records a second']:10,.0f}{row['megabytes a second']:8,.0f}{row['peak'] / 1e6:8,.0f}"
                     + cell(clock_ratio(row), ".2f", 6) + ("" if row["alone"] else BUSY))
    return lines + [""]


def pages(rows):
    measured = [row for row in rows if row["group"] == "pages"]
    if not measured:
        return []
    lines = [f"Main text of web pages: {measured[0]['pages']} pages of the Article Extraction Benchmark"]
    lines.append(f"{'F1, per cent':28s}{'all':>8s}{'unseen':>8s}{'pages/s':>9s}{'start s':>8s}{'peak MB':>8s}{'wall':>6s}")
    for row in measured:
        lines.append(f"{row['name']:28s}" + cell(row["f1"].get("all"), ".1f", 8) + cell(row["f1"].get("unseen"), ".1f", 8)
                     + cell(row["pages a second"]["processor"], ".1f", 9) + cell(row["start"]["processor"], ".2f", 8) + cell(row["peak"] / 1e6, ",.0f", 8)
                     + cell(clock_ratio(row["run"]), ".2f", 6) + ("" if row["run"]["alone"] else BUSY))
    return lines + [""]


LEGEND = """links: content and source right; P, R: their precision and recall; R by kind: recall of direct / mixed / indirect quotations.
speaker, direct: the speaker's name, of all and of direct quotations.
words/s and the like: a second of processor time on one core; what is needed before the first article or page is left out by taking away a run on one.
start s: processor time of that run. peak MB: resident, at least the bench's own 21.
wall: wall time by processor time of the run. * other programs were on the core: wall time is the longer one, and even processor time is more than on a
quiet machine, as caches are shared.
records: the least that each reader can do; http: the head of each answer is read and, by the peers, its body. unseen: the pages that did not teach our classifier."""


def notes(rows):
    seen = {}
    for row in rows:
        if row.get("note"):
            seen.setdefault(row["note"], []).append(row["name"])
    return [f"{', '.join(dict.fromkeys(names))}: {note}" for note, names in seen.items()]


def versions(rows):
    seen = {}
    for row in rows:
        for package, version in row.get("versions", {}).items():
            seen.setdefault(package, [])
            if version not in seen[package]:
                seen[package].append(version)
    return "; ".join(f"{package} {', '.join(found)}" for package, found in seen.items())


def runs(data):
    """Of which something is in the table."""
    for number in sorted({row["of run"] for row in data["rows"]}):
        run = data["runs"][number]
        yield f"run {number + 1}: {run['command']}; {run['date']}, commit {run['commit']}, load average {' to '.join(map(str, run['load']))}"


def text(data):
    rows = quoted.with_quoted(data["rows"])
    lines = [f"{data['machine']}; core {data['core']}", *runs(data), versions(rows), ""]
    for key in SETS:
        lines += quotations(rows, key)
    lines += archives(rows) + pages(rows)
    return "\n".join([*lines, LEGEND, "", *notes(rows)])
