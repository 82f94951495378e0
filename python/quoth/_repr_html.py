"""How a notebook shows a record: the article, its quotations coloured by speaker. Text is never markup."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoth.quotation import Quotation
    from quoth.record import Record

_MOST = 50_000  # Code points of an article that are shown: a notebook keeps every output in memory.
_HUES = 12
_TOLD = 4  # Quotations around one another that the pointer tells of.


class Palette:
    """A colour for each speaker: by its name, so that it is the same in every article, or the next one that is free."""

    def __init__(self) -> None:
        self._hues: dict[str, int] = {}

    def hue(self, name: str) -> int:
        """In degrees. After twelve speakers colours repeat."""
        if name not in self._hues:
            hue = zlib.crc32(name.encode()) % _HUES
            taken = set(self._hues.values())
            while hue in taken and len(taken) < _HUES:
                hue = (hue + 5) % _HUES
            self._hues[name] = hue
        return self._hues[name] * 360 // _HUES

    # Half-transparent, so that they suit light and dark backgrounds and leave the text its colour.
    def background(self, quotation: Quotation) -> str:
        """Of a quotation's content."""
        if quotation.speaker is None:
            return "rgb(128 128 128 / 0.2)"
        return f"hsl({self.hue(quotation.speaker.name)} 85% 50% / 0.24)"

    def line(self, quotation: Quotation) -> str:
        """Of the line that marks a quotation around another one, and of sources and cues."""
        if quotation.speaker is None:
            return "rgb(128 128 128 / 0.9)"
        return f"hsl({self.hue(quotation.speaker.name)} 70% 50%)"


@dataclass
class Stretch:
    """A stretch of the text without a boundary inside, and what covers it."""

    start: int
    end: int
    contents: list[Quotation] = field(default_factory=list)
    """From the outermost to the innermost."""
    cues: list[Quotation] = field(default_factory=list)
    sources: list[Quotation] = field(default_factory=list)


def stretches(record: Record, end: int) -> list[Stretch]:
    """The text up to `end`, cut at every boundary of a content, cue or source."""
    parts = [
        (span.start, span.end, name, quotation)
        for quotation in record.quotations
        for name, spans in (("contents", quotation.content), ("cues", quotation.cue), ("sources", quotation.source))
        for span in spans
        if span.start < end
    ]
    cuts = sorted({0, end} | {min(place, end) for part in parts for place in part[:2]})
    parts.sort(key=lambda part: (part[0], -part[1]))
    found: list[Stretch] = []
    open_parts: list[tuple[int, int, str, Quotation]] = []
    at = 0
    for start, stop in pairwise(cuts):
        open_parts = [part for part in open_parts if part[1] > start]
        while at < len(parts) and parts[at][0] <= start:
            open_parts.append(parts[at])
            at += 1
        stretch = Stretch(start, stop)
        for part in open_parts:
            getattr(stretch, part[2]).append(part[3])
        found.append(stretch)
    return found


def _title(stretch: Stretch) -> str:
    """What the pointer tells: the quotations here, the innermost first."""
    lines = []
    for name, quotations in (("", stretch.contents), ("cue of ", stretch.cues), ("source of ", stretch.sources)):
        for quotation in quotations[: -_TOLD - 1 : -1]:
            speaker = quotation.speaker
            who = f"{speaker.name} ({speaker.confidence:.2f})" if speaker else "nobody named"
            lines.append(f"{name}{quotation.id}: {who}, {quotation.kind} {quotation.act}, {quotation.confidence:.2f}")
    return "\n".join(lines)


def _styles(stretch: Stretch, palette: Palette) -> list[str]:
    styles = []
    if stretch.contents:
        styles.append(f"background:{palette.background(stretch.contents[-1])}")
    if len(stretch.contents) > 1:
        styles.append(f"border-top:2px solid {palette.line(stretch.contents[-2])}")
    if stretch.sources:
        styles.append(f"border-bottom:2px solid {palette.line(stretch.sources[-1])}")
    if stretch.cues:
        styles.append(f"text-decoration:underline {palette.line(stretch.cues[-1])} 2px;text-underline-offset:0.2em")
    return styles


def _markup(stretch: Stretch, record: Record, palette: Palette) -> str:
    text = escape(record.text[stretch.start : stretch.end])
    styles = _styles(stretch, palette)
    if not styles:
        return text
    title = escape(_title(stretch)).replace("\n", "&#10;")
    return f'<span style="{";".join(styles)}" title="{title}">{text}</span>'


def _legend(record: Record, palette: Palette) -> str:
    counts: Counter[str] = Counter()
    first: dict[str, Quotation] = {}
    for quotation in record.quotations:
        name = quotation.speaker.name if quotation.speaker else "nobody named"
        counts[name] += 1
        first.setdefault(name, quotation)
    entries = [
        f'<span style="background:{palette.background(first[name])};padding:0 0.4em;border-radius:0.3em;'
        f'white-space:nowrap">{escape(name)} {count}</span>'
        for name, count in counts.most_common()
    ]
    return f'<div style="margin-bottom:0.6em;line-height:1.9">{" ".join(entries)}</div>' if entries else ""


def html_of(record: Record) -> str:
    """The record as a piece of HTML without scripts, styles of its own or anything from outside."""
    palette = Palette()
    for quotation in record.quotations:  # Where two names want one colour the first to speak has it.
        palette.background(quotation)
    facts = [escape(fact) for fact in (record.published, record.publisher, record.url) if fact]
    title = f"<strong>{escape(record.title)}</strong>" if record.title else ""
    head = " · ".join(part for part in (title, *facts) if part)
    end = min(len(record.text), _MOST)
    body = "".join(_markup(stretch, record, palette) for stretch in stretches(record, end))
    rest = len(record.text) - end
    more = f"<div><em>… and {rest:,} more characters</em></div>" if rest else ""
    return (
        '<div style="max-width:60em;line-height:1.6">'
        + (f'<div style="margin-bottom:0.4em">{head}</div>' if head else "")
        + _legend(record, palette)
        + f'<div style="white-space:pre-wrap;overflow-wrap:anywhere">{body}</div>{more}</div>'
    )
