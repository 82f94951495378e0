"""Records that a larger model wrote over unlabelled articles, as labels for a smaller one (distillation, Hinton et al. 2015; here from the answers, not the scores).

The records are those of `quoth extract --text --min-confidence 0 --min-speaker-confidence 0`. An anchor is learnt with the probability that the
larger network gave it, so that what that was unsure of stays so.
"""

import json
import pathlib

from . import corpora, gold_circumstances

NAMED = {"person": "person", "organization": "organization"}


def examples_of(path: pathlib.Path, annotation: str) -> list:
    """`path` is a file of JSON Lines or a folder of such files."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [example_of(json.loads(line), annotation) for file in files for line in open(file, encoding="utf-8")]


def spans_of(quotation: dict, role: str) -> list:
    return [(s["start"], s["end"]) for s in quotation[role]]


def anchor_probability(quotation: dict) -> float | None:
    """As `why` states it; none: a rule made the quotation, which the network need not find."""
    stated = [w for w in quotation["why"] if w.startswith("anchor:")]
    return float(stated[0].removeprefix("anchor:")) if stated else None


def example_of(record: dict, annotation: str) -> corpora.Example:
    entities, text = record["entities"], record["doc"]["text"]
    article = {"text": text, "entities": [{"name": e["name"], "names": sorted({m["text"] for m in e["mentions"] if corpora.is_name(m["text"])})} for e in entities]}
    attributions = []
    for q in record["quotations"]:
        probability = anchor_probability(q)
        if probability is None:
            continue
        places = {"content": spans_of(q, "content"), "cue": spans_of(q, "cue"), "source": spans_of(q, "source")}
        told = {**places, "about": [a["name"] for a in q["about"]], "addressee": q["addressee"] and q["addressee"]["name"],
                "medium": q["medium"] and q["medium"]["text"], "when": q["when"] and q["when"]["text"]}
        speaker = q["speaker"] and q["speaker"]["entity"]
        attributions.append(corpora.Attribution(places["source"], places["cue"], places["content"], q["act"], q["negated"], speaker,
                                                *gold_circumstances.spans_of(article, told), probability=probability))
    mentions = [(m["start"], m["end"], e["id"], NAMED.get(e["type"]) if corpora.is_name(m["text"]) else None)
                for e in entities if e["type"] in NAMED and "members" not in e for m in e["mentions"]]
    names = sorted((b, e, kind) for b, e, _, kind in mentions if kind)
    return corpora.Example(record["doc"]["key"], text, annotation, attributions, names, False, sorted(mentions, key=lambda m: m[:2]))
