"""From what peers find to records in Quoth's format, as far as the scorer reads them."""

import functools

from quoth_bench import places


@functools.cache
def pronouns():
    lines = (places.ROOT / "data" / "lexicon" / "pronouns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))


def is_pronoun(name):
    return name.lower() in pronouns()


def spans(pairs, text):
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in pairs]


def quotation(text, content, cue, source, speaker):
    """Roles as (start, end) pairs in code points; `speaker` is a name or None."""
    return {
        "kind": "direct",
        "content": spans(content, text),
        "cue": spans(cue, text),
        "source": spans(source, text),
        "speaker": {"name": speaker} if speaker else None,
        "parent": None,
    }


def joined(quotations, role):
    """Neighbours with the same words in `role` become one quotation: a peer gives each pair of quotation marks for itself."""
    whole = []
    for one in quotations:
        if whole and one[role] and whole[-1][role] == one[role]:
            whole[-1]["content"] += one["content"]
        else:
            whole.append(one)
    return whole


def record(article, quotations):
    return {"doc": {"key": article["id"]}, "quotations": [{"id": f"q{number}", **one} for number, one in enumerate(quotations, 1)]}
