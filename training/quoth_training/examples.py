"""Examples cut into words and windows, with the network's targets."""

import collections
import dataclasses
import re

import numpy as np

from . import corpora, gold_circumstances, mentions, segmentation
from .segmentation import PUNCTUATION_SHAPE

ROLE_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
CIRCUMSTANCE_TAGS = ("O", "B-addressee", "I-addressee", "B-medium", "I-medium", "B-when", "I-when", "B-about", "I-about")
NAME_TAGS = ("O",) + tuple(f"{p}-{t}" for t in corpora.NAME_TYPES for p in "BI")
PRONOUNS = frozenset("i me my we us our you your he him his she her it its they them their who whom whose".split())
IGNORED = -1
FEATURES_OF_EDGE = (0, 0, 0)
CLS, SEP, MASK = 101, 102, 103


@dataclasses.dataclass
class Prepared:
    key: str
    annotation: int
    segmented: segmentation.SegmentedText
    anchors: list | None  # (word, role tags [words], act or IGNORED, negated or IGNORED)
    names: np.ndarray | None  # tag a word, IGNORED where unknown
    mentions: list  # mentions.Mention, in order
    text: str
    unsure: frozenset = frozenset()  # words that may or may not be anchors
    circumstances: dict = dataclasses.field(default_factory=dict)  # by anchor's word: tags [words], IGNORED where unknown
    probabilities: dict = dataclasses.field(default_factory=dict)  # by anchor's word, where it is not 1


def word_range(words, starts, span):
    """Words that overlap [start, end): (first, end), or None."""
    first = int(np.searchsorted(starts, span[0], side="right")) - 1
    if first < 0 or words[first].end <= span[0]:
        first += 1
    end = int(np.searchsorted(starts, span[1], side="left"))
    return (first, end) if first < end else None


def role_tags_of(words, starts, attribution):
    tags, first_words = np.zeros(len(words), np.int8), {}
    for index, role in ((5, "content"), (1, "source"), (3, "cue")):
        spans = getattr(attribution, role)
        for span in spans:
            found = word_range(words, starts, span)
            if found:
                first, end = found
                tags[first] = index
                tags[first + 1:end] = index + 1
                first_words.setdefault(role, first)
    for role in ("cue", "source", "content"):
        if role in first_words:
            return first_words[role], tags
    return None, tags


def circumstance_tags_of(text, words, starts, attribution):
    """Pronouns of the content have an unknown part where somebody whom it is about is not named in it."""
    tags = np.zeros(len(words), np.int8)
    if attribution.subject_unnamed:
        for span in attribution.content:
            for w in range(*(word_range(words, starts, span) or (0, 0))):
                if text[words[w].start:words[w].end].lower() in PRONOUNS:
                    tags[w] = IGNORED
    for kind in reversed(gold_circumstances.KINDS):
        for span in attribution.circumstances[kind]:
            found = word_range(words, starts, span)
            if found:
                tags[found[0]:found[1]] = CIRCUMSTANCE_TAGS.index(f"I-{kind}")
                tags[found[0]] = CIRCUMSTANCE_TAGS.index(f"B-{kind}")
    return tags


def name_tags_of(words, starts, example):
    if example.names is None:
        return None
    tags = np.full(len(words), 0 if example.names_complete else IGNORED, np.int8)
    if not example.names_complete:
        for k, word in enumerate(words):
            if word.shape in (segmentation.LOWER, PUNCTUATION_SHAPE):
                tags[k] = 0
    for start, end, kind in example.names:
        found = word_range(words, starts, (start, end))
        if found:
            begin = 1 + 2 * corpora.NAME_TYPES.index(kind)
            tags[found[0]] = begin
            tags[found[0] + 1:found[1]] = begin + 1
    return tags


def prepare(example: corpora.Example, vocabulary: dict, abbreviations: frozenset) -> Prepared:
    segmented = segmentation.segment(example.text, vocabulary, abbreviations)
    words = segmented.words
    starts = np.array([w.start for w in words])
    anchors, taken, unsure, circumstances, probabilities = None, set(), set(), {}, {}
    if example.attributions is not None:
        anchors = []
        for a in example.attributions:
            word, tags = role_tags_of(words, starts, a)
            if a.unsure:
                unsure.add(word)
            elif word is not None and word not in taken:
                taken.add(word)
                if a.probability != 1:
                    probabilities[word] = a.probability
                act = IGNORED if a.act is None else corpora.ACTS.index(a.act)
                if a.circumstances is not None:
                    circumstances[word] = circumstance_tags_of(example.text, words, starts, a)
                anchors.append((word, tags, act, IGNORED if a.negated is None else int(a.negated)))
        anchors.sort(key=lambda a: a[0])
    annotation = corpora.ANNOTATIONS.index(example.annotation)
    found = mentions.gold_mentions(example, segmented, starts) if example.mentions is not None else []
    return Prepared(example.key, annotation, segmented, anchors, name_tags_of(words, starts, example), found, example.text,
                    frozenset(unsure - taken - {None}), circumstances, probabilities)


def units_of(segmented, window):
    """Paragraphs, or sentences of long paragraphs, or parts of long sentences: [first, end) in words."""
    counts = np.cumsum([0] + [len(w.pieces) for w in segmented.words])
    units, sentences = [], collections.deque(map(tuple, segmented.sentences))
    for first, end in segmented.paragraphs:
        whole = counts[end] - counts[first] <= window
        if whole:
            units.append((first, end))
        while sentences and sentences[0][0] < end:
            a, b = sentences.popleft()
            while not whole and a < b:
                c = min(b, max(a + 1, int(np.searchsorted(counts, counts[a] + window, side="right")) - 1))
                units.append((a, c))
                a = c
    return units, counts


def windows_of(segmented, window, overlap, first_window=None):
    """Windows as [first, end) in words; the first may be given less room, so that seams fall elsewhere (training)."""
    units, counts = units_of(segmented, window)
    out, at = [], 0
    while at < len(units):
        room = window if out or first_window is None else first_window
        end = at + 1
        while end < len(units) and counts[units[end][1]] - counts[units[at][0]] <= room:
            end += 1
        out.append((units[at][0], units[end - 1][1]))
        if end == len(units):
            break
        start = end
        # What is repeated must leave room for the next unit, or the window would bring nothing new.
        while (start - 1 > at and counts[units[end - 1][1]] - counts[units[start - 1][0]] <= overlap
               and counts[units[end][1]] - counts[units[start - 1][0]] <= window):
            start -= 1
        at = start
    return out


def owned_ranges(windows):
    """The words whose answer each window gives."""
    owned, start = [], 0
    for k, (first, end) in enumerate(windows):
        stop = end
        if k + 1 < len(windows):
            repeated = end - windows[k + 1][0]
            stop = windows[k + 1][0] + repeated // 2
        owned.append((start, stop))
        start = stop
    return owned
