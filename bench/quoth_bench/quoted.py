"""Figures of earlier runs, quoted where a contender was not run: from our runs of 25 November 2026 on one core of an Intel Xeon (Sapphire Rapids
class), on the same dev sets, with the same definitions of the figures.

Citron (bbc/citron at 1937f2c) is never run here: it needs Python 3.9 and training. As published (en_2021-11-15) it could not be run, a file of the
model was not to be had: hybrid is its own components with a cue classifier trained with its code on PolNeAR train; retrained is all but the
coreference resolver trained so. CoreNLP is run here, but may be left out of a report: it takes long.
"""

QUOTED = "quoted from our runs of 25 November 2026 on an Intel Xeon (Sapphire Rapids class), not run here"
CITRON = QUOTED + "; parts or all trained with its code on PolNeAR train; there 3,960 words/s and 280 MB on Wikinews dev, load 1.3 s"
CORENLP = QUOTED + "; direct quotations only, default settings (but Wikinews' speaker of direct quotations: light); there 208 to 230 words/s and 3,386 MB on Wikinews dev, load 32 s"
CONTENDERS = {
    "citron-hybrid": ("Citron, hybrid (quoted)", CITRON),
    "citron-retrained": ("Citron, retrained (quoted)", CITRON),
    "corenlp-default": ("CoreNLP (quoted)", CORENLP),
}
# Set, contender: source, cue, content; links' F1, precision, recall; speaker, of direct quotations; recall of direct, mixed, indirect.
FIGURES = {
    ("wikinews", "corenlp-default"): (21.1, None, 23.3, 19.3, 51.2, 11.9, 28.5, 72.3, 62.7, 8.3, 0.0),
    ("wikinews", "citron-hybrid"): (43.4, 46.4, 37.7, 35.3, 64.1, 24.4, 36.2, 47.7, 43.2, 40.0, 16.3),
    ("wikinews", "citron-retrained"): (53.8, 48.6, 41.6, 40.6, 66.1, 29.3, 34.7, 42.9, 50.4, 47.3, 20.2),
    ("polnear", "corenlp-default"): (24.2, None, 29.4, 20.1, 48.4, 12.7, 26.8, 65.8, 66.6, 8.7, 0.1),
    ("polnear", "citron-hybrid"): (51.1, 47.5, 36.8, 33.2, 50.9, 24.6, 39.0, 53.0, 37.4, 35.0, 19.7),
    ("polnear", "citron-retrained"): (68.0, 55.1, 46.5, 42.6, 52.9, 35.6, 43.2, 48.6, 47.3, 46.2, 31.0),
}


def row(set_key, key):
    source, cue, content, links, precision, recall, speaker, direct, *kinds = FIGURES[set_key, key]
    figures = {"source": {"f1": source}, "cue": {"f1": cue}, "content": {"f1": content}, "links": {"f1": links, "p": precision, "r": recall},
               "speaker": {"f1": speaker}, "speaker direct": {"f1": direct}, "recall": dict(zip(("direct", "mixed", "indirect"), kinds))}
    name, note = CONTENDERS[key]
    return {"group": "quotations", "set": set_key, "key": key, "name": name, "note": note, "figures": figures}


def with_quoted(rows):
    """The rows, ours first whenever they were measured, and behind them the quoted ones of what they lack, for the sets that they have."""
    measured = {(one["set"], one["key"]) for one in rows if one["group"] == "quotations"}
    sets = {set_key for set_key, _ in measured}
    rows = sorted(rows, key=lambda one: not one["key"].startswith("quoth"))
    return [*rows, *(row(*which) for which in FIGURES if which not in measured and which[0] in sets)]
