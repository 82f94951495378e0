"""The classes and folded forms of code points, and their tables for the model file (docs/formats/model.md)."""

import functools
import sys
import unicodedata

LETTER, SPACE, PUNCTUATION, COMBINING, INVISIBLE, IDEOGRAPH, UPPER = range(7)

_SPACES = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85}
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


@functools.cache
def code_point_class(character: str) -> int:
    point = ord(character)
    category = unicodedata.category(character)
    if point in _SPACES or category[0] == "Z":
        return SPACE
    if category in ("Cc", "Cf") or point == 0xFFFD:
        return INVISIBLE
    if category[0] == "M":
        return COMBINING
    if category[0] in "PS":
        return PUNCTUATION
    if any(first <= point <= last for first, last in _IDEOGRAPHS):
        return IDEOGRAPH
    return UPPER if category in ("Lu", "Lt") else LETTER


@functools.cache
def folded(character: str) -> str:
    """Lower case, combining signs removed; empty for combining and invisible signs. Hangul stays composed."""
    kind = code_point_class(character)
    if kind in (COMBINING, INVISIBLE):
        return ""
    if 0xAC00 <= ord(character) <= 0xD7A3:
        return character
    decomposed = unicodedata.normalize("NFD", character.lower())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] != "M")


def tables():
    """(ranges [n, 3], replaced [n, 2], text): what the engine reads. Letters and identities are left out."""
    ranges, replaced, text = [], [], bytearray()
    for point in range(sys.maxunicode + 1):
        if 0xD800 <= point <= 0xDFFF:
            continue
        character = chr(point)
        kind = code_point_class(character)
        if kind != LETTER:
            if ranges and ranges[-1][1] == point - 1 and ranges[-1][2] == kind:
                ranges[-1][1] = point
            else:
                ranges.append([point, point, kind])
        form = folded(character)
        if form != character:
            replaced.append([point, len(text)])
            text += form.encode()
    replaced.append([0x110000, len(text)])
    return ranges, replaced, bytes(text)
