"""Mentions, their cores and the features of a pair, as docs/formats/model.md defines them."""

import bisect
import dataclasses

from . import segmentation
from .segmentation import PUNCTUATION_SHAPE, read_lexicon

NAME, SOURCE, PRONOUN = range(3)
TYPES = {"person": 0, "organization": 1, "place": 2, "misc": 3, None: 4}
FEATURES, BUCKETS = 9, 16
MOST_ANTECEDENTS = 60
ARTICLES = frozenset(("a", "an", "the"))
ACRONYM_SKIPS = frozenset(("of", "and", "for", "the"))
PRONOUNS = {w: int(c) for w, c in (line.split("\t") for line in read_lexicon("pronouns.txt"))}
HE, SHE = 1, 2


def read_first_names():
    return {n: float(s) for n, s in (line.split("\t") for line in read_lexicon("first_names.txt"))}


@dataclasses.dataclass(slots=True)
class Mention:
    first: int  # words, [first, end)
    end: int
    origin: int
    core: tuple
    sentence: int
    type: int
    pronoun: int
    mark: int  # index of the outermost marked range around it, or -1
    holds_source: bool
    entity: str | None


def distance_bucket(n: int) -> int:
    return n if n <= 5 else 6 if n <= 8 else 7 if n <= 15 else 8 if n <= 31 else 9


def core_of(words, first, end, name):
    if name:
        first, end = name
    core = [w.folded for w in words[first:end] if w.shape != PUNCTUATION_SHAPE]
    while not name and len(core) > 1 and core[0] in ARTICLES:
        core = core[1:]
    return tuple(core)


def string_bucket(i: tuple, j: tuple) -> int:
    if not i or not j:
        return 0
    if i == j:
        return 1
    if len(j) < len(i):
        if i[-len(j):] == j:
            return 2
        if any(i[k:k + len(j)] == j for k in range(len(i) - len(j))):
            return 3
    if len(i) < len(j) and any(j[k:k + len(i)] == i for k in range(len(j) - len(i) + 1)):
        return 4
    if len(j) == 1 and len(i) > 1 and len(j[0]) > 1:
        if "".join(w[0] for w in i if w not in ACRONYM_SKIPS) == j[0]:
            return 5
    return 6 if i[-1] == j[-1] else 0


def gender_bucket(i: Mention, j: Mention, first_names: dict) -> int:
    if j.pronoun not in (HE, SHE) or i.type != 0 or not i.core or i.core[0] not in first_names:
        return 0
    share = first_names[i.core[0]]
    if 0.3 < share < 0.7:
        return 3
    return 1 if (share >= 0.7) == (j.pronoun == HE) else 2


def pair_features(i: Mention, j: Mention, mentions_between: int, first_names: dict) -> tuple:
    group = 0 if j.pronoun in (HE, SHE) else 1 if j.pronoun in (3, 4, 5) else 2
    mark = (0 if j.mark < 0 else 2) if i.mark < 0 else 1 if j.mark < 0 else 3 if i.mark == j.mark else 4
    return (distance_bucket(j.sentence - i.sentence), distance_bucket(mentions_between), string_bucket(i.core, j.core),
            3 * i.origin + j.origin, 2 * j.pronoun + (i.pronoun != 0 and i.pronoun == j.pronoun), 3 * i.type + group, mark,
            2 * i.holds_source + (j.origin == SOURCE), gender_bucket(i, j, first_names))


def build(segmented: segmentation.SegmentedText, names: list, sources: list) -> list:
    """`names`: (first, end, type, entity); `sources`: (first, end, entity). Persons and organisations only are mentions."""
    words = segmented.words
    sentence_starts = [s for s, _ in segmented.sentences]
    outer = [r for r in segmented.marks if r[4] == 0]
    outer_starts = [r[0] for r in outer]
    name_starts = sorted(names)
    source_ranges = sorted({(f, e) for f, e, _ in sources})

    def mention(first, end, origin, entity):
        inside = [n for n in name_starts if n[0] >= first and n[1] <= end]
        named = next((n for n in inside if n[2] in ("person", "organization")), None)
        k = bisect.bisect_right(outer_starts, first) - 1
        mark = k if k >= 0 and first < outer[k][1] else -1
        pronoun = PRONOUNS.get(words[first].folded, 0) if end - first == 1 else 0
        holds = any(first <= f and e <= end for f, e in source_ranges)
        return Mention(first, end, origin, core_of(words, first, end, named and named[:2]), bisect.bisect_right(sentence_starts, first) - 1,
                       TYPES[inside[0][2]] if inside else 4, pronoun, mark, holds, entity)

    out = [mention(f, e, NAME, x) for f, e, t, x in names if t in ("person", "organization")]
    seen = {}
    for f, e, x in sources:
        seen.setdefault((f, e), x)
    out += [mention(f, e, SOURCE, x) for (f, e), x in seen.items()]
    out += [mention(k, k + 1, PRONOUN, None) for k, w in enumerate(words) if w.folded in PRONOUNS and (k, k + 1) not in seen]
    return sorted(out, key=lambda m: (m.first, -m.end, m.origin))


def gold_mentions(example, segmented, starts) -> list:
    from .examples import word_range
    names, sources, labelled = [], [], {}
    for start, end, entity, kind in example.mentions:
        found = word_range(segmented.words, starts, (start, end))
        if not found:
            continue
        if kind:
            names.append((*found, kind, entity))
        elif found[1] - found[0] == 1 and segmented.words[found[0]].folded in PRONOUNS:
            labelled[found[0]] = entity
        else:
            sources.append((*found, entity))
    for a in example.attributions or []:
        for span in a.source[:1]:
            found = word_range(segmented.words, starts, span)
            if found:
                sources.append((*found, a.entity))
    out = build(segmented, names, sources)
    for m in out:
        if m.origin == PRONOUN and m.entity is None:
            m.entity = labelled.get(m.first)
    return out


def antecedents(mentions: list, j: int) -> list:
    """Indices of the mentions that mention j may refer back to."""
    return [i for i in range(max(0, j - MOST_ANTECEDENTS), j) if mentions[i].end <= mentions[j].first]
