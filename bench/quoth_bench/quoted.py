"""Citron's figures, quoted: it needs Python 3.9 and training, and is not run here.

From our runs of 25 November 2026 on one core of an Intel Xeon (Sapphire Rapids class), same dev sets, same definitions of the figures. Its code is
bbc/citron at 1937f2c. As published (en_2021-11-15) it could not be run, a file of the model was not to be had: hybrid is its own components with a
cue classifier trained with its code on PolNeAR train; retrained is all but the coreference resolver trained so.
"""

NOTE = ("quoted from our runs of 25 November 2026 on an Intel Xeon (Sapphire Rapids class), not run here; parts or all trained with its code on PolNeAR train; "
        "there 3,960 words/s and 280 MB on Wikinews dev, load 1.3 s")
# set, how: source, cue, content; links' F1, precision, recall; speaker, of direct quotations; recall of direct, mixed, indirect.
FIGURES = {
    ("polnear", "hybrid"): (51.1, 47.5, 36.8, 33.2, 50.9, 24.6, 39.0, 53.0, 37.4, 35.0, 19.7),
    ("polnear", "retrained"): (68.0, 55.1, 46.5, 42.6, 52.9, 35.6, 43.2, 48.6, 47.3, 46.2, 31.0),
    ("wikinews", "hybrid"): (43.4, 46.4, 37.7, 35.3, 64.1, 24.4, 36.2, 47.7, 43.2, 40.0, 16.3),
    ("wikinews", "retrained"): (53.8, 48.6, 41.6, 40.6, 66.1, 29.3, 34.7, 42.9, 50.4, 47.3, 20.2),
}


def rows():
    for (name, how), (source, cue, content, links, precision, recall, speaker, direct, *kinds) in FIGURES.items():
        figures = {"source": {"f1": source}, "cue": {"f1": cue}, "content": {"f1": content}, "links": {"f1": links, "p": precision, "r": recall},
                   "speaker": {"f1": speaker}, "speaker direct": {"f1": direct}, "recall": dict(zip(("direct", "mixed", "indirect"), kinds))}
        yield {"group": "quotations", "set": name, "key": f"citron-{how}", "name": f"Citron, {how} (quoted)", "note": NOTE, "figures": figures}
