"""Where the Wikinews gold's addressee, medium, time and subjects of a quotation stand in the text.

The gold states medium and time as phrases, addressee and subjects by name. Of a phrase or an addressee's names the place nearest the cue is
taken, of a subject every place inside the content.
"""

import re

KINDS = ("addressee", "medium", "when", "about")
NEAR = 250  # Code points from the cue within which an addressee is sought.


def occurrences(text: str, string: str):
    return [(m.start(), m.end()) for m in re.finditer(r"(?<!\w)" + re.escape(string) + r"(?!\w)", text)]


def outside(span, spans) -> bool:
    return all(span[1] <= b or e <= span[0] for b, e in spans)


def nearest(text: str, strings, at: int, spans_left_out=()):
    found = [span for string in strings for span in occurrences(text, string) if outside(span, spans_left_out)]
    return min(found, key=lambda s: (abs(s[0] - at), s[0] - s[1]), default=None)


def names_of(article: dict, name: str) -> list:
    entity = next((e for e in article["entities"] if e["name"] == name), None)
    return sorted({name, *(entity["names"] if entity else [])}, key=len, reverse=True)


def spans_of(article: dict, quotation: dict) -> tuple:
    """({kind: spans}, whether a subject has no name inside the content)."""
    text = article["text"]
    at = (quotation["cue"] or quotation["source"] or quotation["content"])[0][0]
    found = {kind: [] for kind in KINDS}
    for kind in ("medium", "when"):
        if quotation.get(kind):
            span = nearest(text, [quotation[kind]], at)
            found[kind] += [span] if span else []
    if quotation.get("addressee"):
        names = [n for part in quotation["addressee"].split(" | ") for n in names_of(article, part)]
        span = nearest(text, names, at, quotation["content"] + quotation["source"])
        found["addressee"] += [span] if span and abs(span[0] - at) <= NEAR else []
    unnamed = False
    for subject in quotation["about"]:
        inside, taken = [], []
        for name in names_of(article, subject):
            for span in occurrences(text, name):
                if any(b <= span[0] and span[1] <= e for b, e in quotation["content"]) and outside(span, taken):
                    taken.append(span)
                    inside.append(span)
        found["about"] += inside
        unnamed = unnamed or not inside
    return found, unnamed
