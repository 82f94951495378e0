"""Whom a content may be about, as the subjects head sees it: the slow, obvious twin of src/attribution/subject_candidates.cc.

A row is one quotation and one entity of its record; its features are named in NAMES, in the model's order (docs/formats/model.md).
"""

import bisect
import dataclasses
import re

from . import segmentation

NAMES = ("in_content", "mentions_in_content", "first_in_content", "second_in_content", "place_in_content", "alone_in_content", "named_in_content",
         "person", "organization", "other_type", "speaker", "speaker_says_i", "speaker_says_we", "addressee", "addressee_called_you",
         "share_of_mentions", "most_mentioned", "in_title", "in_first_paragraph", "sentences_since", "last_before", "beside_content",
         "in_parent_alone", "may_be_he", "may_be_it", "may_be_they", "words", "entities_in_content", "direct", "begins_with_to", "no_source",
         "nested", "joint")
MOST_SENTENCES = 8
NEAR_SENTENCES = 2
I, WE, YOU = {"i", "me", "my", "myself"}, {"we", "us", "our", "ourselves"}, {"you", "your"}
HE, IT, THEY = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}, {"it", "its", "itself"}, {"they", "them", "their"}


@dataclasses.dataclass
class Row:
    quotation: int
    entity: int
    features: list
    anchor: int  # word
    mention: tuple  # words [first, last]
    content: list  # words [first, end) of each piece


def title_words(text: str) -> list:
    """Runs of ASCII letters, digits and whatever is not ASCII, in lower case."""
    return re.findall(r"[0-9a-z\u0080-\U0010ffff]+", re.sub("[A-Z]", lambda m: m.group().lower(), text))


class Places:
    """Where words and sentences stand, by code points."""

    def __init__(self, segmented):
        self.starts = [w.start for w in segmented.words]
        self.sentence_starts = [segmented.words[first].start for first, _ in segmented.sentences]
        paragraph = segmented.paragraphs[0] if segmented.paragraphs else (0, 0)
        self.first_paragraph_end = segmented.words[paragraph[1] - 1].end if paragraph[1] else 0

    def word(self, position: int) -> int:
        """The last word that starts at or before the position."""
        return max(bisect.bisect_right(self.starts, position) - 1, 0)

    def sentence(self, position: int) -> int:
        return max(bisect.bisect_right(self.sentence_starts, position) - 1, 0)


def span(part: dict) -> tuple:
    return part["start"], part["end"]


def rows_of(text: str, title: str, record: dict, segmented) -> list:
    """Rows of all quotations of a record as the engine prints it; `text` and offsets in code points."""
    places, entities = Places(segmented), record["entities"]
    mentions = [[span(m) for m in e["mentions"]] for e in entities]
    index = {e["id"]: k for k, e in enumerate(entities)}
    quotations = {q["id"]: q for q in record["quotations"]}
    words_of_title = set(title_words(title))
    most = max((len(m) for m in mentions), default=0)
    first_of_most = next((k for k, m in enumerate(mentions) if len(m) == most), None)
    rows = []

    def inside(entity, pieces):
        return [m for m in mentions[entity] if any(m[0] >= b and m[1] <= e for b, e in pieces)]

    for number, q in enumerate(record["quotations"]):
        pieces = [span(c) for c in q["content"]]
        start = pieces[0][0]
        parts = pieces + [span(p) for p in q["cue"]] + [span(p) for p in q["source"]]
        first_sentence = places.sentence(min(b for b, _ in parts))
        last_sentence = places.sentence(max(e for _, e in parts) - 1)
        ranges = [(places.word(b), places.word(e - 1) + 1) for b, e in pieces]
        spoken = {w.folded for first, end in ranges for w in segmented.words[first:end] if w.shape != segmentation.ALL_UPPER}  # "US" is not "us".
        size = sum(end - first for first, end in ranges)
        begins_with_to = segmented.words[ranges[0][0]].folded == "to"
        speaker = index[q["speaker"]["entity"]] if q.get("speaker") else None
        addressee = index[q["addressee"]["entity"]] if q.get("addressee") else None
        parent = quotations.get(q.get("parent"))
        within = {k: inside(k, pieces) for k in range(len(entities))}
        order = sorted((k for k in within if within[k]), key=lambda k: within[k][0][0])
        before = {k: [m for m in mentions[k] if m[1] <= start] for k in range(len(entities))}
        latest = max((k for k in before if before[k]), key=lambda k: (before[k][-1][0], k), default=None)
        anchor = places.word(span((q["cue"] or q["source"] or q["content"])[0])[0])
        for k, entity in enumerate(entities):
            if not mentions[k]:
                continue
            found, earlier = within[k], before[k]
            since = first_sentence - places.sentence(earlier[-1][0]) if earlier else None
            beside = not found and any(first_sentence <= places.sentence(m[0]) <= last_sentence for m in mentions[k])
            name = title_words(entity["name"])
            in_title = bool(name) and name[-1] in words_of_title
            if not (found or beside or in_title or k in (speaker, addressee) or k == first_of_most
                    or (since is not None and since <= NEAR_SENTENCES)):
                continue
            mention = found[0] if found else earlier[-1] if earlier else mentions[k][0]
            words = places.word(mention[0]), places.word(mention[1] - 1)
            person, organization = entity["type"] == "person", entity["type"] in ("organization", "group")
            ordinal = order.index(k) if found else None
            place = words[0] - ranges[0][0] if found else 0
            in_parent = parent is not None and not found and bool(inside(k, [span(c) for c in parent["content"]]))
            features = [
                bool(found), min(len(found), 4) / 2, ordinal == 0, ordinal == 1, min(place, 40) / 40, bool(found) and len(order) == 1,
                bool(found) and text[mention[0]].isascii() and text[mention[0]].isupper(),
                person, organization, not person and not organization,
                k == speaker, k == speaker and bool(spoken & I), k == speaker and bool(spoken & WE),
                k == addressee, k == addressee and bool(spoken & YOU),
                len(mentions[k]) / most, k == first_of_most, in_title, mentions[k][0][0] < places.first_paragraph_end,
                min(max(since, 0), MOST_SENTENCES) / MOST_SENTENCES if earlier else 1.25, k == latest, beside, in_parent,
                person and not found and bool(spoken & HE), not person and not found and bool(spoken & IT),
                not person and not found and bool(spoken & THEY),
                min(size, 60) / 60, min(len(order), 6) / 6, q["kind"] == "direct", begins_with_to, not q["source"],
                q.get("parent") is not None, " | " in entity["name"]]
            rows.append(Row(number, k, [float(f) for f in features], anchor, words, ranges))
    return rows
