"""Text to words, sentences, paragraphs, marks and word pieces: the slow, obvious twin of src/segment (docs/formats/model.md)."""

import dataclasses
import pathlib
import re

from . import marks
from .normalisation import COMBINING, IDEOGRAPH, INVISIBLE, LETTER, PUNCTUATION, SPACE, UPPER, code_point_class, folded

OTHER, LOWER, CAPITALISED, ALL_UPPER, MIXED, DIGITS, PUNCTUATION_SHAPE = range(7)
GLUED, BLANK, LINE, PARAGRAPH = range(4)
UNKNOWN_PIECE = "[UNK]"
LONGEST_WORD = 100
HARD_WRAP_WIDTH = 100

_LINE_BREAK = re.compile("\r\n|[\n\r\u2028\u2029\u0085]")
_CLOSERS = set(")]}") | marks.DOUBLE_SIGNS | marks.SINGLE_SIGNS
_TERMINALS = set(".?!…")


@dataclasses.dataclass(slots=True)
class Word:
    start: int  # code points of the text, [start, end)
    end: int
    folded: str
    shape: int
    gap: int = GLUED
    mark: int = marks.OUTSIDE
    pieces: tuple = ()


@dataclasses.dataclass
class SegmentedText:
    words: list
    sentences: list  # [first, end) in words
    paragraphs: list
    marks: list  # [first, end, closed, single, depth]


def shape_of(characters: str) -> int:
    letters = [c for c in characters if code_point_class(c) in (LETTER, UPPER)]
    if not letters:
        return OTHER
    if all(c in "0123456789" for c in letters):
        return DIGITS
    upper = [code_point_class(c) == UPPER for c in letters]
    if not any(upper):
        return LOWER
    if upper[0] and not any(upper[1:]):
        return CAPITALISED
    return ALL_UPPER if all(upper) else MIXED


def split_words(text: str) -> list:
    words, at, size = [], 0, len(text)
    while at < size:
        kind = code_point_class(text[at])
        if kind in (SPACE, INVISIBLE):
            at += 1
            continue
        start = at
        at += 1
        end = at
        if kind in (LETTER, UPPER, COMBINING):
            # A combining sign without a letter before it starts a word of its own.
            while at < size:
                kind_at = code_point_class(text[at])
                if kind_at in (LETTER, UPPER, COMBINING):
                    at += 1
                    end = at
                elif kind_at == INVISIBLE:
                    at += 1
                else:
                    break
            at = end
            form = "".join(folded(c) for c in text[start:end])
            words.append(Word(start, end, form, shape_of(text[start:end])))
        else:
            while end < size and code_point_class(text[end]) == COMBINING:
                end += 1
            at = end
            shape = PUNCTUATION_SHAPE if kind == PUNCTUATION else OTHER
            words.append(Word(start, end, folded(text[start]), shape))
    return words


def is_hard_wrapped(text: str) -> bool:
    lines = _LINE_BREAK.split(text)
    filled = [any(code_point_class(c) not in (SPACE, INVISIBLE) for c in line) for line in lines]
    if True not in filled:
        return False
    first, last = filled.index(True), len(filled) - 1 - filled[::-1].index(True)
    lines, filled = lines[first:last + 1], filled[first:last + 1]
    if all(filled) or any(len(line) > HARD_WRAP_WIDTH for line in lines):
        return False
    blocks = sum(1 for k, full in enumerate(filled) if full and (k == 0 or not filled[k - 1]))
    return sum(filled) * 2 >= blocks * 3


def set_gaps(text: str, words: list) -> None:
    hard_wrapped, before = is_hard_wrapped(text), 0
    for k, word in enumerate(words):
        between = text[before:word.start]
        breaks = _LINE_BREAK.findall(between)
        if k == 0 or len(breaks) >= 2 or "\u2029" in breaks:
            word.gap = PARAGRAPH
        elif breaks:
            word.gap = LINE if hard_wrapped else PARAGRAPH
        else:
            word.gap = BLANK if any(code_point_class(c) == SPACE for c in between) else GLUED
        before = word.end


def ends_sentence(words: list, k: int, abbreviations: frozenset) -> bool:
    """Whether a sentence ends before word k (> 0) of the same paragraph."""
    if words[k].gap == GLUED or words[k].shape == LOWER:
        return False
    j = k - 1
    while j > 0 and words[j].folded in _CLOSERS and words[j].gap == GLUED:
        j -= 1
    if words[j].folded not in _TERMINALS:
        return False
    if words[j].folded != "." or j == 0 or words[j].gap != GLUED:
        return True
    if j != k - 1:
        return True
    before = words[j - 1]
    single_letter = before.shape == CAPITALISED and before.end - before.start == 1
    return not single_letter and before.folded not in abbreviations


def ranges_between(starts: list, size: int) -> list:
    return [[a, b] for a, b in zip(starts, starts[1:] + [size])]


def segment(text: str, vocabulary: dict, abbreviations: frozenset) -> SegmentedText:
    words = split_words(text)
    set_gaps(text, words)
    paragraph_starts = [k for k, w in enumerate(words) if w.gap == PARAGRAPH]
    sentence_starts = [k for k, w in enumerate(words)
                       if w.gap == PARAGRAPH or ends_sentence(words, k, abbreviations)]
    paragraphs, all_marks = ranges_between(paragraph_starts, len(words)), []
    for first, end in paragraphs:
        states, ranges = marks.pair_marks([text[w.start:w.end][0] if w.shape == PUNCTUATION_SHAPE else text[w.start:w.end]
                                           for w in words[first:end]], [w.gap for w in words[first:end]])
        for word, state in zip(words[first:end], states):
            word.mark = state
        all_marks += [[first + r[0], first + r[1], *r[2:]] for r in ranges]
    for word in words:
        word.pieces = pieces_of(word.folded, vocabulary)
    return SegmentedText(words, ranges_between(sentence_starts, len(words)), paragraphs, all_marks)


_cache: dict = {}


def pieces_of(form: str, vocabulary: dict) -> tuple:
    known = _cache.get(form)
    if known is None:
        known = _cache[form] = word_pieces(form, vocabulary)
    return known


def word_pieces(form: str, vocabulary: dict) -> tuple:
    """Greedy longest match (WordPiece, Wu et al. 2016)."""
    if not form or len(form) > LONGEST_WORD:
        return (vocabulary[UNKNOWN_PIECE],)
    pieces, start = [], 0
    while start < len(form):
        for end in range(len(form), start, -1):
            piece = vocabulary.get(("##" if start else "") + form[start:end])
            if piece is not None:
                break
        else:
            return (vocabulary[UNKNOWN_PIECE],)
        pieces.append(piece)
        start = end
    return tuple(pieces)


def read_lexicon(name: str) -> list:
    path = pathlib.Path(__file__).resolve().parents[2] / "data" / "lexicon" / name
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
